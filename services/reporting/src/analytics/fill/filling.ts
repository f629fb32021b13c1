import { clockFact, type Rulebook } from '@ledgerline/domain';
import type { AnalyticsParts } from '@ledgerline/host';
import {
  categoryOf, FactsBeside, idOf, RecentMap, streamName, type DecodedCommit, type Position, type StoredCommit,
} from '@ledgerline/kernel'; // prettier-ignore
import { rulebookBeside } from '../../deadline-sheet/rulebook-beside.js';
import { begunEarlier, factsOf } from './begun-earlier.js';
import { FactRows } from './fact-rows.js';
import { foldOn, newTicket, settledPlaces, type KnownTicket } from './known-ticket.js';
import { addClocks } from './rows-of-clocks.js';
import { addStanding } from './rows-of-standing.js';
import { addCourse, addDeviations } from './rows-of-course.js';
import { addEvent } from './rows-of-event.js';
import { addTicket } from './rows-of-ticket.js';
import { telephonyBeside, type TermsThen } from './telephony-beside.js';
import { telephonyCategories, TelephonyFilling } from './telephony-filling.js';
import { WordList } from './word-list.js';

type Source = Pick<AnalyticsParts, 'store' | 'codec' | 'facts'>;

/** Tickets that are kept in memory beside those that wait to be written. */
const remembered = 10_000;

/**
 * Takes commits in the log's order and turns them into facts. A ticket that changes is judged once for all commits of a batch, not
 * once an event; rows and position are written together.
 */
export class Filling {
  readonly words: WordList;
  private readonly rows = new FactRows();
  private readonly recent = new RecentMap<string, KnownTicket>(remembered);
  private readonly changed = new Map<string, KnownTicket>();
  private readonly beside: FactsBeside<Rulebook>;
  private readonly telephonyBeside: FactsBeside<TermsThen>;
  private rulebook: Rulebook | undefined;
  private termsAt: TermsThen | undefined;
  private next = 0;
  private position: Position | undefined;

  private constructor(
    private readonly source: Source,
    private readonly telephony: TelephonyFilling,
  ) {
    this.words = new WordList();
    this.beside = new FactsBeside({ beside: rulebookBeside }, source);
    this.telephonyBeside = new FactsBeside({ beside: telephonyBeside }, source);
  }

  /** Goes on where the facts end. */
  static async from(source: Source): Promise<Filling> {
    const filling = new Filling(source, await TelephonyFilling.from(source));
    await filling.words.load(source.facts);
    const [last] = await source.facts.ask('SELECT coalesce(max(ticket), -1) AS last FROM tickets');
    filling.next = Number(last?.['last']) + 1;
    return filling;
  }

  /** Tickets that wait to be judged and written, and calls. */
  get waiting(): number {
    return this.changed.size + this.telephony.waiting;
  }

  async take(stored: readonly StoredCommit[]): Promise<void> {
    this.rulebook = await this.beside.for(stored);
    this.termsAt = await this.telephonyBeside.for(stored);
    const opened = (categories: readonly string[]) =>
      this.source.codec.open(
        stored.filter(({ stream }) => categories.includes(categoryOf(stream))),
        [],
      );
    await this.telephony.take(await opened(telephonyCategories));
    const commits = await opened(['ticket']);
    const fresh = await this.known(commits);
    for (const { stream, events } of commits) {
      const known =
        this.changed.get(stream) ?? this.recent.get(stream) ?? fresh.get(stream) ?? newTicket(this.next++, idOf(stream));
      this.changed.set(stream, known);
      for (const event of events) {
        if (event.version <= known.version) continue;
        const before = known.book.ticket;
        const stood = foldOn(known, { ...event, stream });
        if (stood !== undefined && stood.since < known.lastAt)
          addStanding(known.ticket, stood, known.lastAt, { rows: this.rows, words: this.words });
        addEvent(known, event, before, { rows: this.rows, words: this.words });
        addDeviations(known, event, { rows: this.rows, words: this.words });
      }
    }
    this.position = stored.at(-1)?.position ?? this.position;
  }

  /** Judges what has changed and writes it, with the position that it is true for. */
  async write(): Promise<void> {
    const { position, rulebook, termsAt, rows, words } = this;
    if (position === undefined || rulebook === undefined || termsAt === undefined) return;
    const changed = [...this.changed.values()];
    for (const known of changed) {
      addClocks(known, rulebook, { rows, words });
      addTicket(known, { rows, words, termsAt });
      addCourse(known, { rows, words });
      if (known.standing !== undefined) addStanding(known.ticket, known.standing, null, { rows, words });
    }
    const source = this.telephony.addRows(rows, words);
    const replaced = { ticket: changed.filter(({ isWritten }) => isWritten).map(({ ticket }) => ticket), source };
    for (const row of words.added()) rows.add('words', row);
    await this.source.facts.write({ position, added: rows.added, replaced });
    words.written();
    rows.clear();
    for (const [stream, known] of this.changed) {
      known.isWritten = true;
      this.recent.set(stream, known);
    }
    this.changed.clear();
    this.telephony.written();
    this.position = undefined;
  }

  /**
   * Tickets of these commits that the facts have and memory has not: folded again as far as their facts go. What begins among them
   * is in no facts yet.
   */
  private async known(commits: readonly DecodedCommit[]): Promise<ReadonlyMap<string, KnownTicket>> {
    const streams = begunEarlier(commits, [this.changed, this.recent]);
    const found = new Map<string, KnownTicket>();
    const rows = await factsOf(streams, 'SELECT ticket, id, version FROM tickets', this.source.facts);
    for (const { ticket, id, version } of rows)
      found.set(streamName('ticket', id as string), await this.folded(ticket as number, id as string, version as number));
    return found;
  }

  private async folded(ticket: number, id: string, version: number): Promise<KnownTicket> {
    const stream = streamName('ticket', id);
    const known = { ...newTicket(ticket, id), isWritten: true };
    for (const { events } of await this.source.codec.open(await this.source.store.load(stream), []))
      for (const event of events) if (event.version <= version) foldOn(known, { ...event, stream });
    if (this.rulebook === undefined) return known;
    for (const place of settledPlaces(known)) known.settled[place] = settledOutcome(known, place, this.rulebook);
    return known;
  }
}

function settledOutcome(known: KnownTicket, place: number, rulebook: Rulebook): KnownTicket['settled'][number] {
  const run = known.book.runs[place];
  return (run && clockFact(run, known.lastAt, { book: known.book, rulebook })?.outcome) ?? 'no-rule';
}
