import type { ClockRun, Holder } from './clock-run.js';
import { dueOfRun } from './due-of-run.js';
import { departmentOf } from './keep-holders.js';
import type { Judging } from './run-due.js';
import { stopsOf, type Stop } from './stops-of-run.js';
import type { Amount, TimeByHolder } from './ticket-clock.js';
import { counted } from './timekeeper.js';

/**
 * Who had the ticket how long (deadlines.md, "Time by holder"): at each instant of a `resolve` one holder, in the time that
 * it counts and as it passed. undefined where no rule starts the clock.
 */
export function timeByHolder(resolve: ClockRun, asOf: number, judging: Judging): TimeByHolder | undefined {
  const end = Math.min(resolve.end?.at ?? asOf, asOf);
  const due = dueOfRun(resolve, end, judging);
  if (due === undefined || end < resolve.startedAt) return undefined;
  const { timekeeper } = due.rule;
  const stops = stopsOf(resolve, due.rule, { from: resolve.startedAt, until: end, book: judging.book });
  const amount = (from: number, to: number): Amount => ({
    workingSeconds: counted(timekeeper, from, to) / 1_000,
    elapsedSeconds: (to - from) / 1_000,
  });
  const parts = new Map<string, Amount & { readonly holder: Holder }>();
  for (const { from, to, holder } of stretches(resolve, end, { stops, judging })) {
    const key = `${holder.who} ${departmentOf(holder) ?? ''}`;
    const [sum, more] = [parts.get(key), amount(from, to)];
    parts.set(key, {
      holder,
      workingSeconds: (sum?.workingSeconds ?? 0) + more.workingSeconds,
      elapsedSeconds: (sum?.elapsedSeconds ?? 0) + more.elapsedSeconds,
    });
  }
  return { instance: resolve.instance, parts: [...parts.values()], whole: amount(resolve.startedAt, end) };
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly holder: Holder;
}

function stretches(
  { startedAt }: ClockRun,
  end: number,
  { stops, judging }: { readonly stops: readonly Stop[]; readonly judging: Judging },
): readonly Stretch[] {
  const { holders } = judging.book;
  const cuts = [startedAt, end, ...holders.map(({ at }) => at), ...stops.flatMap(({ from, to }) => [from, to])];
  const times = [...new Set(cuts)].filter((at) => at >= startedAt && at <= end).toSorted((a, b) => a - b);
  return times.slice(0, -1).map((from, place) => {
    const stop = stops.find((one) => one.from <= from && from < one.to);
    const holder = stop
      ? waitedFor(stop)
      : (holders.findLast(({ at }) => at <= from)?.holder ?? ({ who: 'call-centre' } as const));
    return { from, to: times[place + 1] as number, holder };
  });
}

function waitedFor({ why }: Stop): Holder {
  return { who: why === 'awaiting-caller' ? 'caller' : 'third-party' };
}
