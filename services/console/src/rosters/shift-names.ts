import type { ShiftView } from './roster-views.ts';

/** What somebody has on a day, in words. @param codes of its shifts; none is a day off */
export function shiftNames(codes: readonly string[], shifts: readonly ShiftView[], dayOff: string): string {
  return codes.length === 0 ? dayOff : codes.map((code) => shifts.find((one) => one.code === code)?.name ?? code).join('+');
}
