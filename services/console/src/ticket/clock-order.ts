import type { ClockView } from '../api/views.ts';

type Timed = Pick<ClockView, 'state' | 'due'>;

const open = ['running', 'held', 'suspended', 'breached'];

/** Not ended: also what is late, and still owed. */
export function isOpen({ state }: Pick<ClockView, 'state'>): boolean {
  return open.includes(state);
}

/** What is due next on top, before it what is late already; what has ended comes after all of them. */
export function byUrgency(one: Timed, other: Timed): number {
  return Number(isOpen(other)) - Number(isOpen(one)) || (one.due ?? '9').localeCompare(other.due ?? '9');
}
