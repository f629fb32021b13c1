import type { ApproveProbationRequest, RefuseProbationRequest, WithdrawProbationRequest } from '@ledgerline/contracts';
import {
  handsOf,
  shareHands,
  type MaybeProbation,
  type Probation,
  type ProbationEvent,
  type ProbationRequest,
} from '@ledgerline/domain';
import { rejected, type ByWhom, type Decide, type Rejection } from '@ledgerline/kernel';
import { whyNotOpen } from '../open-probation.js';

type OnProbation<Body> = Decide<Body, MaybeProbation, ProbationEvent>;
type At = ByWhom & { readonly at: string };

/** An executive says yes; never to what they asked for themselves. */
export const approveProbationRequest: OnProbation<ApproveProbationRequest> = ({ request: number }, probation, by) => {
  const request = openRequest(number, probation, by);
  if ('rejection' in request) return request;
  if (shareHands(request.hands, handsOf(by))) return rejected('own-request');
  return approved(request);
};

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

function approved({ request, kind, on, lastDay }: ProbationRequest): readonly ProbationEvent[] {
  switch (kind) {
    case 'early-confirmation':
      return [{ type: 'EmployeeBecameRegular', data: { on: String(on), why: 'confirmed-early', request } }];
    case 'extension':
      return [{ type: 'ProbationExtended', data: { request, lastDay: String(lastDay) } }];
    case 'ending':
      return [{ type: 'ProbationEndingApproved', data: { request } }];
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
