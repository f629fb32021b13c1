import * as body from './roster-commands.js';

type BodyClass = new () => object;
type Calls = Readonly<Record<string, { readonly call: string; readonly body: BodyClass; readonly summary: string }>>;

/** `POST /shift-books/{id}/{step}`. */
export const shiftBookCalls: Calls = {
  set: {
    call: 'set-shifts',
    body: body.SetShifts,
    summary: 'Named shifts, how many people at least, and the rest between shifts',
  },
};

/** `POST /rosters/{id}/{step}`: the command, the shape of its body and what it is for. */
export const rosterCalls: Calls = {
  plan: {
    call: 'plan-roster',
    body: body.PlanRoster,
    summary: 'Who has which shifts, or a day off, on days that are not published',
  },
  publish: { call: 'publish-roster', body: body.PublishRoster, summary: 'What is planned holds, up to and with a day' },
  amend: { call: 'amend-roster', body: body.AmendRoster, summary: 'Other shifts on days that are published' },
  'request-swap': { call: 'request-swap', body: body.RequestSwap, summary: 'Ask a colleague to exchange days' },
  'request-change': {
    call: 'request-shift-change',
    body: body.RequestShiftChange,
    summary: 'Ask for other shifts, or a day off',
  },
  'agree-to-swap': { call: 'agree-to-swap', body: body.AgreeToSwap, summary: 'The colleague agrees' },
  'decline-swap': { call: 'decline-swap', body: body.DeclineSwap, summary: 'The colleague does not agree' },
  'approve-change': {
    call: 'approve-roster-change',
    body: body.ApproveRosterChange,
    summary: 'What was asked for, and agreed to, holds',
  },
  'refuse-change': { call: 'refuse-roster-change', body: body.RefuseRosterChange, summary: 'What was asked for does not hold' },
  'withdraw-change': { call: 'withdraw-shift-change', body: body.WithdrawShiftChange, summary: 'It is asked for no more' },
};
