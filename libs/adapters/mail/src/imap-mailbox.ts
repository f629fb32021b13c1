import { MailboxUnavailable, type Mailbox, type OpenMailbox, type WaitingMail } from '@ledgerline/kernel';
import { ImapFlow } from 'imapflow';
import { clientOptions, type ImapSettings } from './imap-settings.js';

/** Marks what was taken, where the server keeps marks of one's own; else it is `\Seen`, as for whoever reads a mailbox. */
const takenMark = '$LedgerlineTaken';

/** A folder of an IMAP server (RFC 9051), by imapflow. */
export class ImapMailbox implements Mailbox {
  constructor(private readonly settings: ImapSettings) {}

  get address(): string {
    return this.settings.address;
  }

  async open(): Promise<OpenMailbox> {
    const client = new ImapFlow(clientOptions(this.settings));
    // Whoever waits for an answer hears of it too; unheard it would end the process.
    client.on('error', () => client.close());
    return inWords(async () => {
      try {
        await client.connect();
        const { permanentFlags } = await this.opened(client);
        return new OpenImapMailbox(client, permanentFlags?.has('\\*') ? takenMark : '\\Seen');
      } catch (error) {
        client.close();
        throw error;
      }
    });
  }

  private async opened(client: ImapFlow) {
    try {
      return await client.mailboxOpen(this.settings.folder);
    } catch (error) {
      if (!client.usable) throw error;
      throw new MailboxUnavailable('the folder cannot be opened', { cause: error });
    }
  }
}

class OpenImapMailbox implements OpenMailbox {
  constructor(
    private readonly client: ImapFlow,
    private readonly mark: string,
  ) {}

  waiting(most: number): Promise<{ readonly count: number; readonly mails: readonly WaitingMail[] }> {
    return inWords(async () => {
      const untaken = this.mark === takenMark ? { unKeyword: takenMark } : { seen: false };
      const found = await this.client.search({ ...untaken, deleted: false }, { uid: true });
      if (!found) throw new MailboxUnavailable(this.client.usable ? 'the server does not search' : 'the connection is gone');
      const uids = found.toSorted((one, other) => one - other);
      const mails: WaitingMail[] = [];
      const wanted = { uid: true, size: true, internalDate: true, headers: ['message-id'] };
      if (uids.length > 0 && most > 0)
        for await (const message of this.client.fetch(uids.slice(0, most), wanted, { uid: true }))
          mails.push(waitingMail(message));
      return { count: uids.length, mails };
    });
  }

  async raw(key: string, most: number): Promise<AsyncIterable<Uint8Array>> {
    const { content } = await inWords(() => this.client.download(key, undefined, { uid: true, maxBytes: most }));
    if (content === undefined) throw new MailboxUnavailable('a mail is gone');
    return inPieces(content);
  }

  markTaken(key: string): Promise<void> {
    return inWords(async () => {
      const isMarked = await this.client.messageFlagsAdd(key, [this.mark], { uid: true });
      if (!isMarked) throw new MailboxUnavailable('the mailbox lets nothing be marked');
    });
  }

  change(milliseconds: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const over = () => {
        clearTimeout(timer);
        for (const event of ['exists', 'close'] as const) this.client.off(event, over);
        signal.removeEventListener('abort', over);
        resolve();
      };
      const timer = setTimeout(over, milliseconds);
      for (const event of ['exists', 'close'] as const) this.client.on(event, over);
      signal.addEventListener('abort', over, { once: true });
      if (signal.aborted || !this.client.usable) over();
    });
  }

  async close(): Promise<void> {
    // Not answered by a connection that is gone already.
    await this.client.logout().catch(() => this.client.close());
  }
}

function waitingMail(message: {
  readonly uid: number;
  readonly size?: number | undefined;
  readonly internalDate?: Date | string | undefined;
  readonly headers?: Buffer | undefined;
}): WaitingMail {
  const messageId = /^message-id:\s*(\S.*?)\s*$/im.exec(
    (message.headers ?? Buffer.alloc(0)).toString('latin1').replaceAll(/\r?\n[ \t]+/g, ' '),
  )?.[1];
  return {
    key: String(message.uid),
    size: message.size ?? 0,
    receivedAt: new Date(message.internalDate ?? 0).toISOString(),
    ...(messageId === undefined ? {} : { messageId }),
  };
}

async function* inPieces(content: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  try {
    yield* content;
  } catch (error) {
    throw unavailable(error);
  }
}

async function inWords<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    throw unavailable(error);
  }
}

/** A code or the server's own response code: what it says beside may name people. */
function unavailable(error: unknown): MailboxUnavailable {
  if (error instanceof MailboxUnavailable) return error;
  const { code, authenticationFailed, serverResponseCode, name } = error as {
    readonly code?: string;
    readonly authenticationFailed?: boolean;
    readonly serverResponseCode?: string;
    readonly name?: string;
  };
  return new MailboxUnavailable(
    authenticationFailed === true ? 'the server does not let it in' : String(serverResponseCode ?? code ?? name ?? 'Error'),
    { cause: error },
  );
}
