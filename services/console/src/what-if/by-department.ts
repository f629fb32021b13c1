import type { ComparedLine } from './what-if-view.ts';

/** Clocks of a department, or of one kind of clock in it. */
export interface Compared {
  readonly department: string | null;
  readonly clock?: string;
  readonly clocks: number;
  readonly keptBefore: number;
  readonly keptAfter: number;
  readonly brokenBefore: number;
  readonly brokenAfter: number;
}
export interface OfDepartment extends Compared {
  readonly ofClocks: readonly Compared[];
}

/** The lines of a comparison by department, those where most would change first, each with its clocks. */
export function byDepartment(lines: readonly ComparedLine[]): readonly OfDepartment[] {
  const departments = Map.groupBy(lines, ({ department }) => department);
  const all = [...departments].map(([department, some]): OfDepartment => {
    const clocks = Map.groupBy(some, ({ clock }) => clock);
    const ofClocks = [...clocks].map(([clock, those]): Compared => ({ department, clock, ...counted(those) }));
    return { department, ...counted(some), ofClocks: ofClocks.toSorted(byChange) };
  });
  return all.toSorted(byChange);
}

function counted(lines: readonly ComparedLine[]): Omit<Compared, 'department' | 'clock'> {
  const count = (fits: (line: ComparedLine) => boolean) => lines.filter(fits).reduce((sum, { clocks }) => sum + clocks, 0);
  return {
    clocks: count(() => true),
    keptBefore: count(({ before }) => before === 'kept'),
    keptAfter: count(({ after }) => after === 'kept'),
    brokenBefore: count(({ before }) => before === 'broken'),
    brokenAfter: count(({ after }) => after === 'broken'),
  };
}

function byChange(one: Compared, other: Compared): number {
  const change = ({ brokenAfter, brokenBefore }: Compared) => Math.abs(brokenAfter - brokenBefore);
  return change(other) - change(one) || other.clocks - one.clocks;
}
