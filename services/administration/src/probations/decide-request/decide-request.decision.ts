import type { ApproveProbationRequest, RefuseProbationRequest, WithdrawProbationRequest } from '@ledgerline/contracts';
import {
  handsOf,
  shareHands,
  type AboutLeave,
  type MaybeProbation,
  type Probation,
  type ProbationEvent,
  type ProbationRequest,
  type ProbationRule,
} from '@ledgerline/domain';
import { isErased, rejected, type ByWhom, type Decide, type Rejection } from '@ledgerline/kernel';
import { whyNotOpen } from '../open-probation.js';
import { whyPapersAreMissing } from '../request-change/request-change.decision.js';

type OnProbation<Body> = Decide<Body, MaybeProbation, ProbationEvent>;
type At = ByWhom & { readonly at: string };

/** An executive says yes, the chairman to more leave; nobody to what they asked for themselves. */
export function approveProbationRequest(rule: ProbationRule): OnProbation<ApproveProbationRequest> {
  return ({ request: number }, probation, by) => {
    const request = openRequest(number, probation, by);
    if ('rejection' in request) return request;
    if (shareHands(request.hands, handsOf(by))) return rejected('own-request');
    const refusal = whyNotApproved(request, { by, probation: probation as Probation, rule });
    return refusal ?? approved(request, probation as Probation);
  };
}

interface Asked {
  readonly by: At;
  readonly probation: Probation;
  readonly rule: ProbationRule;
}

function whyNotApproved({ kind, about }: ProbationRequest, { by, probation, rule }: Asked): Rejection | undefined {
  if (kind === 'early-confirmation') return whyPapersAreMissing(probation, rule);
  if (kind !== 'more-leave') return undefined;
  if (!by.actor.roles?.includes('chairman')) return rejected('needs-the-chairman');
  return isErased(about) ? rejected('probation-is-erased') : undefined;
}

export const refuseProbationRequest: OnProbation<RefuseProbationRequest> = ({ request: number, reason }, probation, by) => {
  const request = openRequest(number, probation, by);
  if ('rejection' in request) return request;
  const { person } = probation as Probation;
  return [{ type: 'ProbationRequestRefused', data: { person, request: number, reason } }];
};

/** By whoever asked. */
export const withdrawProbationRequest: OnProbation<WithdrawProbationRequest> = ({ request: number, reason }, probation, by) => {
  const request = openRequest(number, probation, by);
  if ('rejection' in request) return request;
  if (!shareHands(request.hands, handsOf(by))) return rejected('not-your-request');
  const { person } = probation as Probation;
  return [{ type: 'ProbationRequestWithdrawn', data: { person, request: number, reason } }];
};

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

function openRequest(number: number, probation: MaybeProbation, by: At): ProbationRequest | Rejection {
  const refusal = whyNotOpen(probation, by);
  if (refusal !== undefined) return refusal;
  const { requests } = probation as Probation;
  if (!requests.some(({ state }) => state === 'open')) return rejected('nothing-requested');
  const found = requests.find(({ request }) => request === number);
  if (found === undefined) return rejected('request-not-found', { request: number });
  return found.state === 'open' ? found : rejected('request-not-open', { request: number, state: found.state });
}
