import type { RecordMeasure } from '@ledgerline/contracts';
import { inUrgentEpisode, isRejection, type MaybeTicket, type TicketEvent } from '@ledgerline/domain';
import type { Decide } from '@ledgerline/kernel';

/** R3: emergency measures are taken at once and never wait for a decision; here they go on record. */
export const recordMeasure: Decide<RecordMeasure, MaybeTicket, TicketEvent> = ({ text }, state) => {
  const ticket = inUrgentEpisode(state);
  if (isRejection(ticket)) return ticket;
  return [{ type: 'MeasureRecorded', data: { person: ticket.person, text } }];
};
