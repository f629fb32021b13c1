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
  'change-pay': { call: 'change-probation-pay', body: body.ChangeProbationPay, summary: 'Another wage, or another post' },
  'set-festival-bonus': { call: 'set-festival-bonus', body: body.SetFestivalBonus, summary: 'A festival bonus, by the rule' },
  'grant-leave': { call: 'grant-leave', body: body.GrantLeave, summary: 'Away from work, as the rule has it' },
  'request-more-leave': {
    call: 'request-more-leave',
    body: body.RequestMoreLeave,
    summary: 'More personal leave than the rule gives; the chairman approves it',
  },
  'withdraw-leave': { call: 'withdraw-leave', body: body.WithdrawLeave, summary: 'It was not taken' },
  'record-document': {
    call: 'record-entry-document',
    body: body.RecordEntryDocument,
    summary: 'A paper was shown; what was kept of it',
  },
  'complete-formality': { call: 'complete-formality', body: body.CompleteFormality, summary: 'The office has seen to it' },
  'waive-formality': { call: 'waive-formality', body: body.WaiveFormality, summary: 'It is not needed' },
  'set-objectives': { call: 'set-objectives', body: body.SetObjectives, summary: 'What the employee is to achieve' },
  'name-mentor': { call: 'name-mentor', body: body.NameMentor, summary: 'Who shows them the work' },
  'record-review': {
    call: 'record-probation-review',
    body: body.RecordProbationReview,
    summary: 'How far the objectives are met',
  },
};
