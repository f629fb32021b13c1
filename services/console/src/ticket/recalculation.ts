import type { ClockView } from '../api/views.ts';

export type RecalculationView = NonNullable<ClockView['recalculation']>;

/** Corrected documents by which a clock comes out as it did have nothing to tell at a glance. */
export function differs(
  { due, verdict }: Pick<ClockView, 'due' | 'verdict'>,
  anew: RecalculationView | undefined,
): anew is RecalculationView {
  return anew !== undefined && (anew.due !== due || anew.verdict?.verdict !== verdict?.verdict);
}
