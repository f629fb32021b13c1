import { ledgerlineEvents } from '@ledgerline/domain';
import type { Projection } from '@ledgerline/kernel';
import { ticketList } from './ticket-list/ticket-list.projection.js';

/** What the host can run on a thread of its own. */
export const projections: readonly Projection<never>[] = [ticketList as unknown as Projection<never>];
export const events = ledgerlineEvents;
