import type { SurveyCaller } from '@ledgerline/contracts';
import { existing, isRejection, refusalToSurvey, type MaybeTicket, type Terms, type TicketEvent } from '@ledgerline/domain';
import type { Decide } from '@ledgerline/kernel';
import { awaitingSurvey } from './awaiting-survey.js';

/** R8.1: the survey goes out by a channel; a link leads to the portal, where number and secret are asked for. */
export function surveyCaller({ limits }: Pick<Terms, 'limits'>): Decide<SurveyCaller, MaybeTicket, TicketEvent> {
  return ({ channel }, state, circumstances) => {
    const ticket = existing(state);
    if (isRejection(ticket)) return ticket;
    const waiting = awaitingSurvey(ticket, limits);
    if (isRejection(waiting)) return waiting;
    return refusalToSurvey(ticket, circumstances) ?? [{ type: 'SurveySent', data: { channel } }];
  };
}
