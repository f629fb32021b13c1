import { Refused } from './outcome.js';

let stopping: AbortController | undefined;

/** The signal of this process: aborted by the first SIGINT or SIGTERM, with `Refused` as its reason. A second one ends it at once. */
export function interruption(): AbortSignal {
  if (stopping) return stopping.signal;
  const controller = new AbortController();
  stopping = controller;
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.on(name, () => {
      if (controller.signal.aborted) process.exit(1);
      controller.abort(new Refused('interrupted', `interrupted (${name})`));
    });
  return controller.signal;
}

/** Lets signals and timers have their turn in a long run of synchronous work. @throws Refused once interrupted */
export async function breathe(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  signal.throwIfAborted();
}
