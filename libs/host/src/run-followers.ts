import { CopyOfFollower } from './copy-of-follower.js';
import type { Ledgerline } from './ledgerline.js';
import type { FollowerParts, LogFollower } from './log-follower.js';
import { runThread } from './run-thread.js';
import type { ServiceDefinition } from './service.js';

/** Starts the services' other followers: on a thread of their own where the ports can be opened a second time, else here. */
export function runFollowers(services: readonly ServiceDefinition[], ledgerline: Ledgerline): void {
  const { configuration, supervision } = ledgerline;
  const modules = services.flatMap(({ followersModule }) => followersModule ?? []);
  const ownThread = configuration.store === 'sqlite' && modules.every((url) => url.endsWith('.js'));
  if (ownThread && modules.length > 0) {
    const thread = { file: new URL('./follower-thread.js', import.meta.url), data: { modules, configuration } };
    return supervision.keep('followers', (signal) => runThread(thread, signal));
  }
  for (const follower of services.flatMap(({ followers = [] }) => followers))
    supervision.keep(follower.name, (signal) => runFollower(follower, ledgerline, signal));
}

/** One copy of a follower, until the signal. */
export function runFollower(follower: LogFollower, parts: FollowerParts, signal: AbortSignal): Promise<void> {
  const { configuration, log, store } = parts;
  const patience = follower.patience ? { patience: follower.patience(configuration) } : {};
  return new CopyOfFollower({ name: follower.name, log, store, ...patience }).run(follower.follow(parts), signal);
}
