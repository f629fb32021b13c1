import { rejected, type Personal, type Rejection } from '@ledgerline/kernel';
import { criteriaOf, fullPoints, type ScoreSheet } from './score-sheet.js';

/** What an inspector gives for one criterion, with a note wherever points are lost. */
export interface WrittenMark {
  readonly criterion: string;
  readonly points: number;
  readonly note?: string;
}

/** As it is kept: with what the criterion was worth. */
export interface Mark {
  readonly criterion: string;
  readonly points: number;
  readonly of: number;
}

/** A sheet filled in. `total` is what the marks add up to, `score` what fatal errors leave of it. */
export interface Score {
  readonly marks: readonly Mark[];
  /** Codes of the fatal errors that were made. */
  readonly fatal: readonly string[];
  readonly total: number;
  readonly score: number;
  readonly outOf: number;
  readonly passed: boolean;
}

/** Why points were lost, by criterion, and what else there is to say. */
export interface Remarks {
  readonly notes: Personal<Readonly<Record<string, string>>>;
  readonly remark?: Personal<string>;
}

export interface FilledSheet {
  readonly marks: readonly WrittenMark[];
  readonly fatal?: readonly string[];
  readonly remark?: string;
}

/** The score of a sheet that was filled in, or the first thing that is wrong with it. */
export function scoreBy(
  sheet: ScoreSheet,
  { marks, fatal = [], remark }: FilledSheet,
): { readonly score: Score; readonly remarks: Remarks } | Rejection {
  const criteria = criteriaOf(sheet);
  const given = new Map(marks.map((mark) => [mark.criterion, mark]));
  const strange = marks.find(({ criterion }) => !criteria.some(({ code }) => code === criterion));
  if (strange !== undefined) return rejected('criterion-not-on-the-sheet', { criterion: strange.criterion });
  if (given.size !== marks.length) return rejected('criterion-marked-twice');
  const kept: Mark[] = [];
  const notes: Record<string, string> = {};
  for (const { code, points: most } of criteria) {
    const mark = given.get(code);
    if (mark === undefined) return rejected('criterion-without-mark', { criterion: code });
    if (mark.points > most) return rejected('more-points-than-there-are', { criterion: code, most });
    if (mark.points < most && mark.note === undefined) return rejected('lost-points-need-a-note', { criterion: code });
    kept.push({ criterion: code, points: mark.points, of: most });
    if (mark.note !== undefined) notes[code] = mark.note;
  }
  const made = sheet.fatal.filter(({ code }) => fatal.includes(code));
  const unknown = fatal.find((code) => !made.some((one) => one.code === code));
  if (unknown !== undefined) return rejected('fatal-error-not-on-the-sheet', { fatal: unknown });
  if (made.length > 0 && remark === undefined) return rejected('fatal-error-needs-a-remark');
  const total = kept.reduce((sum, { points }) => sum + points, 0);
  const score = made.some(({ effect }) => effect === 'zero') ? 0 : total;
  const passed = made.length === 0 && score >= sheet.passes;
  return {
    score: { marks: kept, fatal: made.map(({ code }) => code), total, score, outOf: fullPoints(sheet), passed },
    remarks: { notes, ...(remark === undefined ? {} : { remark }) },
  };
}
