import type { FigureGroup } from '@ledgerline/domain';
import type { CountedResult } from './results-by-month.projection.js';

/** A result, with whose it is. */
export interface OneResult extends CountedResult {
  readonly agent: string;
  readonly month: string;
}

/** `average` and `passed` are shares of one; undefined where nothing was inspected. */
export interface QualityFigures {
  readonly inspections: number;
  readonly points: number;
  readonly outOf: number;
  readonly average?: number;
  readonly passed: number;
  readonly fatal: number;
  readonly appeals: number;
  readonly granted: number;
}

export interface FiguresLine {
  readonly group: Readonly<Partial<Record<FigureGroup, string>>>;
  readonly figures: QualityFigures;
}

export function figuresOf(results: readonly OneResult[]): QualityFigures {
  const points = sum(results, ({ score }) => score);
  const outOf = sum(results, (one) => one.outOf);
  return {
    inspections: results.length,
    points,
    outOf,
    ...(outOf === 0 ? {} : { average: points / outOf }),
    passed: count(results, ({ passed }) => passed),
    fatal: count(results, ({ fatal }) => fatal.length > 0),
    appeals: count(results, ({ appeal }) => appeal !== undefined),
    granted: count(results, ({ appeal }) => appeal === 'granted'),
  };
}

/** A line for each combination, in the order of what they are called; months and criteria of each other as `by` names them. */
export function linesBy(results: readonly OneResult[], by: readonly FigureGroup[]): readonly FiguresLine[] {
  const parts = results.flatMap((one) => partsBy(one, by));
  const groups = Map.groupBy(parts, ({ group }) => JSON.stringify(by.map((name) => group[name])));
  return [...groups.entries()]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, members]) => {
      const [first] = members;
      return first === undefined ? [] : [{ group: first.group, figures: figuresOf(members.map(({ result }) => result)) }];
    });
}

interface Part {
  readonly group: FiguresLine['group'];
  readonly result: OneResult;
}

/** By criterion a result counts with what was given for that; by fatal error, once for each that was made. */
function partsBy(result: OneResult, by: readonly FigureGroup[]): readonly Part[] {
  const { agent, team, month } = result;
  const whole = { ...(by.includes('agent') && { agent }), ...(by.includes('team') && { team }), ...(by.includes('month') && { month }) };
  if (by.includes('criterion'))
    return result.marks.map(({ criterion, points, of }) => ({
      group: { ...whole, criterion },
      result: { ...result, score: points, outOf: of, passed: points === of, fatal: [] },
    }));
  if (by.includes('fatal')) return result.fatal.map((code) => ({ group: { ...whole, fatal: code }, result }));
  return [{ group: whole, result }];
} // prettier-ignore

function sum(results: readonly OneResult[], of: (one: OneResult) => number): number {
  return results.reduce((total, one) => total + of(one), 0);
}

function count(results: readonly OneResult[], is: (one: OneResult) => boolean): number {
  return results.filter(is).length;
}
