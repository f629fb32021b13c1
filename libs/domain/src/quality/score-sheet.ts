/** Something that is looked at, and what it is worth. */
export interface Criterion {
  readonly code: string;
  readonly name: string;
  readonly points: number;
}

/** What makes all points worthless (致命差错): `zero` takes them, `fail` leaves them and fails the work. */
export const fatalEffects = ['zero', 'fail'] as const;
export interface FatalError {
  readonly code: string;
  readonly name: string;
  readonly effect: (typeof fatalEffects)[number];
}

/** A score sheet (评分表, R12), a governed document: an inspection is scored by the version in force when its sample was drawn. */
export interface ScoreSheet {
  readonly code: string;
  readonly effectiveFrom: string;
  readonly title: string;
  readonly groups: readonly { readonly code: string; readonly name: string; readonly criteria: readonly Criterion[] }[];
  readonly fatal: readonly FatalError[];
  /** From so many points on it passes. */
  readonly passes: number;
  /** For how long the score can be appealed against (申诉), in the working time of a calendar or in elapsed time. */
  readonly appeal: { readonly within: string; readonly calendar: string };
}

export function criteriaOf({ groups }: Pick<ScoreSheet, 'groups'>): readonly Criterion[] {
  return groups.flatMap(({ criteria }) => criteria);
}

export function fullPoints(sheet: Pick<ScoreSheet, 'groups'>): number {
  return criteriaOf(sheet).reduce((sum, { points }) => sum + points, 0);
}
