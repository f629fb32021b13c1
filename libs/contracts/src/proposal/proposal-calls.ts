import * as body from './proposal-commands.js';

type BodyClass = new () => object;

/** `POST /proposals/{id}/{step}`: the command, the shape of its body and what it is for. */
export const proposalCalls: Readonly<
  Record<string, { readonly call: string; readonly body: BodyClass; readonly summary: string }>
> = {
  join: { call: 'join-proposal', body: body.JoinProposal, summary: 'Further callers asked for it' },
  remove: { call: 'remove-from-proposal', body: body.RemoveFromProposal, summary: 'A ticket does not belong to it' },
  'take-up': { call: 'take-up-proposal', body: body.TakeUpProposal, summary: 'Who does it, and by when' },
  change: { call: 'change-proposal', body: body.ChangeProposal, summary: 'Another department, owner or date' },
  refuse: { call: 'refuse-proposal', body: body.RefuseProposal, summary: 'It is not done, and why' },
  'carry-out': { call: 'carry-out-proposal', body: body.CarryOutProposal, summary: 'It is done, and what came of it' },
  reopen: { call: 'reopen-proposal', body: body.ReopenProposal, summary: 'It is looked at again' },
  'tell-callers': { call: 'tell-callers', body: body.TellCallers, summary: 'These callers were told of the outcome' },
  'excuse-caller': { call: 'excuse-caller', body: body.ExcuseCaller, summary: 'Nobody tells this one, and why' },
};
