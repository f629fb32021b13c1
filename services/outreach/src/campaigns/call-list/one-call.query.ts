import type { Principal, Problem, QueryRequest } from '@ledgerline/contracts';
import {
  campaignFold,
  consentFor,
  isHeldBy,
  listedCallFold,
  maskedPhone,
  seenTickets,
  seesCallers,
  seesCampaigns,
  type ListedCall,
  type ListedCallEvents,
} from '@ledgerline/domain';
import { oneRecord, type Ledgerline, type RecordKind } from '@ledgerline/host';
import { instantText, streamName, type Personal, type RecordedEvent } from '@ledgerline/kernel';
import { callPermission, type CallPermission } from '../../customer-base.js';

interface Asked {
  readonly id: string;
  readonly call: string;
}

/** What was said, and who it is, stand in it for those who see callers; its ticket for those to whom that shows. */
export type OneCall = Omit<ListedCall, 'person' | 'customer'> & {
  readonly id: string;
  readonly version: number;
  readonly customer?: string;
  readonly name?: string;
  readonly phone?: string;
  /** Why the customer is not called. */
  readonly bar?: string;
  readonly notes?: readonly { readonly at: string; readonly note: Personal<string> }[];
};

const callsOf = (campaign: string): RecordKind<ListedCall> => ({
  category: 'listed-call',
  fold: listedCallFold,
  sees: (call, { roles }) => call.campaign === campaign && seesCampaigns(roles),
  notFound: 'call-not-found',
});

/**
 * `GET /campaigns/{id}/calls/{call}`: the number whole for the one agent who has it before them, as long as they do and the customer may be called; what
 * was said to those who see callers.
 */
export async function oneCall(
  { body, principal }: QueryRequest<Asked>,
  ledgerline: Ledgerline,
): Promise<{ readonly kind: 'one'; readonly call: OneCall } | Problem> {
  const record = await oneRecord(callsOf(body.id), { id: body.call, principal }, ledgerline);
  if ('code' in record) return record;
  const { state: call, events } = record;
  const { person: _person, customer, said, note, ticket, ...shown } = call;
  const { seen } = await seenTickets(ticket === undefined ? [] : [ticket], principal, ledgerline);
  const about = ticket !== undefined && seen.has(ticket) ? { ticket } : {};
  const own = { ...shown, ...about, id: body.call, version: events.length };
  if (!seesCallers(principal.roles)) return { kind: 'one', call: own };
  const { state: campaign } = await ledgerline.commands.current(streamName('campaign', body.id), campaignFold);
  const permission = await callPermission(customer, ledgerline, campaign && consentFor(campaign));
  const words = { ...(said === undefined ? {} : { said }), ...(note === undefined ? {} : { note }) };
  const who = { customer, ...whoItIs(permission, isOnHand(call, principal, ledgerline)) };
  return { kind: 'one', call: { ...own, ...who, ...words, notes: notesIn(events) } };
}

function isOnHand(call: ListedCall, { id, onBehalfOf = id }: Principal, { clock }: Pick<Ledgerline, 'clock'>): boolean {
  return isHeldBy(call, onBehalfOf, instantText(clock.now()));
}

function whoItIs(permission: CallPermission | undefined, onHand: boolean) {
  if (permission === undefined) return {};
  const { name, phone, bar } = permission;
  const number = phone === undefined ? {} : { phone: onHand && bar === undefined ? phone : maskedPhone(phone) };
  return { ...(name === undefined ? {} : { name }), ...number, ...(bar === undefined ? {} : { bar }) };
}

/** What was noted of each attempt. */
function notesIn(events: readonly RecordedEvent[]) {
  return events.flatMap(({ type, data, meta }) => {
    const { note } = data as Partial<ListedCallEvents['CallAttempted']>;
    return type === 'CallAttempted' && note !== undefined ? [{ at: meta.at, note }] : [];
  });
}
