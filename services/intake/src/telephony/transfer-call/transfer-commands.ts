import type { AnswerTransfer, OfferTransfer } from '@ledgerline/contracts';
import {
  accountFold, agentDayFold, agentDaysAt, callFold, idOfAgentDay, lastStateOf, mayCommand, otherTicket, recordedContactFold, rightsOfAccount, sightOf,
  type AgentState, type Call, type CallEvent,
} from '@ledgerline/domain'; // prettier-ignore
import { commandsOn, type AnswerCommand, type CommandRequest, type Ledgerline } from '@ledgerline/host';
import { rejected, streamName, type Decide } from '@ledgerline/kernel';
import { ticketOfCall } from '../../record-contact/ticket-of-call.js';
import { agentNamed } from '../agent-named.js';
import {
  acceptTransfer,
  declineTransfer,
  offerTransfer,
  refusesOthers,
  unknownCall,
  withdrawTransfer,
} from './transfer-call.decision.js';

const calls = { category: 'call', fold: callFold, may: mayCommand, unseen: unknownCall };
const onCall = commandsOn<Call, CallEvent>(calls);
const onOwnCall = commandsOn<Call, CallEvent>({ ...calls, refuses: refusesOthers });

/** R1.4: a live call is handed over (转接), the record first. */
export const transferCommands: Readonly<Record<string, AnswerCommand>> = {
  'offer-transfer': onOwnCall<OfferTransfer>('offer-transfer', { prepare: preparedOffer }),
  'accept-transfer': onCall<AnswerTransfer>('accept-transfer', acceptTransfer),
  'decline-transfer': onCall<AnswerTransfer>('decline-transfer', declineTransfer),
  'withdraw-transfer': onCall<AnswerTransfer>('withdraw-transfer', withdrawTransfer),
};

async function preparedOffer(
  { id, body, principal }: CommandRequest<OfferTransfer>,
  ledgerline: Ledgerline,
): Promise<Decide<OfferTransfer, Call, CallEvent>> {
  const who = await agentNamed(body.to, ledgerline);
  if ('rejection' in who) return () => who;
  const named = body.ticket ?? (await ticketOfContact(id, ledgerline));
  const record = named === undefined ? undefined : await otherTicket(named, principal, ledgerline);
  // What was named has to be there; that the call's own does not show to who speaks is no reason to keep the call.
  if (body.ticket !== undefined && record === undefined) return () => rejected('unknown-ticket', { ticket: body.ticket });
  const isShown = record !== undefined && (await showsTo(who.agent, record.ticket, ledgerline));
  if (body.ticket !== undefined && !isShown) return () => rejected('ticket-does-not-show-to-them');
  const state = await stateOf(who.agent, ledgerline);
  return offerTransfer({
    to: who.agent,
    ...(state === undefined ? {} : { state }),
    ...(isShown ? { ticket: record.id } : {}),
  });
}

/** What was made of its contact by hand or was there before it; else what has been registered from the call since. */
async function ticketOfContact(id: string, ledgerline: Ledgerline): Promise<string | undefined> {
  const { state: contact } = await ledgerline.commands.current(streamName('contact', id), recordedContactFold);
  if (contact?.ticket !== undefined) return contact.ticket;
  return typeof contact?.callId === 'string' ? ticketOfCall(contact.callId, ledgerline) : undefined;
}

/** Whether the record can be opened first by whoever takes the call. */
async function showsTo(agent: string, ticket: Parameters<typeof sightOf>[0], { commands }: Ledgerline): Promise<boolean> {
  const { state: account } = await commands.current(streamName('account', agent), accountFold);
  return account !== undefined && typeof sightOf(ticket, { id: agent, ...rightsOfAccount(account) }) !== 'string';
}

/** What they told last, today or before midnight. */
async function stateOf(agent: string, { clock, commands, configuration }: Ledgerline): Promise<AgentState | undefined> {
  for (const day of agentDaysAt(Temporal.Instant.fromEpochMilliseconds(clock.now()), configuration.timeZone)) {
    const { state } = await commands.current(streamName('agent-state', idOfAgentDay(agent, day)), agentDayFold);
    if (state !== undefined) return lastStateOf(state)?.state;
  }
  return undefined;
}
