import { consentFor, listedCallFold } from '@ledgerline/domain';
import { commandOf, replyOf, type CommandReply, type CommandRequest, type Ledgerline } from '@ledgerline/host';
import { streamName } from '@ledgerline/kernel';
import { callPermission } from '../../customer-base.js';
import type { GovernedCampaign } from '../campaign-of.js';
import { callInTurn, takeCall } from './take-call.decision.js';

export interface Taking {
  readonly request: CommandRequest;
  readonly governed: GovernedCampaign;
  readonly at: string;
  readonly ledgerline: Ledgerline;
}

/**
 * Whoever asks has this call before them from now on. @returns undefined where somebody else has it, it is not its turn after all, or nobody may call
 * them: that is on record then
 */
export async function takeOne(call: string, { request, governed, at, ledgerline }: Taking): Promise<CommandReply | undefined> {
  const stream = streamName('listed-call', call);
  const { expectedVersion: _ofCampaign, ...command } = commandOf(request);
  const { state } = await ledgerline.commands.current(stream, listedCallFold);
  const inTurn = callInTurn(governed, state, { ...command, at });
  if ('rejection' in inTurn) return undefined;
  const permission = await callPermission(inTurn.customer, ledgerline, consentFor(governed.campaign));
  const rules = { fold: listedCallFold, decide: takeCall(governed, permission) };
  const handled = await ledgerline.commands.handle(stream, command, rules);
  const isTaken = handled.kind === 'accepted' && handled.state?.status === 'waiting';
  return isTaken ? replyOf(call, handled) : undefined;
}
