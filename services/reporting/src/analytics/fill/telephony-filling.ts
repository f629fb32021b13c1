import { agentDayFold, callFold, type AgentDay, type Call } from '@ledgerline/domain';
import type { AnalyticsParts } from '@ledgerline/host';
import { categoryOf, idOf, RecentMap, type DecodedCommit, type Recorded, type StreamName } from '@ledgerline/kernel';
import { begunEarlier, factsOf } from './begun-earlier.js';
import type { FactRows } from './fact-rows.js';
import { addAgentDay, addCall } from './rows-of-telephony.js';
import type { WordList } from './word-list.js';

type Source = Pick<AnalyticsParts, 'store' | 'codec' | 'facts'>;
type Folded = { readonly kind: 'call'; call: Call } | { readonly kind: 'agent-day'; day: AgentDay };

/** A stream of telephony whose facts are kept: its number among them, and how far it is folded. */
interface KnownStream {
  readonly source: number;
  readonly id: string;
  isWritten: boolean;
  version: number;
  readonly folded: Folded;
}

export const telephonyCategories: readonly string[] = ['call', 'agent-state'];
/** Streams that are kept in memory beside those that wait to be written. */
const remembered = 10_000;

/** Calls and agents' days as facts: each is replaced whole where something more is told of it, however late. */
export class TelephonyFilling {
  private readonly recent = new RecentMap<StreamName, KnownStream>(remembered);
  private readonly changed = new Map<StreamName, KnownStream>();

  private constructor(
    private readonly parts: Source,
    private next: number,
  ) {}

  /** Goes on where the facts end. */
  static async from(parts: Source): Promise<TelephonyFilling> {
    const [last] = await parts.facts.ask('SELECT coalesce(max(source), -1) AS last FROM telephony_streams');
    return new TelephonyFilling(parts, Number(last?.['last']) + 1);
  }

  get waiting(): number {
    return this.changed.size;
  }

  async take(commits: readonly DecodedCommit[]): Promise<void> {
    const numbers = await this.numbersOf(begunEarlier(commits, [this.changed, this.recent]));
    for (const { stream, first, events } of commits) {
      const known = this.changed.get(stream) ?? this.recent.get(stream) ?? (await this.opened(stream, first, numbers));
      this.changed.set(stream, known);
      for (const event of events) if (event.version > known.version) foldOn(known, { ...event, stream });
    }
  }

  /** @returns numbers of those whose rows these take the place of */
  addRows(rows: FactRows, words: WordList): readonly number[] {
    for (const { source, id, folded } of this.changed.values())
      if (folded.kind === 'call') addCall({ source, contact: id, call: folded.call }, { rows, words });
      else if (folded.day !== undefined) addAgentDay({ source, day: folded.day }, { rows, words });
    return [...this.changed.values()].filter(({ isWritten }) => isWritten).map(({ source }) => source);
  }

  written(): void {
    for (const [stream, known] of this.changed) {
      known.isWritten = true;
      this.recent.set(stream, known);
    }
    this.changed.clear();
  }

  /** One that began earlier is folded again as far as its facts go. */
  private async opened(stream: StreamName, first: number, numbers: ReadonlyMap<string, number>): Promise<KnownStream> {
    const known = { id: idOf(stream), version: 0, folded: emptyOf(stream) };
    if (first === 1) return { ...known, source: this.next++, isWritten: false };
    const opened: KnownStream = { ...known, source: numbers.get(known.id) ?? this.next++, isWritten: true };
    const { codec, store } = this.parts;
    const before = (await codec.open(await store.load(stream), [])).filter((commit) => commit.first < first);
    for (const { events } of before) for (const event of events) foldOn(opened, { ...event, stream });
    return opened;
  }

  private async numbersOf(streams: ReadonlySet<StreamName>): Promise<ReadonlyMap<string, number>> {
    const rows = await factsOf(streams, 'SELECT source, id FROM telephony_streams', this.parts.facts);
    return new Map(rows.map(({ source, id }) => [id as string, source as number]));
  }
}

function foldOn(known: KnownStream, recorded: Recorded): void {
  known.version = recorded.version;
  if (known.folded.kind === 'call') known.folded.call = callFold.evolve(known.folded.call, recorded);
  else known.folded.day = agentDayFold.evolve(known.folded.day, recorded);
}

function emptyOf(stream: StreamName): Folded {
  return categoryOf(stream) === 'call' ? { kind: 'call', call: callFold.initial } : { kind: 'agent-day', day: undefined };
}
