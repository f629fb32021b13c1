import type { QueryClient } from '@tanstack/react-query';

/** Lists follow the log, mostly within a blink: they are asked soon after a change, and once more for one that was behind. */
const [soon, later] = [500, 2_500];
const asksAChange = 2;
/** Questions that are still to be put, by list: while others work on it, it is asked every `later` milliseconds and no more often. */
const left = new Map<string, number>();

/** Asks anew for what is on the screen of the lists in which something has changed. */
export function refreshLists(client: QueryClient, changed: readonly string[]): void {
  for (const list of changed) {
    const isAsking = left.has(list);
    left.set(list, asksAChange);
    if (!isAsking) setTimeout(() => ask(client, list), soon);
  }
}

function ask(client: QueryClient, list: string): void {
  void client.invalidateQueries({ queryKey: [list] });
  const more = (left.get(list) ?? 0) - 1;
  if (more > 0) {
    left.set(list, more);
    setTimeout(() => ask(client, list), later);
  } else left.delete(list);
}
