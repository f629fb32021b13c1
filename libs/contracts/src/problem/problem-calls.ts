import * as body from './problem-commands.js';

type BodyClass = new () => object;

/** `POST /problems/{id}/{step}`: the command, the shape of its body and what it is for. */
export const problemCalls: Readonly<
  Record<string, { readonly call: string; readonly body: BodyClass; readonly summary: string }>
> = {
  link: { call: 'link-tickets', body: body.LinkTickets, summary: 'These tickets come of it' },
  unlink: { call: 'unlink-ticket', body: body.UnlinkTicket, summary: 'A ticket does not' },
  describe: { call: 'describe-problem', body: body.DescribeProblem, summary: 'Say better what it is' },
  'declare-known-error': {
    call: 'declare-known-error',
    body: body.DeclareKnownError,
    summary: 'The cause, and what helps meanwhile; or another version of that',
  },
  'withdraw-workaround': { call: 'withdraw-workaround', body: body.WithdrawWorkaround, summary: 'It does not help' },
  resolve: { call: 'resolve-problem', body: body.ResolveProblem, summary: 'It is gone for good' },
  reopen: { call: 'reopen-problem', body: body.ReopenProblem, summary: 'It is not' },
};
