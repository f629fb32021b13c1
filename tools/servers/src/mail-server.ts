import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A mail as the server was given it. */
export interface TakenMail {
  readonly from: string;
  readonly to: string;
  readonly raw: string;
  readonly secure: boolean;
  readonly user?: string;
}

/** What it answers instead of taking it: `550 5.1.1 no such user`. */
export type Answer = string | undefined | Promise<string | undefined>;

export interface MailServerOptions {
  readonly tls?: { readonly cert: string; readonly key: string };
  /** TLS from the start. */
  readonly secure?: boolean;
  /** Whoever may sign in; without one nobody has to. */
  readonly password?: string;
  readonly port?: number;
  /** Bytes of a mail at most, as it tells whoever comes. */
  readonly size?: number;
}

/** An SMTP server that keeps what it is given, and does what a test wants of it: refuses, is silent, goes away. */
export class MailServer {
  readonly taken: TakenMail[] = [];
  /** Asked before the sender, the recipient and the mail are taken. */
  answers: { from?: (address: string) => Answer; to?: (address: string) => Answer; mail?: (mail: TakenMail) => Answer } = {};
  /** Asked once a mail is taken, before the sender hears of it. */
  beforeItSaysSo: (mail: TakenMail) => Promise<void> = () => Promise.resolve();
  /** Of the last start; somebody else may have it after the stop. */
  port = 0;
  private readonly sockets = new Set<Socket>();
  private readonly server: SMTPServer;

  private constructor(options: MailServerOptions) {
    this.server = new SMTPServer(this.served(options));
    this.server.server.on('connection', (socket: Socket) => {
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
    });
    // What a client that goes away leaves behind is no matter of the server's.
    this.server.on('error', () => undefined);
  }

  static start(options: MailServerOptions = {}): Promise<MailServer> {
    const server = new MailServer(options);
    return new Promise((resolve, reject) => {
      server.server.server.once('error', reject);
      server.server.listen(options.port ?? 0, '127.0.0.1', () => {
        server.port = (server.server.server.address() as AddressInfo).port;
        resolve(server);
      });
    });
  }

  /** For LEDGERLINE_MAIL_SERVER. */
  address(from: string): string {
    return `smtp://127.0.0.1:${this.port}?from=${from}`;
  }

  /** Every connection is gone, without a word. */
  cut(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  stop(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve());
      this.cut();
    });
  }

  private served({ tls, secure = false, password, size }: MailServerOptions): SMTPServerOptions {
    return {
      ...tls,
      secure,
      ...(size === undefined ? {} : { size }),
      logger: false,
      disableReverseLookup: true,
      authOptional: password === undefined,
      disabledCommands: [...(tls === undefined ? ['STARTTLS'] : []), ...(password === undefined ? ['AUTH'] : [])],
      allowInsecureAuth: true,
      onAuth: ({ username, password: given }, _session, done) => {
        if (given === password) done(null, { user: username });
        else done(refusal('535 5.7.8 no such user'));
      },
      onMailFrom: ({ address }, _session, done) => void this.ask(this.answers.from?.(address), done),
      onRcptTo: ({ address }, _session, done) => void this.ask(this.answers.to?.(address), done),
      onData: (stream, session, done) => {
        const pieces: Buffer[] = [];
        stream.on('data', (piece: Buffer) => pieces.push(piece));
        stream.once('end', () => {
          const { mailFrom, rcptTo } = session.envelope;
          const mail: TakenMail = {
            from: mailFrom === false ? '' : mailFrom.address,
            to: rcptTo.map(({ address }) => address).join(),
            raw: Buffer.concat(pieces).toString(),
            secure: session.secure,
            ...(session.user === undefined ? {} : { user: String(session.user) }),
          };
          void this.take(mail, done);
        });
      },
    };
  }

  private async take(mail: TakenMail, done: (error?: Error | null, message?: string) => void): Promise<void> {
    const answer = await this.answers.mail?.(mail);
    if (answer !== undefined) return done(refusal(answer));
    this.taken.push(mail);
    await this.beforeItSaysSo(mail);
    done(null, `2.0.0 queued as ${this.taken.length}`);
  }

  private async ask(answer: Answer, done: (error?: Error | null) => void): Promise<void> {
    const said = await answer;
    done(said === undefined ? null : refusal(said));
  }
}

function refusal(answer: string): Error {
  return Object.assign(new Error(answer.slice(4)), { responseCode: Number(answer.slice(0, 3)) });
}
