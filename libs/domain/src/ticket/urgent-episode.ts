/** How far an urgent episode has come (R3), in this order. */
export const urgentSteps = ['raised', 'acknowledged', 'decided', 'handed-down', 'explained'] as const;
export type UrgentStep = (typeof urgentSteps)[number];

/** An urgent or major event (紧急重大事件): measures are taken at once, whatever step it is at. */
export interface UrgentEpisode {
  readonly step: UrgentStep;
  readonly measures: number;
}

export function hasReached({ step }: UrgentEpisode, wanted: UrgentStep): boolean {
  return urgentSteps.indexOf(step) >= urgentSteps.indexOf(wanted);
}
