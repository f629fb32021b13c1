import { inUtc, type RecordCallAttempt } from '@ledgerline/contracts';
import {
  faultsOfAnswers,
  isPermitted,
  mostAppointments,
  nextAttemptAt,
  partedAnswers,
  powerOf,
  type ScriptAnswers,
  type ListedCall,
  type ListedCallEvent,
  type ListedCallEvents,
  type MaybeListedCall,
} from '@ledgerline/domain';
import { rejected, type Circumstances, type Decide, type Rejection } from '@ledgerline/kernel';
import type { GovernedCampaign } from '../campaign-of.js';
import { onHand } from './on-hand.js';

type Attempted = ListedCallEvents['CallAttempted'];
type Following = Pick<Attempted, 'nextAt' | 'ends'>;

/** What came of a call, by whoever has it before them: what follows is reckoned by the campaign's rule of today and kept with the attempt. */
export function recordCallAttempt(governed: GovernedCampaign): Decide<RecordCallAttempt, MaybeListedCall, ListedCallEvent> {
  return (body, state, circumstances) => {
    const call = onHand(state, governed.id, circumstances);
    if ('rejection' in call) return call;
    const fault = faultOf(body, governed);
    if (fault !== undefined) return fault;
    const following = whatFollows(body, call, governed, circumstances);
    if ('rejection' in following) return following;
    const { person, customer } = call;
    const { outcome, note, answers, doNotCall } = body;
    return [
      { type: 'CallAttempted', data: { person, outcome, ...(note === undefined ? {} : { note }), ...following } },
      ...(outcome === 'reached' ? [answered(person, answers as ScriptAnswers, governed)] : []),
      ...(doNotCall ? [{ type: 'NoFurtherCallsAsked', data: { customer } } as const] : []),
    ];
  };
}

/** What somebody says only when they were spoken with, and answers that are none. */
function faultOf(
  { outcome, answers, appointment, doNotCall }: RecordCallAttempt,
  { script }: GovernedCampaign,
): Rejection | undefined {
  if (outcome !== 'reached' && answers !== undefined) return rejected('answers-without-reaching');
  if (outcome !== 'call-later' && appointment !== undefined) return rejected('appointment-without-asking');
  if (doNotCall && outcome !== 'reached' && outcome !== 'refused') return rejected('do-not-call-ends-it');
  if (outcome !== 'reached') return undefined;
  const faults = faultsOfAnswers(script, (answers ?? {}) as ScriptAnswers);
  return faults.length === 0 ? undefined : rejected('answers-do-not-fit', { faults });
}

function whatFollows(
  { outcome, appointment }: RecordCallAttempt,
  call: ListedCall,
  governed: GovernedCampaign,
  { at, ...by }: Circumstances,
): Following | Rejection {
  switch (outcome) {
    case 'reached':
      return { ends: 'answered' };
    case 'refused':
    case 'wrong-number':
      return { ends: outcome };
    case 'call-later':
      return agreed(appointment, call, governed, at);
    case 'no-answer':
    case 'busy': {
      const { campaign, calendar } = governed;
      const attempts = [...call.attempts, { at, by: powerOf(by), outcome }];
      const nextAt = nextAttemptAt(attempts, campaign.attempts, calendar, campaign.until);
      return nextAt === undefined ? { ends: 'unreachable' } : { nextAt };
    }
  }
}

/** A time that they named, within the campaign's and the permitted hours. */
function agreed(
  appointment: string | undefined,
  { attempts }: ListedCall,
  { campaign, calendar }: GovernedCampaign,
  at: string,
): Following | Rejection {
  if (appointment === undefined) return rejected('appointment-required');
  const nextAt = inUtc(appointment);
  if (nextAt <= at || nextAt >= campaign.until) return rejected('appointment-out-of-time', { until: campaign.until });
  if (!isPermitted(calendar, nextAt)) return rejected('outside-permitted-hours', { appointment: nextAt });
  const before = attempts.filter(({ outcome }) => outcome === 'call-later').length;
  return before >= mostAppointments ? rejected('too-many-appointments', { most: mostAppointments }) : { nextAt };
}

function answered(person: string, given: ScriptAnswers, { script }: GovernedCampaign): ListedCallEvent {
  const { answers, said } = partedAnswers(script, given);
  return { type: 'CallAnswered', data: { person, answers, said } };
}
