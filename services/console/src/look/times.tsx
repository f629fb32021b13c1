import dayjs from 'dayjs';
import relativeTime from 'dayjs/plugin/relativeTime.js';
import { useSyncExternalStore } from 'react';
import { useWords } from '../words/use-words.ts';
import { duration } from './duration.ts';

dayjs.extend(relativeTime);

const dayOf = (instant: number) => dayjs(instant).format('YYYY-MM-DD');
let now = Date.now();
let today = dayOf(now);
const listeners = new Set<() => void>();
setInterval(() => {
  now = Date.now();
  today = dayOf(now);
  for (const listener of listeners) listener();
}, 1_000);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The present second, for what counts down; one timer for all of them. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now);
}

/** The day that it is here: a screen that is left open over midnight does not call yesterday today. */
function useToday(): string {
  return useSyncExternalStore(subscribe, () => today);
}

/** Short where it is today, with the date where it is not. The exact time is in the tooltip. */
export function Instant({ at, seconds = false }: { readonly at: string | null | undefined; readonly seconds?: boolean }) {
  const day = useToday();
  if (!at) return null;
  const time = dayjs(at);
  const today = time.isSame(day, 'day');
  const year = time.isSame(day, 'year');
  const clock = seconds ? 'HH:mm:ss' : 'HH:mm';
  return (
    <time className="figure" dateTime={at} title={time.format('YYYY-MM-DD HH:mm:ss Z')}>
      {time.format(today ? clock : year ? `MM-DD ${clock}` : `YYYY-MM-DD ${clock}`)}
    </time>
  );
}

/** Counts down to a due time, and up from it once it has passed. */
export function Countdown({ due }: { readonly due: string }) {
  const words = useWords();
  const seconds = (Date.parse(due) - useNow()) / 1_000;
  const className = seconds < 0 ? 'figure late' : seconds < 7_200 ? 'figure soon' : 'figure';
  return (
    <span className={className} title={dayjs(due).format('YYYY-MM-DD HH:mm:ss Z')}>
      {words.t(seconds < 0 ? 'overdueBy' : 'remaining', { t: duration(seconds, words) })}
    </span>
  );
}
