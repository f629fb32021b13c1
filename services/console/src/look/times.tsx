import dayjs from 'dayjs';
import relativeTime from 'dayjs/plugin/relativeTime.js';
import { useSyncExternalStore } from 'react';
import { useWords, type Words } from '../words/use-words.ts';

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

const units = [
  [86_400, '天', 'd'],
  [3_600, '小时', 'h'],
  [60, '分', 'min'],
] as const;

/** `2天3小时`, `2 d 3 h`: the two largest units; under a minute the seconds. */
export function duration(seconds: number, { language }: Pick<Words, 'language'>): string {
  let rest = Math.floor(Math.abs(seconds));
  const told: string[] = [];
  for (const [size, zh, en] of units) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) told.push(language === 'zh' ? `${count}${zh}` : `${count} ${en}`);
  }
  if (told.length === 0) return language === 'zh' ? `${rest}秒` : `${rest} s`;
  return told.slice(0, 2).join(language === 'zh' ? '' : ' ');
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
