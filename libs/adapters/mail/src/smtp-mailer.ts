import { MailServerUnavailable, type HandOver, type Letter, type Mailer, type OpenMailer } from '@ledgerline/kernel';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { Readable } from 'node:stream';
import { letterBytes } from './letter-bytes.js';
import { connectionOptions, patienceOf, type SmtpOptions, type SmtpPatience, type SmtpSettings } from './smtp-settings.js';

/** Hands letters to one server (RFC 5321, 6409), by nodemailer's connection. */
export class SmtpMailer implements Mailer {
  constructor(
    private readonly settings: SmtpSettings,
    private readonly options: SmtpOptions = {},
  ) {}

  get address(): string {
    return this.settings.from;
  }

  async open(): Promise<OpenMailer> {
    const { settings, options } = this;
    const connection = new SMTPConnection(connectionOptions(settings, options));
    try {
      await done(connection, (told) => connection.connect(told));
      const { user, password: pass } = settings;
      if (user !== '') await done(connection, (told) => connection.login({ user, pass }, told));
    } catch (error) {
      connection.close();
      throw unavailable(error);
    }
    return new OpenSmtpMailer(connection, settings, patienceOf(options));
  }
}

class OpenSmtpMailer implements OpenMailer {
  private readonly gone = Promise.withResolvers<undefined>();

  constructor(
    private readonly connection: SMTPConnection,
    private readonly settings: SmtpSettings,
    private readonly patience: SmtpPatience,
  ) {
    // Whoever waits for an answer hears of it too; unheard it would end the process.
    connection.on('error', () => connection.close());
    connection.once('end', () => this.gone.resolve(undefined));
  }

  async handOver(letter: Letter, over?: AbortSignal): Promise<HandOver> {
    const bytes = await letterBytes(letter, this.settings);
    let isSaid = false;
    const words = new Readable({
      read() {
        isSaid = true;
        this.push(bytes);
        this.push(null);
      },
    });
    // From the first word on the server may have it all: then it is waited for, as long as the rule says.
    const timer = setTimeout(() => isSaid || this.connection.close(), this.patience.command);
    const breakOff = () => this.connection.close();
    over?.addEventListener('abort', breakOff, { once: true });
    try {
      return { kind: 'taken', ...(await this.sent(letter, words, bytes.length)) };
    } catch (error) {
      const found = verdict(error as SmtpError, isSaid);
      await this.endTransaction();
      return found;
    } finally {
      clearTimeout(timer);
      over?.removeEventListener('abort', breakOff);
      words.destroy();
    }
  }

  /** A sender whose only recipient was refused is still on the server's mind (RFC 5321, 4.1.1.5). */
  private endTransaction(): Promise<void> {
    return new Promise((resolve) => {
      void this.gone.promise.then(resolve);
      this.connection.reset((error) => {
        if (error) this.connection.close();
        resolve();
      });
    });
  }

  async close(): Promise<void> {
    this.connection.quit();
    // A server that does not say goodbye is left.
    const timer = setTimeout(() => this.connection.close(), 1_000);
    await this.gone.promise;
    clearTimeout(timer);
  }

  private sent({ to, messageId }: Letter, words: Readable, size: number) {
    const asked = Promise.withResolvers<{ readonly code: number; readonly said: string }>();
    // What breaks it off, our own impatience too, leaves nobody waiting; whoever knows why says so first.
    void this.gone.promise.then(() => setImmediate(() => asked.reject(new Error('the connection is gone'))));
    const dsn = { id: messageId.slice(1, -1), return: 'headers', notify: ['failure', 'delay'], recipient: to };
    const envelope = { from: this.settings.from, to: [to], size, dsn };
    this.connection.send(envelope as never, words, (error, info) => {
      if (error) asked.reject(error);
      else asked.resolve({ code: codeOf(info?.response), said: String(info?.response) });
    });
    return asked.promise;
  }
}

interface SmtpError extends Error {
  readonly code?: string;
  readonly command?: string;
  readonly response?: string;
  readonly responseCode?: number;
}

/** Between MAIL FROM and the end of the words a word is about the letter; before, and where the server goes (421), about all of them. */
function verdict(error: SmtpError, isSaid: boolean): HandOver {
  const { responseCode: code, response: said = '', command = '', code: name } = error;
  if (code !== undefined && code !== 421 && ['RCPT TO', 'DATA'].includes(command))
    return { kind: code >= 500 ? 'refused' : 'deferred', code, said };
  if (code !== undefined && command === 'MAIL FROM' && isAboutTheLetter(code, said)) return { kind: 'refused', code, said };
  // It never went out: no server takes it as it is, or this one said how much it takes (RFC 1870).
  if (name === 'EENVELOPE' && command === 'API') return { kind: 'refused', said: 'the address is none' };
  if (name === 'EMESSAGE' && command === 'MAIL FROM') return { kind: 'refused', said: 'it is larger than the server takes' };
  if (isSaid && code === undefined) return { kind: 'unknown' };
  throw unavailable(error);
}

/** Too large (552, 5.3.4), or letters that the server does not take (5.6.7): else it is the sender that it does not want. */
function isAboutTheLetter(code: number, said: string): boolean {
  return code === 552 || /\b5\.(?:3\.4|6\.7)\b/.test(said);
}

/** What breaks the connection is told to whoever listens, and not always to who began. */
function done(connection: SMTPConnection, begin: (told: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.once('error', reject);
    begin((error) => {
      connection.off('error', reject);
      if (error) reject(error);
      else resolve();
    });
  });
}

function codeOf(response: string | undefined): number {
  return Number(response?.slice(0, 3));
}

/** A code or a number: what a server says beside may name people. */
function unavailable(error: unknown): MailServerUnavailable {
  if (error instanceof MailServerUnavailable) return error;
  const { code, originalCode, responseCode, command } = error as SmtpError & { readonly originalCode?: string };
  const words =
    code === 'EAUTH'
      ? 'the server does not let it in'
      : command === 'MAIL FROM'
        ? `the server refuses the sender: ${responseCode}`
        : String(originalCode ?? responseCode ?? code ?? 'the connection is gone');
  return new MailServerUnavailable(words, { cause: error });
}
