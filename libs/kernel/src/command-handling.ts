import { canonicalJson } from './canonical-json.js';
import type { Clock } from './clock.js';
import { eventId, sealCommit, type Commit, type Meta, type RecordedEvent, type SealedCommit, type StreamName } from './commit.js';
import type { Cryptography } from './cryptography.js';
import { rejected, type ByWhom, type Circumstances, type Command, type Decide, type Fold, type Rejection } from './decider.js';
import type { EventCodec, SealedData } from './event-codec.js';
import { AppendOutcomeUnknown, type EventStore } from './event-store.js';
import type { DomainEvent } from './events.js';
import { advanced, emptyStream, foldCommits, outcomeOf, type FoldedStream, type Outcome } from './folded-stream.js';
import type { KeptOutcome } from './kept-outcomes.js';
import type { Homes } from './mirror/index.js';
import type { Position } from './position.js';
import { RecentMap } from './recent-map.js';
import { Turns } from './turns.js';

/** What became of a command. `repeated` where this id had been accepted before. */
export type Handled<State = unknown> =
  | { readonly kind: 'accepted'; readonly outcome: Outcome; readonly repeated: boolean; readonly state: State }
  | { readonly kind: 'rejected'; readonly rejection: Rejection }
  | { readonly kind: 'key-reused' }
  | { readonly kind: 'version-mismatch'; readonly version: number };

export interface CommandHandlingParts {
  readonly store: Pick<EventStore, 'append' | 'load'>;
  readonly codec: EventCodec;
  readonly cryptography: Cryptography;
  readonly clock: Clock;
  readonly site: string;
  /** Vault secret `command-digest`. */
  readonly digestKey: Uint8Array;
  /** Folded streams kept in memory; 20,000 unless given. The append is what proves them right. */
  readonly cached?: number;
  /** Nobody else appends to this log: what memory holds of a stream is the newest, and need not be looked for. */
  readonly alone?: boolean;
  /** Where streams are at home; without it all are at home here. */
  readonly homes?: Pick<Homes, 'elsewhere'>;
  /** Waits a moment of chance before the n-th further try of a lost race, so that racers do not run in step. */
  readonly pause?: (attempt: number) => Promise<void>;
}

/** How a stream folds, what is decided, and whether the stream is most likely none yet. */
export interface Rules<Data, State, Event extends DomainEvent> {
  readonly fold: Fold<State>;
  readonly decide: Decide<Data, State, Event>;
  /** Refuses whoever may not know of the stream, before its version is told. */
  readonly hides?: ((state: State, by: ByWhom) => Rejection | undefined) | undefined;
  /** Decides and appends before looking for the stream; only a refusal or a conflict makes it look (a retry, mostly). */
  readonly isLikelyNew?: boolean;
}

/** Somebody keeps winning the race for this stream; the caller may try again. */
export class StreamContended extends Error {
  override readonly name = 'StreamContended';
  readonly code = 'stream-contended';
}

type Writable<Shape> = { -readonly [Name in keyof Shape]: Shape[Name] };

const attempts = 20;

/** What streams are called that an erasure names as a person's. */
const ofPersons = [
  'ticket', 'contact', 'attachment', 'customer', 'profile', 'mail', 'outgoing-mail', 'listed-call', 'pursuit', 'person',
] as const; // prettier-ignore

/**
 * Handles commands on streams (rules 1–3 of ADR 0001): fold, look for the command's id, decide, append with the expected
 * version as one commit; after a conflict fold again and decide again; after an unknown outcome look into the log first.
 */
export class CommandHandling {
  private readonly cache: RecentMap<StreamName, FoldedStream<unknown>>;
  private readonly turns = new Turns();

  constructor(private readonly parts: CommandHandlingParts) {
    this.cache = new RecentMap(parts.cached ?? 20_000);
  }

  /**
   * @throws StreamContended, LogUnavailable, AppendOutcomeUnknown (still unknown after a look), CommitTooLarge
   */
  handle<Data, State, Event extends DomainEvent>(
    stream: StreamName,
    command: Command<Data>,
    rules: Rules<Data, State, Event>,
  ): Promise<Handled<State>> {
    const turn = this.turns.enter(stream);
    return turn === undefined
      ? this.handleInTurn(stream, command, rules)
      : turn.then(() => this.handleInTurn(stream, command, rules));
  }

  /** Lets go of what memory holds of the streams of this id: they have to be folded anew. */
  forget(id: string): void {
    for (const category of ofPersons) this.cache.delete(`${category}.${id}`);
  }

  /**
   * For what comes into the log by another way than a command: in the stream's turn, and what memory holds of it is let go of.
   * @param append its outcome is given back
   */
  letIn<Result>(stream: StreamName, append: () => Promise<Result>): Promise<Result> {
    return this.turns.take(stream, async () => {
      try {
        return await append();
      } finally {
        this.cache.delete(stream);
      }
    });
  }

  /** The answer that a command got which memory still knows of; undefined says nothing. */
  known(stream: StreamName, command: string): Outcome | undefined {
    const kept = this.cache.get(stream)?.outcomes.get(command);
    return kept && outcomeOf(kept);
  }

  /** The same, once whoever has the stream's turn is done: it may be this very command. */
  async answered(stream: StreamName, command: string): Promise<Outcome | undefined> {
    const outcome = this.known(stream, command);
    if (outcome !== undefined || !this.turns.isTaken(stream)) return outcome;
    return this.turns.take(stream, () => Promise.resolve(this.known(stream, command)));
  }

  /** The stream as it stands in the log now; what memory lacks is read. */
  async current<State>(stream: StreamName, fold: Fold<State>): Promise<FoldedStream<State>> {
    const newest = this.parts.alone && !this.turns.isTaken(stream) ? this.cached<State>(stream) : undefined;
    return newest ?? this.turns.take(stream, async () => this.newest(stream, await this.load(stream, fold, false), fold));
  }

  /** Whoever calls it has entered the turn of the stream; it is left here. */
  private async handleInTurn<Data, State, Event extends DomainEvent>(
    stream: StreamName,
    command: Command<Data>,
    rules: Rules<Data, State, Event>,
  ): Promise<Handled<State>> {
    try {
      let digest: string | undefined;
      let hopes = rules.isLikelyNew === true && command.expectedVersion === undefined && this.cache.get(stream) === undefined;
      let fresh = false;
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        const cached = hopes ? emptyStream(rules.fold) : fresh ? undefined : this.cached<State>(stream);
        const folded = cached ?? (await this.load(stream, rules.fold, fresh));
        const earlier = folded.outcomes.get(command.id);
        if (earlier) {
          digest ??= this.digestOf(command);
          if (earlier.digest !== digest) return { kind: 'key-reused' };
          return { kind: 'accepted', outcome: outcomeOf(earlier), repeated: true, state: folded.state };
        }
        if (command.expectedVersion !== undefined && command.expectedVersion !== folded.version) {
          if (!this.isNewest(stream, folded) && (await this.hasMovedOn(stream, folded, rules.fold))) continue;
          const hidden = rules.hides?.(folded.state, command);
          if (hidden !== undefined) return { kind: 'rejected', rejection: hidden };
          return { kind: 'version-mismatch', version: folded.version };
        }
        const at = this.timeFor(command, folded);
        const decision = rules.decide(command.data, folded.state, this.circumstances(command, at));
        if (!Array.isArray(decision)) {
          if (!hopes && (this.isNewest(stream, folded) || !(await this.hasMovedOn(stream, folded, rules.fold))))
            return { kind: 'rejected', rejection: decision as Rejection };
          hopes = false;
          continue;
        }
        const elsewhere = this.parts.homes?.elsewhere(stream, folded.site);
        const home = elsewhere === undefined ? undefined : await elsewhere;
        if (home !== undefined) return { kind: 'rejected', rejection: rejected('at-home-elsewhere', { home }) };
        if (decision.length === 0) throw new TypeError(`a decision on ${stream} gave neither events nor a rejection`);
        const plain = this.recorded(command.id, this.metaFor(command, stream, at), folded.version, decision);
        const sealing = this.sealEvents(plain);
        const events = sealing instanceof Promise ? await sealing : sealing;
        const first = folded.version + 1;
        digest ??= this.digestOf(command);
        const commit: Commit = { format: 1, stream, first, command: command.id, digest, previous: folded.hash, events };
        const { last, previous, hash, text } = sealCommit(commit, this.parts.cryptography);
        const position = await this.append(stream, { stream, first, last, previous, hash, text, commit, plain });
        if (position !== undefined) {
          const written = { stream, first, last, previous, hash, text, commit, position, events: plain };
          const next = advanced(folded, written, rules.fold);
          this.cache.set(stream, next);
          const outcome = outcomeOf(next.outcomes.get(command.id) as KeptOutcome);
          return { kind: 'accepted', outcome, repeated: false, state: next.state };
        }
        fresh = true;
        hopes = false;
        await this.parts.pause?.(attempt);
      }
      throw new StreamContended(`${stream}: ${attempts} attempts`);
    } finally {
      this.turns.leave(stream);
    }
  }

  /** Of a command that is refused nobody asks for it. */
  private digestOf({ data }: Command): string {
    return this.parts.cryptography.hmac(this.parts.digestKey, canonicalJson(data));
  }

  private circumstances({ actor, onBehalfOf }: Command, at: string): Circumstances {
    const { site } = this.parts;
    return onBehalfOf === undefined ? { at, actor, site } : { at, actor, site, onBehalfOf };
  }

  /** The position, or undefined where it has to be tried again from a fresh fold. */
  private async append(stream: StreamName, sealed: SealedCommit): Promise<Position | undefined> {
    try {
      const result = await this.parts.store.append(sealed);
      if (result.kind === 'appended') return result.position;
    } catch (error) {
      this.cache.delete(stream);
      if (!(error instanceof AppendOutcomeUnknown)) throw error;
    }
    this.cache.delete(stream);
    return undefined;
  }

  private cached<State>(stream: StreamName): FoldedStream<State> | undefined {
    return this.cache.get(stream) as FoldedStream<State> | undefined;
  }

  private async load<State>(stream: StreamName, fold: Fold<State>, fresh: boolean): Promise<FoldedStream<State>> {
    const cached = this.cached<State>(stream);
    if (cached && !fresh) return cached;
    const stored = await this.parts.store.load(stream, { fresh });
    if (stored.length === 0) return emptyStream(fold);
    const folded = foldCommits(await this.parts.codec.open(stored, fold.looksInside), fold);
    this.cache.set(stream, folded);
    return folded;
  }

  /** A refusal is only as good as the fold it rests on: another process may have written since. */
  private async hasMovedOn<State>(stream: StreamName, folded: FoldedStream<State>, fold: Fold<State>): Promise<boolean> {
    return (await this.newest(stream, folded, fold)).version !== folded.version;
  }

  private async newest<State>(stream: StreamName, folded: FoldedStream<State>, fold: Fold<State>): Promise<FoldedStream<State>> {
    if (this.isNewest(stream, folded)) return folded;
    const tail = await this.parts.store.load(stream, { after: folded.version, fresh: true });
    if (tail.length === 0) return folded;
    const opened = await this.parts.codec.open(tail, fold.looksInside);
    const next = opened.reduce((state, commit) => advanced(state, commit, fold), folded);
    this.cache.set(stream, next);
    return next;
  }

  /** Known without a look: nobody else writes. */
  private isNewest(stream: StreamName, folded: FoldedStream<unknown>): boolean {
    return this.parts.alone === true && this.cache.get(stream) === folded;
  }

  private timeFor(command: Command, folded: FoldedStream<unknown>): string {
    const at = command.at ?? instantText(this.parts.clock.now());
    return folded.at !== undefined && at < folded.at ? folded.at : at;
  }

  private metaFor(command: Command, stream: StreamName, at: string): Meta {
    const recordedAt = command.at === undefined ? at : instantText(this.parts.clock.now());
    const { actor, causation, correlation = stream, onBehalfOf, origin, trace } = command;
    const meta: Writable<Meta> = { actor, at, correlation, recordedAt, site: this.parts.site };
    if (causation !== undefined) meta.causation = causation;
    if (onBehalfOf !== undefined) meta.onBehalfOf = onBehalfOf;
    if (origin !== undefined) meta.origin = origin;
    if (trace !== undefined) meta.trace = trace;
    return meta;
  }

  /** The decided events with their ids and versions, still plain. */
  private recorded(command: string, meta: Meta, after: number, decided: readonly DomainEvent[]): readonly RecordedEvent[] {
    return decided.map(({ type, data }, place) => {
      const { schema } = this.parts.codec.catalogue.definition(type);
      return { id: eventId(command, place + 1), version: after + place + 1, type, schema, data, meta };
    });
  }

  /** At once where all keys are at hand, which is how it mostly is. */
  private sealEvents(plain: readonly RecordedEvent[]): readonly RecordedEvent[] | Promise<readonly RecordedEvent[]> {
    const sealed = plain.map((event) => this.parts.codec.seal(event, event.id));
    const events = (all: readonly SealedData[]) => plain.map((event, place) => ({ ...event, ...all[place] }));
    return sealed.some((one) => one instanceof Promise) ? Promise.all(sealed).then(events) : events(sealed as SealedData[]);
  }
}

let latest = { milliseconds: Number.NaN, text: '' };

/** RFC 3339 in UTC with milliseconds; years 0 to 9999. Within one millisecond the answer is the same text. */
export function instantText(milliseconds: number): string {
  const whole = Math.trunc(milliseconds);
  if (latest.milliseconds !== whole) latest = { milliseconds: whole, text: new Date(whole).toISOString() };
  return latest.text;
}
