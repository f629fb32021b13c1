import type { AcknowledgeSurge } from '@ledgerline/contracts';
import type { OtherTicket, Surge, SurgeEvent, SurgeEvents } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** R1.6: the coordinator is warned once a burst. */
export const noticeSurge: Decide<SurgeEvents['SurgeNoticed'], Surge, SurgeEvent> = (noticed, surge) =>
  surge ? rejected('surge-already-noticed') : [{ type: 'SurgeNoticed', data: noticed }];

/** @param other what the body names as `event`; undefined where it is none that shows */
export function acknowledgeSurge(other: OtherTicket | undefined): Decide<AcknowledgeSurge, Surge, SurgeEvent> {
  return ({ event }, surge) => {
    if (surge === undefined) return rejected('surge-not-found');
    if (surge.acknowledged !== undefined) return rejected('surge-already-acknowledged');
    if (event !== undefined && other === undefined) return rejected('unknown-ticket', { ticket: event });
    return [{ type: 'SurgeAcknowledged', data: other === undefined ? {} : { event: other.id } }];
  };
}
