import type { ClockName, EscalationTarget } from '../policy/policy.js';
import { repeatMark } from './keep-told.js';

/** In this order where several are due at one instant: what is decided before what is told. */
export const stepKinds = ['silence', 'extension', 'warning', 'breach', 'escalation', 'alert'] as const;
export type StepKind = (typeof stepKinds)[number];

/** Something that time alone brings about on a ticket. Instants are milliseconds since the epoch. */
export interface TimedStep {
  /** Identity without the repeat: clock instance, due time and step. */
  readonly key: string;
  /** Counts from 0. */
  readonly repeat: number;
  readonly kind: StepKind;
  readonly clock: ClockName;
  readonly instance: string;
  readonly department?: string;
  readonly due?: number;
  /** When it was to happen. */
  readonly planned: number;
  /** From when on it can happen: not before the event that made the due time what it is. */
  readonly at: number;
  readonly fraction?: number;
  readonly to?: EscalationTarget;
}

/** The same for the same clock instance, due time, step and repeat, whoever works it out and whenever. */
export function stepId({ key, repeat }: Pick<TimedStep, 'key' | 'repeat'>): string {
  return repeat === 0 ? key : `${key}${repeatMark}${repeat}`;
}

export function inOrder(one: TimedStep, other: TimedStep): number {
  return one.at - other.at || stepKinds.indexOf(one.kind) - stepKinds.indexOf(other.kind) || (one.key < other.key ? -1 : 1);
}
