import type { RecordSurvey } from '@ledgerline/contracts';
import {
  dissatisfactions,
  existing,
  isRejection,
  refusalToSurvey,
  type MaybeTicket,
  type Terms,
  type TicketEvent,
} from '@ledgerline/domain';
import type { Decide } from '@ledgerline/kernel';
import { unanswered } from '../survey-caller/awaiting-survey.js';

/** R8.1: what the caller says, once a reply, and which of it is dissatisfaction: any rating at or under the policy's limit. */
export function recordSurvey({ limits }: Pick<Terms, 'limits'>): Decide<RecordSurvey, MaybeTicket, TicketEvent> {
  return ({ comment, ...ratings }, state, circumstances) => {
    const ticket = existing(state);
    if (isRejection(ticket)) return ticket;
    const survey = unanswered(ticket);
    if (isRejection(survey)) return survey;
    const refusal = refusalToSurvey(ticket, circumstances);
    if (refusal) return refusal;
    const { outcome, service, timeliness } = ratings;
    const dissatisfied = dissatisfactions.filter((respect) => ratings[respect] <= limits.dissatisfied);
    const words = comment === undefined ? {} : { comment };
    return [{ type: 'SurveyRecorded', data: { person: ticket.person, outcome, service, timeliness, dissatisfied, ...words } }];
  };
}
