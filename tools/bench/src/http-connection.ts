import { connect, type Socket } from 'node:net';

export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
}

/** One keep-alive connection that has one request under way at a time: as little work for the client as there can be. */
export class HttpConnection {
  private received = '';
  private waiting: { resolve(answer: HttpAnswer): void; reject(error: Error): void } | undefined;

  private constructor(private readonly socket: Socket) {
    socket.setNoDelay(true);
    socket.on('data', (piece) => this.take(piece.toString('latin1')));
    socket.on('error', (error) => this.waiting?.reject(error));
    socket.on('close', () => this.waiting?.reject(new Error('the server closed the connection')));
  }

  static open(url: URL): Promise<HttpConnection> {
    return new Promise((resolve, reject) => {
      const socket = connect(Number(url.port), url.hostname, () => resolve(new HttpConnection(socket)));
      socket.once('error', reject);
    });
  }

  ask(request: Buffer): Promise<HttpAnswer> {
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.socket.write(request);
    });
  }

  close(): void {
    this.waiting = undefined;
    this.socket.destroy();
  }

  private take(piece: string): void {
    this.received = this.received === '' ? piece : this.received + piece;
    const headEnd = this.received.indexOf('\r\n\r\n');
    if (headEnd < 0) return;
    const length = /\r\ncontent-length: *(\d+)/i.exec(this.received.slice(0, headEnd))?.[1];
    if (length === undefined) return this.waiting?.reject(new Error('an answer without content-length'));
    const end = headEnd + 4 + Number(length);
    if (this.received.length < end) return;
    const answer = { status: Number(this.received.slice(9, 12)), body: this.received.slice(headEnd + 4, end) };
    this.received = this.received.slice(end);
    this.waiting?.resolve(answer);
  }
}

export function postRequest(url: URL, path: string, body: unknown, token: string | undefined): Buffer {
  const text = JSON.stringify(body);
  const head = [
    `POST ${path} HTTP/1.1`,
    `host: ${url.host}`,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(text)}`,
    ...(token === undefined ? [] : [`authorization: Bearer ${token}`]),
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${text}`);
}
