import { categoryOf, openCommit, type RecordedEvent, type StoredCommit, type StreamName } from './commit.js';
import type { Fold } from './decider.js';
import type { ProjectionSource } from './projection-runner.js';
import type { Position } from './position.js';
import type { Recorded } from './projection.js';

/** A command that a process manager sends; its id derives from the event's, so that a repeat changes nothing. */
export interface Reaction {
  /** Tells several reactions to one event apart. */
  readonly step: string;
  readonly service: string;
  readonly command: string;
  readonly target: string;
  readonly data: unknown;
}

/**
 * `react(state, recorded) → commands`: pure. `state` is the event's own stream folded up to and including the event
 * (undefined without a fold).
 * Imported events wake no process manager (rule 8). A new one starts at the log's present end.
 */
export interface ProcessManager<State = unknown> {
  /** Another name (or version) is another process manager, which starts at the end. */
  readonly name: string;
  readonly version: number;
  readonly categories: readonly string[];
  /** Event types that can wake it. */
  readonly events: readonly string[];
  /** Types of the events whose personal fields `react` looks at; none unless given. */
  readonly looksInside?: readonly string[];
  /** Where it has one, `react` gets the stream's state; that costs a load of the stream for each event that concerns it. */
  readonly fold?: Fold<State>;
  /** Looks at an event before anything is decrypted: false where it asks for nothing. All concern it unless given. */
  concerns?(event: RecordedEvent): boolean;
  react(state: State, recorded: Recorded): readonly Reaction[];
}

/** Where process managers keep how far they got. */
export interface Checkpoints {
  get(name: string): Promise<Position | undefined>;
  set(name: string, position: Position): Promise<void>;
  close(): Promise<void>;
}

/** Batches that asked for nothing and may be read again after a crash: a checkpoint for each would cost more than they do. */
const mostUnsaved = 20;

export type SendReaction = (reaction: Reaction, cause: Recorded, id: string) => Promise<void>;

/**
 * Runs one process manager until the signal. A command is sent (and answered: accepted or refused by the rules) before
 * the checkpoint passes its event; a crash between sends it again under the same id.
 */
export async function runProcessManager<State>(
  manager: ProcessManager<State>,
  source: ProjectionSource & { readonly checkpoints: Checkpoints },
  send: SendReaction,
  options: { readonly signal: AbortSignal; readonly onBatch?: (position: Position) => void },
): Promise<void> {
  const name = `${manager.name}@${manager.version}`;
  let from = await source.checkpoints.get(name);
  if (from === undefined) {
    from = await source.store.end();
    await source.checkpoints.set(name, from);
  }
  options.onBatch?.(from);
  let unsaved = 0;
  let reached: Position | undefined;
  for await (const stored of source.store.follow(from, { signal: options.signal })) {
    let sent = 0;
    const wanted = stored.filter((commit) => mayConcern(manager, commit));
    for (const { stream, events } of wanted.length === 0 ? [] : await source.codec.open(wanted, manager.looksInside ?? []))
      for (const event of events) {
        if (!concerns(manager, event)) continue;
        const recorded: Recorded = { ...event, stream };
        const state =
          manager.fold === undefined ? (undefined as State) : await stateAt(manager.fold, source, stream, event.version);
        for (const reaction of manager.react(state, recorded)) {
          await send(reaction, recorded, `${event.id}~${manager.name}.${reaction.step}`);
          sent += 1;
        }
      }
    const position = stored.at(-1)?.position;
    if (position === undefined) continue;
    unsaved += 1;
    if (sent > 0 || unsaved >= mostUnsaved) {
      await source.checkpoints.set(name, position);
      unsaved = 0;
    }
    reached = unsaved > 0 ? position : undefined;
    options.onBatch?.(position);
  }
  if (reached !== undefined) await source.checkpoints.set(name, reached);
}

/** By the canonical text first, where there is nothing else: most commits are told apart without being parsed. */
function mayConcern<State>(manager: ProcessManager<State>, stored: StoredCommit): boolean {
  if (!manager.categories.includes(categoryOf(stored.stream))) return false;
  if (!stored.commit && !manager.events.some((type) => stored.text.includes(`"type":"${type}"`))) return false;
  return openCommit(stored).events.some((event) => concerns(manager, event));
}

function concerns<State>(manager: ProcessManager<State>, event: RecordedEvent): boolean {
  if (event.meta.origin !== undefined || !manager.events.includes(event.type)) return false;
  return manager.concerns?.(event) ?? true;
}

async function stateAt<State>(fold: Fold<State>, source: ProjectionSource, stream: StreamName, version: number): Promise<State> {
  const commits = await source.codec.open(await source.store.load(stream), fold.looksInside);
  let state = fold.initial;
  for (const event of commits.flatMap(({ events }) => events)) {
    if (event.version > version) break;
    state = fold.evolve(state, event);
  }
  return state;
}
