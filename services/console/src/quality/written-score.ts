import type { SheetView } from '../rules/QualityDocuments.tsx';
import type { ScoreView } from './quality-views.ts';

/** A sheet as somebody is filling it in. */
export interface WrittenScore {
  readonly points: Readonly<Record<string, number>>;
  readonly notes: Readonly<Record<string, string>>;
  readonly fatal: readonly string[];
  readonly remark: string;
  readonly reason: string;
  /** One attempt at one thing, however often it is sent. */
  readonly key: string;
}

/** All points, or what another gave before. */
export function blankScore(sheet: SheetView, from: ScoreView | undefined): WrittenScore {
  const criteria = sheet.groups.flatMap((group) => group.criteria);
  const given = new Map(from?.marks.map(({ criterion, points }) => [criterion, points]));
  const points = Object.fromEntries(criteria.map(({ code, points: most }) => [code, given.get(code) ?? most]));
  const notes = from === undefined ? {} : notesOf(from);
  return { points, notes, fatal: from?.fatal ?? [], remark: '', reason: '', key: crypto.randomUUID() };
}

/** Why points were lost, by criterion; nothing where that is erased. */
export function notesOf({ notes }: Pick<ScoreView, 'notes'>): Readonly<Record<string, string>> {
  return typeof notes !== 'object' || notes === null || 'erased' in notes ? {} : notes;
}

export function totalOf(sheet: SheetView, { points, fatal }: WrittenScore): string {
  const criteria = sheet.groups.flatMap((group) => group.criteria);
  const [full, total] = [
    sum(criteria.map((one) => one.points)),
    sum(criteria.map(({ code, points: most }) => points[code] ?? most)),
  ];
  const isZero = sheet.fatal.some(({ code, effect }) => effect === 'zero' && fatal.includes(code));
  return `${isZero ? 0 : total} / ${full}`;
}

/** What is sent: notes where there are any. */
export function bodyOfScore({ points, notes, fatal, remark, reason }: WrittenScore, withReason: boolean) {
  const noteOf = (code: string) => (notes[code]?.trim() ? { note: notes[code] } : {});
  return {
    marks: Object.entries(points).map(([criterion, given]) => ({ criterion, points: given, ...noteOf(criterion) })),
    ...(fatal.length > 0 ? { fatal } : {}),
    ...(remark.trim() === '' ? {} : { remark }),
    ...(withReason ? { reason } : {}),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
