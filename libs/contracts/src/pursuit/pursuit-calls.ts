import * as body from './pursuit-commands.js';

type BodyClass = new () => object;

/** `POST /leads/{id}/{step}`, and of at-risk customers: the command, the shape of its body and what it is for. */
export const pursuitCalls: Readonly<
  Record<string, { readonly call: string; readonly body: BodyClass; readonly summary: string }>
> = {
  move: { call: 'move-pursuit', body: body.MovePursuit, summary: 'To another stage on its way' },
  plan: { call: 'plan-next-step', body: body.PlanNextStep, summary: 'What comes next, and by when' },
  revisit: { call: 'revisit-customer', body: body.RevisitCustomer, summary: 'A follow-up call, reached or not' },
  'hand-over': { call: 'hand-over-pursuit', body: body.HandOverPursuit, summary: 'Somebody else sees it through' },
  conclude: { call: 'conclude-pursuit', body: body.ConcludePursuit, summary: 'Won, kept or lost' },
  reopen: { call: 'reopen-pursuit', body: body.ReopenPursuit, summary: 'It is not over' },
};

/** By their path in the API: what is followed up, and the command that opens it. */
export const pursuitPaths = {
  leads: { of: 'lead', opens: 'open-lead' },
  'at-risk-customers': { of: 'at-risk', opens: 'open-at-risk' },
} as const;
