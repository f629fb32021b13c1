import type { Limits, Survey, Ticket } from '@ledgerline/domain';
import { rejected, type Rejection } from '@ledgerline/kernel';

/** The survey of the last reply that nobody has answered yet, and for which attempts are left (R8.1). */
export function awaitingSurvey(ticket: Ticket, { surveyAttempts }: Pick<Limits, 'surveyAttempts'>): Survey | Rejection {
  const waiting = unanswered(ticket);
  if ('rejection' in waiting) return waiting;
  if (waiting.attempts >= surveyAttempts) return rejected('survey-attempts-used-up', { attempts: surveyAttempts });
  return waiting;
}

/** Also where the attempts are used up: a caller who answers after all is heard. */
export function unanswered({ status, survey }: Ticket): Survey | Rejection {
  if (survey === undefined || !['completed', 'closed'].includes(status)) return rejected('nothing-to-survey', { status });
  return survey.ratings === undefined ? survey : rejected('already-surveyed');
}
