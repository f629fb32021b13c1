import type { Problem } from '@ledgerline/contracts';
import { openMailServer, sleep, untilAborted, type Ledgerline } from '@ledgerline/host';
import { instantText, MailServerUnavailable, type Mailer } from '@ledgerline/kernel';
import { runDueWork } from '../../due-work/run-due-work.js';
import { MailSender } from './mail-sender.js';
import { giveUp } from './sending.decisions.js';
import { stepOfMail } from './step-of-mail.js';

/** Mails of a look, and connections side by side: a letter that its server thinks about holds up one of them. */
const [mostAtOnce, connections] = [200, 4];
/** Milliseconds that a server which is away is left alone, doubling; and that letters under way have once the process ends. */
const [firstPause, longestPause, grace] = [5_000, 300_000, 5_000];
const principal = { kind: 'system', id: 'send-mails', roles: ['system'], departments: [] } as const;

/** Hands over what is due, one copy at a time (ADR 0045). */
export async function sendMails(ledgerline: Ledgerline, signal: AbortSignal): Promise<void> {
  const mailer = await openMailServer(ledgerline.configuration);
  if (mailer === undefined) return untilAborted(signal);
  const sending = new MailSending(ledgerline, mailer);
  return runDueWork(ledgerline, signal, {
    name: 'mails',
    place: 'send-mails@1',
    doWhatIsDue: (over) => sending.sendWhatIsDue(over),
    hasWaitedSince: async (before) => (await sending.due(before, 1)).length > 0,
  });
}

class MailSending {
  private pause = firstPause;
  private restsUntil = 0;
  private why: string | undefined;

  constructor(
    private readonly ledgerline: Ledgerline,
    private readonly mailer: Mailer,
  ) {}

  async due(before: number, limit: number): Promise<readonly string[]> {
    type Answer = { readonly kind: 'due'; readonly ids: readonly string[] } | Problem;
    const answer = await this.ledgerline.ask<Answer>('reporting', 'outgoing-mails-due', {
      body: { before: instantText(before), limit },
      principal,
    });
    if (answer.kind !== 'due') throw new Error(`outgoing-mails-due: ${answer.code}`);
    return answer.ids;
  }

  /** @returns why nothing goes out just now */
  async sendWhatIsDue(signal: AbortSignal): Promise<string | undefined> {
    if (performance.now() < this.restsUntil) return this.why;
    const ids = [...(await this.due(this.ledgerline.clock.now(), mostAtOnce))];
    const lanes = Array.from({ length: Math.min(connections, ids.length) }, () => this.lane(ids, signal));
    const ends = await Promise.allSettled(lanes);
    const failed = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as unknown] : []));
    const stranger = failed.find((error) => !(error instanceof MailServerUnavailable));
    if (stranger !== undefined) throw stranger;
    const [away] = failed as MailServerUnavailable[];
    if (away === undefined) this.pause = firstPause;
    else await this.rest(away.message);
    return (this.why = away && `the mail server: ${away.message}`);
  }

  private async rest(why: string): Promise<void> {
    await this.giveUpOld();
    this.ledgerline.log.warn({ why }, 'mails cannot be handed over; they wait');
    this.restsUntil = performance.now() + this.pause;
    this.pause = Math.min(this.pause * 2, longestPause);
  }

  /** One that may have gone waits for the server, and so do those that are young: neither keeps another from being given up. */
  private async giveUpOld(): Promise<void> {
    const { clock, configuration } = this.ledgerline;
    for (const id of await this.due(clock.now(), mostAtOnce))
      await stepOfMail(id, 'give-up', giveUp(configuration.mailGiveUpHours), this.ledgerline);
  }

  private async lane(ids: string[], signal: AbortSignal): Promise<void> {
    const server = await this.mailer.open();
    const over = new AbortController();
    const end = () => void sleep(grace, over.signal).then(() => over.abort());
    signal.addEventListener('abort', end, { once: true });
    try {
      const sender = new MailSender(this.ledgerline, server, over.signal);
      for (let id = ids.shift(); id !== undefined && !signal.aborted; id = ids.shift()) await sender.send(id);
    } finally {
      signal.removeEventListener('abort', end);
      await server.close();
      over.abort();
    }
  }
}
