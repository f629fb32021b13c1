import { RecentMap } from '@ledgerline/kernel';

/** ISO 8601 as deadlines.md uses it: `PT…` is working time, `P…D` whole working days. */
export type WorkDuration =
  { readonly kind: 'time'; readonly milliseconds: number } | { readonly kind: 'days'; readonly days: number };

const shape = /^P(?:(\d{1,4})D|T(?=\d)(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)$/;

/** undefined where the text is neither `PT…` nor `P…D`, or larger than 9999 days, 99999 hours, 999999 minutes or 9999999 seconds. */
export function parseDuration(text: string): WorkDuration | undefined {
  const match = shape.exec(text);
  if (!match) return undefined;
  const [, days, hours = 0, minutes = 0, seconds = 0] = match;
  if (days !== undefined) return { kind: 'days', days: Number(days) };
  return { kind: 'time', milliseconds: Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(seconds) * 1_000 };
}

/** Limits of policies: few, and asked for with every clock. */
const durations = new RecentMap<string, WorkDuration>(1_000);

/** @throws TypeError for a text that a document's checks should have refused */
export function durationOf(text: string): WorkDuration {
  const known = durations.get(text);
  if (known !== undefined) return known;
  const duration = parseDuration(text);
  if (duration === undefined) throw new TypeError(`${text} is neither PT… nor P…D`);
  durations.set(text, duration);
  return duration;
}
