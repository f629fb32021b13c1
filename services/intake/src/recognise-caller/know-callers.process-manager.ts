import { isAddressChannel, type ContactEvents, type CustomerEvents, type TicketEvents } from '@ledgerline/domain';
import { idOf, isErased, type ProcessManager } from '@ledgerline/kernel';

/** Whoever calls is a customer from then on: after the registration, which waits for nothing of it. */
export const knowCallers: ProcessManager = {
  name: 'know-callers',
  version: 1,
  categories: ['ticket', 'contact'],
  events: ['TicketRegistered', 'ContactRecorded'],
  looksInside: ['TicketRegistered', 'ContactRecorded'],
  concerns: ({ data }) => (data as { readonly anonymous?: boolean }).anonymous !== true,
  react: (_state, { type, data }) =>
    type === 'TicketRegistered'
      ? know((data as TicketEvents['TicketRegistered']).customer, (data as TicketEvents['TicketRegistered']).caller)
      : know((data as ContactEvents['ContactRecorded']).customer, callerOf(data as ContactEvents['ContactRecorded'])),
};

/** A customer's further identities learn whose they are. */
export const linkIdentities: ProcessManager = {
  name: 'link-identities',
  version: 1,
  categories: ['customer'],
  events: ['CustomerRegistered', 'CustomerIdentified'],
  looksInside: ['CustomerRegistered', 'CustomerIdentified'],
  react(_customer, { data, stream }) {
    const { identities } = data as CustomerEvents['CustomerRegistered'];
    if (isErased(identities)) return [];
    return identities.map((identity, place) => ({
      step: `link-${place}`,
      service: 'intake',
      command: 'link-identity',
      target: idOf(stream),
      data: { identity },
    }));
  },
};

function know(customer: unknown, caller: unknown) {
  if (typeof customer !== 'string' || isErased(caller)) return [];
  return [{ step: 'customer', service: 'intake', command: 'know-caller', target: customer, data: { caller } }];
}

function callerOf({ channel, direction, from, to }: ContactEvents['ContactRecorded']) {
  const other = direction === 'inbound' ? from : to;
  return isAddressChannel(channel) ? { email: other } : { phone: other };
}
