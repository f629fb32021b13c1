import { problem, type QueryRequest } from '@ledgerline/contracts';
import { maskedPhone, seenTickets, seesCallers, seesCampaigns } from '@ledgerline/domain';
import { pageOfRecords, type Ledgerline } from '@ledgerline/host';
import { callPermissions, type CallPermission } from '../../customer-base.js';
import { callsCollection, type ListedCallDocument } from './call-list.projection.js';

export interface CallFilter {
  readonly id: string;
  readonly status?: string;
  readonly limit?: number;
  readonly cursor?: string;
}

/** A call in a list: who it is, with a masked number, to those who see callers; its ticket to those to whom that shows. */
export type ShownCall = Omit<ListedCallDocument, 'person' | 'customer' | 'said' | 'answers' | 'note'> & {
  readonly customer?: string;
  readonly name?: string;
  readonly phone?: string;
};

/** `GET /campaigns/{id}/calls`: whom it calls, in the order in which they were listed. */
export async function listCallsOf(request: QueryRequest<CallFilter>, ledgerline: Ledgerline) {
  const { body, principal } = request;
  if (!seesCampaigns(principal.roles)) return problem('campaign-not-found');
  const where = () => ({
    kind: 'call',
    campaign: body.id,
    ...(body.status === undefined ? {} : { status: body.status }),
  });
  const list = { where, sort: ['listedAt'], show: (call: ListedCallDocument) => call };
  const page = await pageOfRecords(callsCollection, request, list, ledgerline);
  if (page.kind === 'problem') return page;
  const known = seesCallers(principal.roles)
    ? await callPermissions([...new Set(page.items.map(({ customer }) => customer))], ledgerline)
    : new Map<string, CallPermission>();
  const named = new Set(page.items.flatMap(({ ticket }) => ticket ?? []));
  const { seen } = await seenTickets([...named], principal, ledgerline);
  return { ...page, items: page.items.map((call) => shownCall(call, { who: known.get(call.customer), seen })) };
}

interface Known {
  readonly who: CallPermission | undefined;
  readonly seen: ReadonlySet<string>;
}

function shownCall(
  { person: _person, said: _said, answers: _answers, note: _note, customer, ticket, ...call }: ListedCallDocument,
  { who, seen }: Known,
): ShownCall {
  const shown = { ...call, ...(ticket !== undefined && seen.has(ticket) ? { ticket } : {}) };
  if (who === undefined) return shown;
  const { name, phone } = who;
  return {
    ...shown,
    customer,
    ...(name === undefined ? {} : { name }),
    ...(phone === undefined ? {} : { phone: maskedPhone(phone) }),
  };
}
