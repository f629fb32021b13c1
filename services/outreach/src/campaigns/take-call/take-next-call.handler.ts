import { problem } from '@ledgerline/contracts';
import { isHeldBy, isPermitted, listedCallFold, mayCommand, powerOf, whyNobodyIsCalled } from '@ledgerline/domain';
import { commandOf, type CommandReply, type CommandRequest, type Ledgerline } from '@ledgerline/host';
import { instantText, streamName } from '@ledgerline/kernel';
import { campaignOf } from '../campaign-of.js';
import { callOnHand, callsDue } from './calls-due.js';
import { giveCall, givenBefore, type TakenCall } from './give-call.js';
import { takeOne, type Taking } from './take-one.js';

/**
 * `POST /campaigns/{id}/next-call`: what was agreed first, then who was not there, then who was not tried yet. An agent who has one before them gets
 * that one. Two agents never get the same: the first append to its stream wins, and the other goes on to the next. The same request is answered with the
 * same call for ever: which one it was is kept by the request, and looked for before anything else.
 */
export async function takeNextCall(request: CommandRequest, ledgerline: Ledgerline): Promise<CommandReply> {
  const { id, principal, expectedVersion } = request;
  if (!mayCommand(principal.roles, 'take-next-call')) return problem('not-allowed');
  const before = await givenBefore(request, ledgerline);
  if (before !== undefined) return before;
  const governed = await campaignOf(id, ledgerline);
  if (governed === undefined) return problem('campaign-not-found');
  const { version } = governed;
  if (expectedVersion !== undefined && expectedVersion !== version) return problem('version-mismatch', { version });
  const at = instantText(ledgerline.clock.now());
  const refusal = whyNobodyIsCalled(governed.campaign, at);
  if (refusal !== undefined) {
    const { rejection, ...facts } = refusal;
    return problem(rejection, facts);
  }
  if (!isPermitted(governed.calendar, at)) return problem('outside-permitted-hours');
  const taken = (await heldAlready(request, at, ledgerline)) ?? (await firstTaken({ request, governed, at, ledgerline }));
  return taken === undefined ? problem('no-call-due') : giveCall(taken, request, ledgerline);
}

async function heldAlready(request: CommandRequest, at: string, ledgerline: Ledgerline): Promise<TakenCall | undefined> {
  const self = powerOf(commandOf(request));
  const call = await callOnHand(request.id, { by: self, at }, ledgerline);
  if (call === undefined) return undefined;
  const { state, version } = await ledgerline.commands.current(streamName('listed-call', call), listedCallFold);
  return state !== undefined && isHeldBy(state, self, at) ? { id: call, version, events: [] } : undefined;
}

async function firstTaken(taking: Taking): Promise<TakenCall | undefined> {
  for await (const call of callsDue(taking.request.id, taking.at, taking.ledgerline)) {
    const reply = await takeOne(call, taking);
    if (reply?.kind === 'accepted') return reply;
  }
  return undefined;
}
