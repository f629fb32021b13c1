import type { ApproveProbationRequest, RefuseProbationRequest, WithdrawProbationRequest } from '@ledgerline/contracts';
import {
  handsOf,
  shareHands,
  type AboutLeave,
  type Probation,
  type ProbationEvent,
  type ProbationRequest,
  type ProbationRule,
} from '@ledgerline/domain';
import { isErased, rejected, type ByWhom, type Rejection } from '@ledgerline/kernel';
import { whileOpen, type OnProbation } from '../open-probation.js';
import { whyPapersAreMissing } from '../request-change/request-change.decision.js';

/** An executive says yes, the chairman to more leave; nobody to what they asked for themselves. */
export function approveProbationRequest(rule: ProbationRule): OnProbation<ApproveProbationRequest> {
  return whileOpen(({ request: number }, probation, by) => {
    const request = openRequest(number, probation);
    if ('rejection' in request) return request;
    if (shareHands(request.hands, handsOf(by))) return rejected('own-request');
    const refusal = whyNotApproved(request, { by, probation, rule });
    return refusal ?? approved(request, probation);
  });
}

interface Asked {
  readonly by: ByWhom;
  readonly probation: Probation;
  readonly rule: ProbationRule;
}

function whyNotApproved({ kind, about }: ProbationRequest, { by, probation, rule }: Asked): Rejection | undefined {
  if (kind === 'early-confirmation') return whyPapersAreMissing(probation, rule);
  if (kind !== 'more-leave') return undefined;
  if (!by.actor.roles?.includes('chairman')) return rejected('needs-the-chairman');
  return isErased(about) ? rejected('probation-is-erased') : undefined;
}

export const refuseProbationRequest: OnProbation<RefuseProbationRequest> = whileOpen(({ request: number, reason }, probation) => {
  const request = openRequest(number, probation);
  if ('rejection' in request) return request;
  return [{ type: 'ProbationRequestRefused', data: { person: probation.person, request: number, reason } }];
});

/** By whoever asked. */
export const withdrawProbationRequest: OnProbation<WithdrawProbationRequest> = whileOpen(
  ({ request: number, reason }, probation, by) => {
    const request = openRequest(number, probation);
    if ('rejection' in request) return request;
    if (!shareHands(request.hands, handsOf(by))) return rejected('not-your-request');
    return [{ type: 'ProbationRequestWithdrawn', data: { person: probation.person, request: number, reason } }];
  },
);

function approved({ request, kind, ...asked }: ProbationRequest, { person, leaves }: Probation): readonly ProbationEvent[] {
  switch (kind) {
    case 'early-confirmation':
      return [{ type: 'EmployeeBecameRegular', data: { on: String(asked.on), why: 'confirmed-early', request } }];
    case 'extension':
      return [{ type: 'ProbationExtended', data: { request, lastDay: String(asked.lastDay) } }];
    case 'ending':
      return [{ type: 'ProbationEndingApproved', data: { request } }];
    case 'more-leave': {
      const { dates = [], half = false, about } = asked;
      return [
        { type: 'LeaveGranted', data: { person, leave: leaves.length + 1, dates, half, about: about as AboutLeave, request } },
      ];
    }
  }
}

function openRequest(number: number, { requests }: Probation): ProbationRequest | Rejection {
  if (!requests.some(({ state }) => state === 'open')) return rejected('nothing-requested');
  const found = requests.find(({ request }) => request === number);
  if (found === undefined) return rejected('request-not-found', { request: number });
  return found.state === 'open' ? found : rejected('request-not-open', { request: number, state: found.state });
}
