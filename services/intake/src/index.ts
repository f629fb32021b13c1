export * from './intake.module.js';
export * from './register-ticket/register-contact.decision.js';
export * from './register-ticket/register-from-contact.decision.js';
export { ticketOf } from './register-ticket/register-ticket.handler.js';
