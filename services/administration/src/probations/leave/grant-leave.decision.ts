import type { GrantLeave, RequestMoreLeave, WithdrawLeave } from '@ledgerline/contracts';
import {
  whyNoLeave,
  workingDates,
  type LeaveAsked,
  type Probation,
  type ProbationRule,
  type WorkingDays,
} from '@ledgerline/domain';
import { rejected, type Rejection } from '@ledgerline/kernel';
import { whileOpen, type OnProbation } from '../open-probation.js';
import { nextRequest, whyNoRequest } from '../request-change/request-change.decision.js';

/** The rule that the probation is judged by, and the days that its employee works. */
export interface LeaveBasis {
  readonly rule: ProbationRule;
  readonly roster: WorkingDays;
}

/** R13.3: granted by the department or by personnel, as the rule has it. */
export function grantLeave(basis: LeaveBasis): OnProbation<GrantLeave> {
  return whileOpen((body, probation) => {
    const refusal = whyNotWithin(body, probation);
    if (refusal !== undefined) return refusal;
    const { kind, proof, reason } = body;
    const asked = askedOf(body, basis);
    const why = whyNoLeave(asked, probation, basis.rule);
    if (why !== undefined) return rejected(why.code, why.facts);
    const payPercent = kind === 'home' ? 0 : basis.rule.leave[kind].payPercent;
    const about = { kind, payPercent, reason, ...(proof === undefined ? {} : { proof }) };
    const { person, leaves } = probation;
    return [{ type: 'LeaveGranted', data: { person, leave: leaves.length + 1, dates: asked.dates, half: asked.half, about } }];
  });
}

/** More personal leave than the rule gives is the chairman's to approve. */
export function requestMoreLeave(basis: LeaveBasis): OnProbation<RequestMoreLeave> {
  return whileOpen((body, probation) => {
    const refusal = whyNoRequest(probation, 'more-leave') ?? whyNotWithin(body, probation);
    if (refusal !== undefined) return refusal;
    const asked = askedOf({ ...body, kind: 'personal' }, basis);
    const why = whyNoLeave(asked, probation, basis.rule);
    if (why === undefined) return rejected('leave-needs-no-approval');
    if (why.code !== 'personal-leave-needs-the-chairman') return rejected(why.code, why.facts);
    const { person } = probation;
    const { reason } = body;
    const about = { kind: 'personal' as const, payPercent: basis.rule.leave.personal.payPercent, reason };
    const data = { person, request: nextRequest(probation), dates: asked.dates, half: asked.half, about, reason };
    return [{ type: 'MoreLeaveRequested', data }];
  });
}

export const withdrawLeave: OnProbation<WithdrawLeave> = whileOpen(({ leave, reason }, probation) => {
  const { person, leaves } = probation;
  const found = leaves.find((one) => one.leave === leave);
  if (found === undefined || found.withdrawn) return rejected('no-such-leave', { leave });
  return [{ type: 'LeaveWithdrawn', data: { person, leave, reason } }];
});

type Stretch = Pick<GrantLeave, 'from' | 'to' | 'half'>;

function whyNotWithin({ from, to, half }: Stretch, { reportsOn, lastDay }: Probation): Rejection | undefined {
  if (from > to || from < reportsOn || to > lastDay) return rejected('not-within-the-probation', { reportsOn, lastDay });
  return half && from !== to ? rejected('half-a-day-is-one-day') : undefined;
}

function askedOf({ kind, from, to, half = false, proof }: Omit<GrantLeave, 'reason'>, { roster }: LeaveBasis): LeaveAsked {
  return { kind, dates: workingDates(from, to, roster), half, ...(proof === undefined ? {} : { proof }) };
}
