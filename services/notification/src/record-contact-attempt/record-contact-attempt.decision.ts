import type { RecordContactAttempt } from '@ledgerline/contracts';
import {
  awaitsReplyNow,
  existing,
  isRejection,
  leftNoAddress,
  mayCommand,
  refusalToReply,
  refusalToSurvey,
  type MaybeTicket,
  type Terms,
  type Ticket,
  type TicketEvent,
} from '@ledgerline/domain';
import { rejected, type Circumstances, type Decide, type Rejection } from '@ledgerline/kernel';
import { awaitingSurvey } from '../survey-caller/awaiting-survey.js';

/** Attempts that one reply can have: far more than any rule asks for, so that a record does not grow without end. */
const most = 50;

/** R7.1, R8.1: each try to reach the caller goes on record, with what came of it: for the reply, or for the survey. */
export function recordContactAttempt(terms: Terms): Decide<RecordContactAttempt, MaybeTicket, TicketEvent> {
  return ({ purpose, channel, outcome, note }, state, circumstances) => {
    const ticket = existing(state);
    if (isRejection(ticket)) return ticket;
    const refusal = (purpose === 'reply' ? forReply : forSurvey)(ticket, terms, circumstances);
    if (refusal) return refusal;
    const why = note === undefined ? {} : { note };
    return [{ type: 'ContactAttempted', data: { person: ticket.person, purpose, channel, outcome, ...why } }];
  };
}

function forReply(ticket: Ticket, { repliesBy }: Terms, circumstances: Circumstances): Rejection | undefined {
  if (!awaitsReplyNow(ticket)) return rejected('nothing-to-reply', { status: ticket.status });
  if (ticket.anonymous && leftNoAddress(ticket)) return rejected('caller-left-no-address');
  if ((ticket.attempts?.length ?? 0) >= most) return rejected('too-many-attempts', { most });
  return refusalToReply(ticket, repliesBy, circumstances);
}

/** A department that replies tries the caller for that; surveys are the call centre's (R8.1). */
function forSurvey(ticket: Ticket, { limits }: Terms, circumstances: Circumstances): Rejection | undefined {
  if (!mayCommand(circumstances.actor.roles ?? [], 'survey')) return rejected('not-allowed');
  const waiting = awaitingSurvey(ticket, limits);
  return isRejection(waiting) ? waiting : refusalToSurvey(ticket, circumstances);
}
