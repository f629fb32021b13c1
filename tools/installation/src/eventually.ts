import { setTimeout as sleep } from 'node:timers/promises';

/** Seconds that something may take on a machine that is busy with other tests. */
const patience = 120;
const looksEvery = 50;

/** Asks again until nothing is thrown; what is thrown after `seconds` is thrown. */
export async function eventually<Answer>(ask: () => Promise<Answer>, seconds = patience): Promise<Answer> {
  for (const end = performance.now() + seconds * 1_000; ;) {
    try {
      return await ask();
    } catch (error) {
      if (performance.now() > end) throw error;
    }
    await sleep(looksEvery);
  }
}

/** Looks again until it holds. @throws Error after `seconds` */
export async function until(holds: () => boolean | Promise<boolean>, seconds = patience): Promise<void> {
  for (const end = performance.now() + seconds * 1_000; !(await holds()); await sleep(looksEvery))
    if (performance.now() > end) throw new Error(`not so after ${seconds} s: ${holds.toString()}`);
}
