import type { QueryClient } from '@tanstack/react-query';

/** Milliseconds after a command at which lists are asked for again: they follow the log, mostly within a blink. */
const moments = [300, 1_500];

/** What a command has changed is asked for now and, because lists follow the log, a moment later. */
export async function refreshSoon(client: QueryClient, keys: readonly string[]): Promise<void> {
  const refresh = () => Promise.all(keys.map((key) => client.invalidateQueries({ queryKey: [key] })));
  for (const moment of moments) setTimeout(() => void refresh(), moment);
  await refresh();
}
