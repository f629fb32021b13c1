import { problem } from '@ledgerline/contracts';
import { isHeldBy, isPermitted, listedCallFold, mayCommand, powerOf, whyNobodyIsCalled } from '@ledgerline/domain';
import { commandOf, type CommandReply, type CommandRequest, type Ledgerline } from '@ledgerline/host';
import { instantText, streamName } from '@ledgerline/kernel';
import { campaignOf } from '../campaign-of.js';
import { callOnHand, callsDue } from './calls-due.js';
import { takeOne } from './take-one.js';

/**
 * `POST /campaigns/{id}/next-call`: what was agreed first, then who was not there, then who was not tried yet. An agent who has one before them gets
 * that one. Two agents never get the same: the first append to its stream wins, and the other goes on to the next.
 */
export async function takeNextCall(request: CommandRequest, ledgerline: Ledgerline): Promise<CommandReply> {
  const { id, principal, expectedVersion } = request;
  if (!mayCommand(principal.roles, 'take-next-call')) return problem('not-allowed');
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
  const onHand = await heldAlready(request, at, ledgerline);
  if (onHand !== undefined) return onHand;
  for await (const call of callsDue(id, at, ledgerline)) {
    const reply = await takeOne(call, { request, governed, at, ledgerline });
    if (reply !== undefined) return reply;
  }
  return problem('no-call-due');
}

async function heldAlready(request: CommandRequest, at: string, ledgerline: Ledgerline): Promise<CommandReply | undefined> {
  const self = powerOf(commandOf(request));
  const call = await callOnHand(request.id, { by: self, at }, ledgerline);
  if (call === undefined) return undefined;
  const { state, version } = await ledgerline.commands.current(streamName('listed-call', call), listedCallFold);
  if (state === undefined || !isHeldBy(state, self, at)) return undefined;
  return { kind: 'accepted', id: call, version, position: await ledgerline.store.end(), repeated: true, events: [] };
}
