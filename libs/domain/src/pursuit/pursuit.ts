import { noRuleFor, type Fold, type Personal, type RecordedEvent } from '@ledgerline/kernel';
import { powerOf } from '../authority/hands.js';
import { reminded, type DueDate } from '../reminder/reminders.js';
import type { LossReason, PursuitEnd, PursuitEvent, PursuitEvents, Stage } from './pursuit-events.js';

/** Something that is followed up with one customer (跟进), as its events give it. Times are RFC 3339, UTC. */
export interface Pursuit extends Omit<PursuitEvents['PursuitOpened'], 'person'>, DueDate {
  readonly person: string;
  readonly stage: Stage | PursuitEnd;
  readonly openedAt: string;
  readonly openedBy: string;
  readonly updatedAt: string;
  readonly step?: Personal<string>;
  /** Times that somebody spoke with the customer, or tried to; and the last one. */
  readonly revisits: number;
  readonly revisitedAt?: string;
  readonly lostFor?: LossReason;
}
export type MaybePursuit = Pursuit | undefined;

type RecordedPursuitEvent = PursuitEvent & Pick<RecordedEvent, 'meta'>;

export const pursuitFold: Fold<MaybePursuit> = {
  initial: undefined,
  looksInside: ['PursuitOpened', 'NextStepPlanned'],
  evolve(before, recorded) {
    const event = recorded as unknown as RecordedPursuitEvent;
    const { at } = event.meta;
    if (event.type === 'PursuitOpened')
      return { ...event.data, stage: 'new', openedAt: at, openedBy: powerOf(event.meta), updatedAt: at, revisits: 0 };
    return before && { ...changed(before, event), updatedAt: at };
  },
};

function changed(pursuit: Pursuit, event: Exclude<RecordedPursuitEvent, { readonly type: 'PursuitOpened' }>): Pursuit {
  switch (event.type) {
    case 'PursuitHandedOver':
      return { ...pursuit, owner: event.data.owner, department: event.data.department };
    case 'PursuitMoved':
      return { ...pursuit, stage: event.data.stage };
    case 'NextStepPlanned':
      return { ...pursuit, step: event.data.step, dueBy: event.data.dueBy };
    case 'CustomerRevisited':
      return { ...withoutStep(pursuit), revisits: pursuit.revisits + 1, revisitedAt: event.meta.at };
    case 'PursuitConcluded': {
      const { as, why } = event.data;
      return { ...withoutStep(pursuit), stage: as, ...(why === undefined ? {} : { lostFor: why }) };
    }
    case 'PursuitReopened': {
      const { lostFor: _before, ...rest } = pursuit;
      return { ...rest, stage: 'contacted' };
    }
    case 'PursuitOverdue':
      return { ...pursuit, overdue: reminded(event.data) };
    default:
      return noRuleFor(event);
  }
}

function withoutStep({ step: _step, dueBy: _due, ...pursuit }: Pursuit): Pursuit {
  return pursuit;
}
