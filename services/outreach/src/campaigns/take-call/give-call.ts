import {
  givenCallFold,
  listedCallFold,
  type GivenCall,
  type GivenCallEvent,
  type ListedCallEvent,
  type MaybeGivenCall,
  type MaybeListedCall,
} from '@ledgerline/domain';
import { commandOf, idOfDigest, replyOf, type AcceptedReply, type CommandReply, type CommandRequest, type Ledgerline } from '@ledgerline/host'; // prettier-ignore
import { outcomeOf, rejected, streamName, type Decide, type Handled } from '@ledgerline/kernel';
import { giveBackCall } from '../record-attempt/give-back-call.decision.js';

/** A call that somebody has before them; `events`: what the request wrote to it. */
export type TakenCall = Pick<AcceptedReply, 'id' | 'version' | 'events'>;

/**
 * The answer that this very request got when it was accepted, whatever has become of the call and of the campaign since. @returns undefined where it
 * was given none
 */
export async function givenBefore(request: CommandRequest, ledgerline: Ledgerline): Promise<CommandReply | undefined> {
  const handled = await keep(request, () => rejected('no-call-due'), ledgerline);
  return handled.kind === 'rejected' ? undefined : replied(handled, request, ledgerline);
}

/**
 * Keeps which call it was, so that the request is answered with it for ever. Where the same request, on its way twice, was answered with another call
 * meanwhile, that one is the answer to both, and this one is let go of.
 */
export async function giveCall(taken: TakenCall, request: CommandRequest, ledgerline: Ledgerline): Promise<CommandReply> {
  const { id: call, version, events } = taken;
  const given: GivenCall = { campaign: request.id, call, version };
  const handled = await keep(request, () => [{ type: 'NextCallGiven', data: given }], ledgerline);
  const isAnother = handled.kind === 'accepted' && handled.state?.call !== call;
  if (isAnother && events.length > 0) await letGoOf(call, request, ledgerline);
  return replied(handled, request, ledgerline);
}

/** Under the request's own id: what was decided before, the handling of commands answers with. */
function keep(
  request: CommandRequest,
  decide: Decide<unknown, MaybeGivenCall, GivenCallEvent>,
  ledgerline: Ledgerline,
): Promise<Handled<MaybeGivenCall>> {
  const stream = streamName('next-call', idOfDigest(ledgerline.digest('ids', `next call of ${request.id} ${request.command}`)));
  return ledgerline.commands.handle(stream, ofCall(request), { fold: givenCallFold, decide });
}

/** Of the call: its version then, and what the request wrote to its stream; of the request: the position, which is the later one. */
async function replied(
  handled: Handled<MaybeGivenCall>,
  request: CommandRequest,
  { commands }: Ledgerline,
): Promise<CommandReply> {
  const reply = replyOf(request.id, handled);
  if (reply.kind !== 'accepted' || handled.kind !== 'accepted' || handled.state === undefined) return reply;
  const { call, version } = handled.state;
  const { outcomes } = await commands.current(streamName('listed-call', call), listedCallFold);
  const taken = outcomes.get(request.command);
  return { ...reply, id: call, version, events: taken === undefined ? [] : outcomeOf(taken).events };
}

async function letGoOf(call: string, request: CommandRequest, { commands }: Ledgerline): Promise<void> {
  const command = { ...ofCall(request), id: `${request.command}~given-back`, data: { campaign: request.id } };
  const rules = { fold: listedCallFold, decide: giveBackCall };
  await commands.handle<typeof command.data, MaybeListedCall, ListedCallEvent>(streamName('listed-call', call), command, rules);
}

function ofCall(request: CommandRequest) {
  const { expectedVersion: _ofCampaign, ...command } = commandOf(request);
  return command;
}
