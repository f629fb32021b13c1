export * from './notification.module.js';
export { TicketVisits } from './ticker/visit-ticket.js';
