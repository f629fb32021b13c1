import { logTreeFollower, type LogFollower } from '@ledgerline/host';

/** What the host can run on a thread of its own. */
export const followers: readonly LogFollower[] = [logTreeFollower];
