import {
  documentFold,
  emptyBook,
  keepClockBook,
  openDeadlines,
  readRulebook,
  stepId,
  ticketFold,
  type ClockBook,
  type MaybeTicket,
  type Rulebook,
  type TicketEvent,
  type TimedStep,
} from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { instantText, streamName, type Actor, type Decide, type Handled, type StreamName } from '@ledgerline/kernel';
import { Addressees } from './addressees.js';
import { audienceOf } from './audience.js';
import { archiveTicket, tellStep } from './tell-step.decision.js';

const actor: Actor = { kind: 'system', id: 'ticker', roles: ['system'] };
const day = 86_400_000;
/** Milliseconds for which the documents that clocks are judged by need not be read again: clocks are pinned to older ones. */
const rulebookHolds = 1_000;
/** Times that a ticket is looked at anew because others write to it; the next tick comes anyway. */
const mostTries = 20;

/** What comes after it may be due as well: a repeat, or what the ticket is like without what was refused or waited for. */
function goesOn({ kind }: TimedStep): boolean {
  return kind !== 'warning' && kind !== 'breach';
}

/** Does on one ticket what time has brought about, in order, each as a command of its own. */
export class TicketVisits {
  private readonly addressees: Addressees;
  private rulebook: { readonly book: Promise<Rulebook>; readonly until: number } | undefined;

  constructor(private readonly ledgerline: Ledgerline) {
    this.addressees = new Addressees(ledgerline);
  }

  /** @returns how many steps were told */
  async tellWhatIsDue(ticket: string): Promise<number> {
    const stream = streamName('ticket', ticket);
    const refused = new Set<string>();
    let folded = { book: emptyBook, version: 0 };
    let told = 0;
    for (let tries = 0; tries < mostTries;) {
      folded = await this.foldOn(stream, folded);
      const rulebook = await this.currentRulebook();
      const due = this.due(folded.book, rulebook, refused);
      const [step] = due;
      if (step === undefined || folded.book.ticket === undefined) return told;
      const to = await this.addressees.of(audienceOf(step, folded.book.ticket));
      const id = stepId(step);
      const handled = await this.send(stream, id, folded.version, tellStep(id, { book: folded.book, rulebook }, to));
      if (handled.kind === 'accepted' && !handled.repeated) {
        told += 1;
        if (due.length === 1 && !goesOn(step)) return told;
      } else if (handled.kind === 'version-mismatch') tries += 1;
      else refused.add(id);
    }
    return told;
  }

  async archive(ticket: string): Promise<void> {
    const stream = streamName('ticket', ticket);
    const { book, version } = await this.foldOn(stream, { book: emptyBook, version: 0 });
    const since = book.overSince;
    if (since === undefined) return;
    const archiveAfter = this.ledgerline.configuration.archiveAfterDays * day;
    await this.send(stream, `archive@${instantText(since)}`, version, archiveTicket(book, archiveAfter));
  }

  private due(book: ClockBook, rulebook: Rulebook, refused: ReadonlySet<string>): readonly TimedStep[] {
    const now = this.ledgerline.clock.now();
    return openDeadlines(book, rulebook, now).steps.filter((step) => step.at <= now && !refused.has(stepId(step)));
  }

  /** The command's id is the step's identity: whoever else does it too changes nothing. */
  private send(
    stream: StreamName,
    step: string,
    version: number,
    decide: Decide<unknown, MaybeTicket, TicketEvent>,
  ): Promise<Handled> {
    const command = { id: `ticker~${step}`, data: { step }, actor, expectedVersion: version };
    return this.ledgerline.commands.handle<unknown, MaybeTicket, TicketEvent>(stream, command, { fold: ticketFold, decide });
  }

  /** What was written since, folded onto the book; no personal field is opened. */
  private async foldOn(stream: StreamName, { book, version }: { readonly book: ClockBook; readonly version: number }) {
    const { store, codec } = this.ledgerline;
    const commits = await codec.open(await store.load(stream, { after: version, fresh: true }), []);
    const events = commits.flatMap((commit) => commit.events);
    return { book: events.reduce(keepClockBook, book), version: events.at(-1)?.version ?? version };
  }

  private currentRulebook(): Promise<Rulebook> {
    const now = performance.now();
    if (this.rulebook && this.rulebook.until > now) return this.rulebook.book;
    const { commands } = this.ledgerline;
    const book = readRulebook((type, code) =>
      commands.current(streamName('document', `${type}-${code}`), documentFold).then(({ state }) => state),
    );
    this.rulebook = { book, until: now + rulebookHolds };
    book.catch(() => (this.rulebook = undefined));
    return book;
  }
}
