import { openDeadlines, stepId, ticketFold, type ClockBook, type Rulebook, type TimedStep } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import {
  instantText,
  isIn,
  RecentMap,
  type Actor,
  type Decide,
  type DomainEvent,
  type Fold,
  type Handled,
  type StreamName,
} from '@ledgerline/kernel';
import { Addressees } from './addressees.js';
import { archiveTicket } from './archive-ticket.decision.js';
import { RulebookInForce } from './rulebook-in-force.js';
import { tellStep } from './tell-step.decision.js';
import { missedCalls, tickets, type TimedStream } from './timed-stream.js';

const actor: Actor = { kind: 'system', id: 'ticker', roles: ['system'] };
const day = 86_400_000;
/** Times that a stream is looked at anew because others write to it; the next tick comes anyway. */
const mostTries = 20;

/** What comes after it may be due as well: a repeat, or what the ticket is like without what was refused or waited for. */
function goesOn({ kind }: TimedStep): boolean {
  return kind !== 'warning' && kind !== 'breach';
}

/** A stream's clocks as its events up to a version give them. */
interface Folded<Kept> {
  readonly kept: Kept;
  readonly version: number;
  /** The installation that wrote the last of them. */
  readonly site?: string | undefined;
}

/** Does on one ticket, or missed call, what time has brought about, in order, each as a command of its own. */
export class Visits {
  private readonly addressees: Addressees;
  private readonly rulebook: RulebookInForce;
  /** Copies of what another installation has: their clocks show here, and run out there. */
  private readonly elsewhere = new RecentMap<StreamName, true>(100_000);

  constructor(private readonly ledgerline: Ledgerline) {
    this.addressees = new Addressees(ledgerline);
    this.rulebook = new RulebookInForce(ledgerline.commands);
  }

  /** @returns how many steps were told */
  tellWhatIsDue(stream: StreamName): Promise<number> {
    if (this.elsewhere.get(stream)) return Promise.resolve(0);
    return isIn(stream, ['contact']) ? this.tell(stream, missedCalls) : this.tell(stream, tickets);
  }

  async archive(stream: StreamName): Promise<void> {
    if (this.elsewhere.get(stream)) return;
    const { kept, version, site } = await this.foldOn(stream, tickets, { kept: tickets.before, version: 0 }, true);
    if (await this.isElsewhere(stream, site)) return;
    const since = kept.overSince;
    if (since === undefined) return;
    const archiveAfter = this.ledgerline.configuration.archiveAfterDays * day;
    const rules = { fold: ticketFold, decide: archiveTicket(kept, archiveAfter) };
    await this.send(stream, { step: `archive@${instantText(since)}`, version }, rules);
  }

  private async tell<Kept, State, Event extends DomainEvent>(
    stream: StreamName,
    kind: TimedStream<Kept, State, Event>,
  ): Promise<number> {
    const refused = new Set<string>();
    let folded: Folded<Kept> = { kept: kind.before, version: 0 };
    let told = 0;
    for (let tries = 0; tries < mostTries;) {
      // What was read may be a moment old: then the expected version says so, and it is read again from where it is written.
      folded = await this.foldOn(stream, kind, folded, tries > 0);
      if (await this.isElsewhere(stream, folded.site)) return told;
      const book = kind.bookOf(folded.kept);
      const rulebook = await this.rulebook.get();
      const due = book === undefined ? [] : this.due(book, rulebook, refused);
      const [step] = due;
      if (step === undefined || book === undefined) return told;
      const accounts = await this.addressees.of(kind.audienceOf(step, folded.kept));
      const wanted = stepId(step);
      const decide = tellStep(step, accounts, kind.eventOf);
      const handled = await this.send(stream, { step: wanted, version: folded.version }, { fold: kind.fold, decide });
      if (handled.kind === 'accepted' && !handled.repeated) {
        told += 1;
        if (due.length === 1 && !goesOn(step)) return told;
      } else if (handled.kind === 'version-mismatch') tries += 1;
      else refused.add(wanted);
    }
    return told;
  }

  private async isElsewhere(stream: StreamName, site: string | undefined): Promise<boolean> {
    if (site === undefined || !(await this.ledgerline.homes.isElsewhere(site))) return false;
    this.elsewhere.set(stream, true);
    return true;
  }

  private due(book: ClockBook, rulebook: Rulebook, refused: ReadonlySet<string>): readonly TimedStep[] {
    const now = this.ledgerline.clock.now();
    return openDeadlines(book, rulebook, now).steps.filter((step) => step.at <= now && !refused.has(stepId(step)));
  }

  /** The command's id is the step's identity: whoever else does it too changes nothing. */
  private send<State, Event extends DomainEvent>(
    stream: StreamName,
    { step, version }: { readonly step: string; readonly version: number },
    rules: { readonly fold: Fold<State>; readonly decide: Decide<unknown, State, Event> },
  ): Promise<Handled> {
    const command = { id: `ticker~${step}`, data: { step }, actor, expectedVersion: version };
    return this.ledgerline.commands.handle<unknown, State, Event>(stream, command, rules);
  }

  /** What was written since, folded onto what is kept; no personal field is opened. */
  private async foldOn<Kept>(
    stream: StreamName,
    { keep }: Pick<TimedStream<Kept, never, never>, 'keep'>,
    { kept, version, site }: Folded<Kept>,
    fresh: boolean,
  ): Promise<Folded<Kept>> {
    const { store, codec } = this.ledgerline;
    const commits = await codec.open(await store.load(stream, { after: version, fresh }), []);
    const events = commits.flatMap((commit) => commit.events);
    const last = events.at(-1);
    return { kept: events.reduce(keep, kept), version: last?.version ?? version, site: last?.meta.site ?? site };
  }
}
