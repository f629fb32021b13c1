/**
 * Runs all; the first to end, in whatever way, ends the others, which are waited for.
 *
 * @throws what broke one of them
 */
export async function untilOneEnds(
  signal: AbortSignal,
  tasks: readonly ((signal: AbortSignal) => Promise<unknown>)[],
): Promise<void> {
  const over = new AbortController();
  const both = AbortSignal.any([signal, over.signal]);
  const outcomes = await Promise.allSettled(tasks.map((task) => task(both).finally(() => over.abort())));
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}
