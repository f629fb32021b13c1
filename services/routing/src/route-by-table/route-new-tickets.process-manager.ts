import { idOf, type ProcessManager } from '@ledgerline/kernel';

/** Every new ticket, and each that comes from another site, is shown to the routing table; what it cannot settle stays with the call centre. */
export const routeNewTickets: ProcessManager = {
  name: 'route-new-tickets',
  version: 1,
  categories: ['ticket'],
  events: ['TicketRegistered', 'TicketTransferred'],
  react: (_ticket, { stream }) => [
    { step: 'route', service: 'routing', command: 'route-by-table', target: idOf(stream), data: {} },
  ],
};
