import { problem, type RecordContact } from '@ledgerline/contracts';
import { isAddressChannel, mayCommand, queueOf, recordedContactFold, telephonyTerms } from '@ledgerline/domain';
import { commandOf, replyOf, type CommandReply, type CommandRequest, type Ledgerline } from '@ledgerline/host';
import { streamName } from '@ledgerline/kernel';
import { customerOf } from '../recognise-caller/caller-identities.js';
import { agentNamed } from '../telephony/agent-named.js';
import { recordContact } from './record-contact.decision.js';
import { ticketOfCall } from './ticket-of-call.js';

/** `POST /contacts`. What the call id makes unique is this stream; the ticket of the same call is another. */
export async function recordContactHere(request: CommandRequest<RecordContact>, ledgerline: Ledgerline): Promise<CommandReply> {
  if (!mayCommand(request.principal.roles, 'record-contact')) return problem('not-allowed');
  const { body } = request;
  const customer = customerOf(callerOf(body), ledgerline);
  const ticket = body.callId === undefined ? undefined : await ticketOfCall(body.callId, ledgerline);
  const agent = body.agent === undefined ? undefined : await agentNamed(body.agent, ledgerline);
  if (agent !== undefined && 'rejection' in agent) return problem(agent.rejection, { agent: body.agent });
  const { queue, queuedAt = body.at } = body;
  const isThrough = queue !== undefined || body.queuedAt !== undefined;
  if (isThrough && queueOf((await telephonyTerms(ledgerline))(queuedAt), queue) === undefined)
    return problem('unknown-queue', { queue: queue ?? null });
  const facts = {
    person: await ledgerline.vault.newPerson(),
    lateAfter: ledgerline.configuration.lateAfter * 60_000,
    ...(customer === undefined ? {} : { customer }),
    ...(ticket === undefined ? {} : { ticket }),
    ...(agent === undefined ? {} : { agent: agent.agent }),
  };
  const handled = await ledgerline.commands.handle(streamName('contact', request.id), commandOf(request), {
    fold: recordedContactFold,
    decide: recordContact(facts),
    isLikelyNew: true,
  });
  // Without a key of the client's the command's id is the call's: told of in other words, it is the same call.
  if (handled.kind === 'key-reused' && body.callId !== undefined)
    return problem('contact-already-recorded', { contact: request.id });
  return replyOf(request.id, handled);
}

function callerOf({ channel, direction, from, to }: RecordContact) {
  const other = direction === 'inbound' ? from : to;
  if (other === undefined) return {};
  return isAddressChannel(channel) ? { email: other } : { phone: other };
}
