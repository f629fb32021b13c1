import type { CommandReply, CommandRequest } from './wire.js';
import type { EventCatalogue, Position, ProcessManager, Projection } from '@ledgerline/kernel';
import type { Analytics } from './analytics/analytics.js';
import type { LogFollower } from './log-follower.js';
import type { Ledgerline } from './ledgerline.js';

export type AnswerCommand = (request: CommandRequest<never>, ledgerline: Ledgerline) => Promise<CommandReply>;
export type AnswerQuery = (request: never, ledgerline: Ledgerline) => Promise<unknown>;

/** Follows the log in a way of its own, beside the process managers: of several copies one, supervised and watched like them. */
export interface LogReader {
  /** Another name (or version) is another reader, which starts at the log's end. */
  readonly name: string;
  readonly version: number;
  run(ledgerline: Ledgerline, options: LogReaderOptions): Promise<void>;
}
export interface LogReaderOptions {
  readonly signal: AbortSignal;
  /** Epoch of the claim on its checkpoint (`checkpointName`). */
  readonly owner: number;
  /** Told each position that it has come to. */
  readonly onReached: (position: Position) => void;
}

/** A service as the host runs it: what it answers on the bus, what it keeps up to date, what it reacts to. */
export interface ServiceDefinition {
  readonly name: string;
  readonly events: EventCatalogue;
  readonly commands?: Readonly<Record<string, AnswerCommand>>;
  readonly queries?: Readonly<Record<string, AnswerQuery>>;
  readonly projections?: readonly Projection<never>[];
  /** A module that exports `projections` and `events`, so that they can be run on a thread of their own. */
  readonly projectionsModule?: string;
  readonly processManagers?: readonly ProcessManager<never>[];
  /** What else follows the log; and the module that exports the same as `followers`, so that they can be run on a thread. */
  readonly followers?: readonly LogFollower[];
  readonly followersModule?: string;
  /** What answers questions over all of the log; and the module that exports the same, with `events`, for a thread. */
  readonly analytics?: Analytics;
  readonly analyticsModule?: string;
  readonly logReaders?: readonly LogReader[];
  /** What runs for as long as the process does, supervised; by name. It ends when the signal comes. */
  readonly loops?: Readonly<Record<string, (ledgerline: Ledgerline, signal: AbortSignal) => Promise<void>>>;
  /** After the ports are open and the bus is served: what a new installation needs. Must be repeatable. */
  readonly onStart?: (ledgerline: Ledgerline) => Promise<void>;
  /** Serves HTTP; only the gateway does. */
  readonly edge?: boolean;
}

/** A Nest module class that carries its service. */
export interface ServiceModule {
  new (...parts: never[]): object;
  readonly service: ServiceDefinition;
}
