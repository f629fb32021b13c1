import type { Configuration } from './configuration.js';
import type { Follower } from './copy-of-follower.js';
import type { Ledgerline } from './ledgerline.js';

/** What a follower is given, in a process or on a thread that reads beside it. */
export type FollowerParts = Pick<
  Ledgerline,
  'configuration' | 'log' | 'clock' | 'store' | 'vault' | 'trees' | 'checkpoints' | 'outlet'
>;

/** What follows the log beside projections and process managers; of several copies one runs. Nobody waits for it. */
export interface LogFollower {
  readonly name: string;
  /** Milliseconds for which its owner may stand still before it counts as gone. */
  patience?(configuration: Configuration): number;
  follow(parts: FollowerParts): Follower;
}
