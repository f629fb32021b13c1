export type Shifts = readonly (readonly [string, string])[];

/** Shifts as people write them: `09:00-12:00 13:30-18:00`. */
export function shiftsInWords(shifts: Shifts): string {
  return shifts.map(([from, to]) => `${from}-${to}`).join(' ');
}

/** undefined where something that was written is no shift; an empty text is a day off. */
export function shiftsFrom(text: string): Shifts | undefined {
  const parts = text.split(/[\s,，、;；]+/).filter(Boolean);
  const shifts = parts.map((part) => /^(\d{1,2}:\d{2})\s*[-–—~至]\s*(\d{1,2}:\d{2})$/.exec(part));
  if (shifts.some((found) => found === null)) return undefined;
  return shifts.map((found): readonly [string, string] => [padded(found?.[1]), padded(found?.[2])]);
}

function padded(time = ''): string {
  return time.padStart(5, '0');
}
