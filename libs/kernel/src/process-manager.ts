import type { CommandHandling } from './command-handling.js';
import { isIn, openCommit, type RecordedEvent, type StoredCommit, type StreamName } from './commit.js';
import type { Fold } from './decider.js';
import type { Homes } from './mirror/index.js';
import type { ProjectionSource } from './projection-source.js';
import type { Position } from './position.js';
import type { Recorded } from './projection.js';
import type { Checkpoints } from './checkpoints.js';
import { SavedPlace } from './saved-place.js';
import { untilOneEnds } from './until-one-ends.js';

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
 * Imported events wake no process manager (rule 8), and those of another installation none but that one's own. A new one starts at the log's present end.
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
  /** What it asks for is this installation's own affair, also where another one wrote the event. Else each reacts to its own. */
  readonly everywhere?: true;
  /** Where it has one, `react` gets the stream's state; that costs a load of the stream for each event that concerns it. */
  readonly fold?: Fold<State>;
  /** Looks at an event before anything is decrypted: false where it asks for nothing. All concern it unless given. */
  concerns?(event: RecordedEvent): boolean;
  /** Asks memory, before anything is sent, whether it was done already: true only where that is certain. */
  isDone?(recorded: Recorded, memory: CommandMemory): Promise<boolean>;
  react(state: State, recorded: Recorded): readonly Reaction[];
}

/** What this process knows of commands that it has handled itself. */
export type CommandMemory = Pick<CommandHandling, 'answered'>;
type ReactionSource = ProjectionSource & { readonly commands?: CommandMemory; readonly homes?: Pick<Homes, 'isElsewhere'> };

export type SendReaction = (reaction: Reaction, cause: Recorded, id: string) => Promise<void>;

export interface ManagerOptions {
  readonly signal: AbortSignal;
  /** Epoch of the claim to run under. */
  readonly owner: number;
  /** Waits between two saves of the checkpoint: what a crash may have sent again, under the same ids. */
  readonly pause: (signal: AbortSignal) => Promise<void>;
  /** Told where it begins, then each position that it has come to. */
  readonly onReached?: (position: Position) => void;
}

/** Under this name a process manager's checkpoint is kept. */
export function checkpointName({ name, version }: Pick<ProcessManager, 'name' | 'version'>): string {
  return `${name}@${version}`;
}

/**
 * Runs one process manager until the signal. A command is sent (and answered: accepted or refused by the rules) before
 * the checkpoint passes its event; a crash between sends it again under the same id.
 *
 * @throws Fenced when another copy has taken over
 */
export async function runProcessManager<State>(
  manager: ProcessManager<State>,
  source: ReactionSource & { readonly checkpoints: Checkpoints },
  send: SendReaction,
  { signal, owner, pause, onReached }: ManagerOptions,
): Promise<void> {
  const place = await SavedPlace.of(source.checkpoints, { name: checkpointName(manager), owner });
  const from = (place.reached ??= await source.store.end());
  onReached?.(from);
  await place.save();
  const react = async (over: AbortSignal) => {
    for await (const stored of source.store.follow(from, { signal: over }))
      for await (const position of reactTo(manager, stored, source, send)) {
        place.reached = position;
        onReached?.(position);
      }
  };
  await untilOneEnds(signal, [react, (over) => place.keepSaving(pause, over)]);
  await place.save();
}

/** Sends what a batch asks for, in order; gives each position once everything up to it is answered. */
async function* reactTo<State>(
  manager: ProcessManager<State>,
  stored: readonly StoredCommit[],
  source: ReactionSource,
  send: SendReaction,
): AsyncIterable<Position> {
  const wanted = stored.filter((commit) => mayConcern(manager, commit));
  for (const { stream, events, position } of wanted.length === 0
    ? []
    : await source.codec.open(wanted, manager.looksInside ?? [])) {
    for (const event of events) {
      if (!concerns(manager, event)) continue;
      if (manager.everywhere !== true && (await source.homes?.isElsewhere(event.meta.site)) === true) continue;
      const recorded: Recorded = { ...event, stream };
      if (manager.isDone && source.commands && (await manager.isDone(recorded, source.commands))) continue;
      const state =
        manager.fold === undefined ? (undefined as State) : await stateAt(manager.fold, source, stream, event.version);
      for (const reaction of manager.react(state, recorded))
        await send(reaction, recorded, `${event.id}~${manager.name}.${reaction.step}`);
    }
    yield position;
  }
  const last = stored.at(-1);
  if (last) yield last.position;
}

/** By the canonical text first, where there is nothing else: most commits are told apart without being parsed. */
function mayConcern<State>(manager: ProcessManager<State>, stored: StoredCommit): boolean {
  if (!isIn(stored.stream, manager.categories)) return false;
  if (!stored.commit && !manager.events.some((type) => stored.text.includes(`"type":"${type}"`))) return false;
  for (const event of openCommit(stored).events) if (concerns(manager, event)) return true;
  return false;
}

function concerns<State>(manager: ProcessManager<State>, event: RecordedEvent): boolean {
  if (!manager.events.includes(event.type) || event.meta.origin !== undefined) return false;
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
