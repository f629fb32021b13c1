import * as body from './probation-commands.js';

type BodyClass = new () => object;

/** `POST /probations/{id}/{step}`: the command, the shape of its body and what it is for. */
export const probationCalls: Readonly<
  Record<string, { readonly call: string; readonly body: BodyClass; readonly summary: string }>
> = {
  annul: { call: 'annul-probation', body: body.AnnulProbation, summary: 'They never came: it does not count' },
  'tell-conditions': {
    call: 'tell-employment-conditions',
    body: body.TellEmploymentConditions,
    summary: 'The conditions of employment, and when the employee was told of them',
  },
  'request-early-confirmation': {
    call: 'request-early-confirmation',
    body: body.RequestEarlyConfirmation,
    summary: 'Regular before the last day; another approves it',
  },
  'request-extension': {
    call: 'request-probation-extension',
    body: body.RequestProbationExtension,
    summary: 'A later last day within what the law allows; another approves it',
  },
  'request-ending': {
    call: 'request-probation-ending',
    body: body.RequestProbationEnding,
    summary: 'Conditions of employment were not met, and how that is known; another approves it',
  },
  approve: { call: 'approve-probation-request', body: body.ApproveProbationRequest, summary: 'Approve a request' },
  refuse: { call: 'refuse-probation-request', body: body.RefuseProbationRequest, summary: 'Refuse a request' },
  withdraw: { call: 'withdraw-probation-request', body: body.WithdrawProbationRequest, summary: 'Take a request back' },
  'end-by-employer': {
    call: 'end-by-employer',
    body: body.EndByEmployer,
    summary: 'The employee was told of an ending that was approved',
  },
  'end-by-employee': { call: 'end-by-employee', body: body.EndByEmployee, summary: 'The employee gave notice' },
};
