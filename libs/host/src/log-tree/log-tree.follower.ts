import type { LogFollower } from '../log-follower.js';
import { sleep } from '../supervision.js';
import { growLogTree } from './grow-log-tree.js';

/** Signs a checkpoint over the log every so often, and once more when it is told to stop. */
export const logTreeFollower: LogFollower = {
  name: 'log tree',
  patience: ({ checkpointSeconds }) => 10_000 + 2_000 * checkpointSeconds,
  follow({ configuration, log, clock, store, vault, trees }) {
    const parts = { store, trees, vault, clock, site: configuration.site };
    return {
      place: 'log tree',
      position: async () => (await trees.tree())?.position,
      claim: () => trees.claim(),
      async run(owner, signal) {
        const sign = async (until: AbortSignal) => {
          const checkpoint = await growLogTree(parts, owner, until);
          if (checkpoint) log.debug({ size: checkpoint.size }, 'signed a checkpoint');
        };
        while (!signal.aborted) {
          await sign(signal);
          await sleep(configuration.checkpointSeconds * 1_000, signal);
        }
        await sign(AbortSignal.timeout(2_000));
      },
    };
  },
};
