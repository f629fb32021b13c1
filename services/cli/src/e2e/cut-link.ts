import { createServer, connect, type Server, type Socket } from 'node:net';
import { once } from 'node:events';

/** A way to a server of this machine that can be cut, and be there again at the same address. */
export class CutLink {
  private readonly sockets = new Set<Socket>();
  private server: Server | undefined;
  private port = 0;

  /** @param to where it leads, asked anew for each connection */
  constructor(private readonly to: () => string) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async join(): Promise<void> {
    this.server = createServer((from) => {
      const to = connect(Number(new URL(this.to()).port), '127.0.0.1');
      for (const socket of [from, to]) {
        this.sockets.add(socket);
        socket.once('close', () => this.sockets.delete(socket));
        // Whoever is cut off finds out by that.
        socket.on('error', () => undefined);
        socket.once('close', () => (socket === from ? to : from).destroy());
      }
      from.pipe(to).pipe(from);
    }).listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as { port: number }).port;
  }

  async cut(): Promise<void> {
    const closed = this.server && once(this.server, 'close');
    this.server?.close();
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }
}
