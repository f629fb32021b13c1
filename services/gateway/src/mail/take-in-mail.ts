import { mailFold, senderInHeader, type ExistingMail, type MailSettlement } from '@ledgerline/domain';
import { sleep, type Ledgerline } from '@ledgerline/host';
import {
  LogUnavailable,
  NoHandler,
  RequestTimeout,
  streamName,
  UnreadableMail,
  type MailReader,
  type ParsedMail,
} from '@ledgerline/kernel';
import { AttachmentContents } from '../attachment-contents.js';
import { ProblemError } from '../problem.js';
import { give } from './postman.js';
import { MailSorter } from './sort-mail.js';

/** Milliseconds between the attempts at a mail that something breaks on. */
const pauses = [200, 2_000, 10_000];

/** Takes one mail at a time from the record to where it belongs. */
export class MailTaker {
  private readonly contents: AttachmentContents;
  private readonly sorter: MailSorter;

  constructor(
    private readonly ledgerline: Ledgerline,
    private readonly parse: MailReader['read'],
  ) {
    this.contents = new AttachmentContents(ledgerline);
    this.sorter = new MailSorter(ledgerline);
  }

  /**
   * May be repeated. A mail on which something breaks that has no name is tried some times and then set aside: it never stops those
   * behind it. What is away for all of them is thrown, for the supervision to come again.
   */
  async take(id: string, signal: AbortSignal): Promise<void> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await this.takeOnce(id);
      } catch (error) {
        if (isForAll(error)) throw error;
        // By its name: the message may be the mail's own words.
        this.ledgerline.log.error({ mail: id, error: nameOf(error), attempt: attempt + 1 }, 'a mail cannot be taken in');
        const pause = pauses[attempt];
        if (pause === undefined) return this.setAside(id);
        await sleep(pause, signal);
        if (signal.aborted) throw error;
      }
    }
  }

  private async takeOnce(id: string): Promise<void> {
    const mail = await this.waiting(id);
    if (mail === undefined) return;
    const read = await this.read(mail);
    await this.settle(id, mail, 'kind' in read ? read : await this.sorter.sort({ id, mail, parsed: read }));
  }

  private async setAside(id: string): Promise<void> {
    const mail = await this.waiting(id);
    if (mail !== undefined) await this.settle(id, mail, setAside('cannot-be-taken-in'));
  }

  private async waiting(id: string): Promise<ExistingMail | undefined> {
    const { state } = await this.ledgerline.commands.current(streamName('mail', id), mailFold);
    return state?.state === 'waiting' ? state : undefined;
  }

  private async read(mail: ExistingMail): Promise<ParsedMail | MailSettlement> {
    if (mail.cut || mail.size > this.ledgerline.configuration.largestMail) return this.unread('too-large', mail);
    const content = await this.contents.read(mail);
    if (content === undefined) return setAside('bytes-are-gone');
    try {
      return await this.parse(await whole(content));
    } catch (error) {
      if (error instanceof UnreadableMail) return this.unread('unreadable', mail);
      throw error;
    }
  }

  /** Nobody looks into it; whom it names as its sender is kept all the same, so that their erasure finds it. */
  private async unread(why: string, mail: ExistingMail): Promise<MailSettlement> {
    const content = await this.contents.read(mail);
    const address = content && senderInHeader(await firstOf(content));
    return this.sorter.setAside(why, address === undefined ? undefined : { address });
  }

  /** Refused where another process has settled it meanwhile: that stands. */
  private async settle(id: string, { round }: ExistingMail, body: MailSettlement): Promise<void> {
    const reply = await give('settle-mail', { id, as: `${id}~settle.${round}`, body }, this.ledgerline);
    const outcome = reply.kind === 'problem' ? reply.code : body.kind;
    this.ledgerline.log.debug({ mail: id, outcome }, 'a mail was looked into');
  }
}

function setAside(why: string): MailSettlement {
  return { kind: 'set-aside', why };
}

/** No mail's fault: the log, or a service, does not answer anybody just now, or its lists are behind. */
function isForAll(error: unknown): boolean {
  if (error instanceof ProblemError) return error.status === 503;
  return error instanceof NoHandler || error instanceof RequestTimeout || error instanceof LogUnavailable;
}

function nameOf(error: unknown): string {
  const { code, name } = error as { readonly code?: unknown; readonly name?: string };
  return typeof code === 'string' ? code : (name ?? 'Error');
}

/** The first piece: a header, mostly. */
async function firstOf(content: AsyncIterable<Uint8Array>): Promise<string> {
  for await (const piece of content) return Buffer.from(piece).toString('latin1');
  return '';
}

async function whole(content: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of content) pieces.push(piece);
  return Buffer.concat(pieces);
}
