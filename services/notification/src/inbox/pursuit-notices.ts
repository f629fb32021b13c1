import { powerOf, type Pursuit, type PursuitEvent, type PursuitEventType } from '@ledgerline/domain';
import type { RecordedEvent } from '@ledgerline/kernel';
import { inboxOf, type DraftedNotice } from './notice.js';

/** What decides who is told of a lead or an at-risk customer, and who may see that; none of its words. */
export type ToldPursuit = Pick<Pursuit, 'kind' | 'department' | 'owner' | 'openedBy'>;

export const eventsOfPursuits = [
  'PursuitOpened',
  'PursuitHandedOver',
  'PursuitOverdue',
] as const satisfies readonly PursuitEventType[];

type Told = PursuitEvent & Pick<RecordedEvent, 'meta'>;

/** Whose it is after an event; undefined of what was never opened. */
export function pursuitAfter(before: ToldPursuit | undefined, event: Told): ToldPursuit | undefined {
  if (event.type === 'PursuitOpened') {
    const { kind, department, owner } = event.data;
    return { kind, department, owner, openedBy: powerOf(event.meta) };
  }
  if (before === undefined || event.type !== 'PursuitHandedOver') return before;
  const { owner, department } = event.data;
  return { ...before, owner, department };
}

/** Its owner has to know that it is theirs; of a date that has passed whoever the reminder told. */
export function noticesOfPursuit(event: Told, { department, owner }: ToldPursuit): readonly DraftedNotice[] {
  if (event.type === 'PursuitOverdue') return [{ kind: 'pursuit-overdue', to: event.data.told.map(inboxOf.account), department }];
  return [{ kind: 'pursuit-assigned', to: [inboxOf.account(owner)], department }];
}
