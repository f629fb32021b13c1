import type { ComparedClock, RoutingProposal } from '@ledgerline/domain';
import type { ListedLine } from '../ticket-list/listed-for.js';

/** What a version would do differently with one ticket. */
export type Difference =
  | { readonly clocks: readonly (ComparedClock & { readonly recalculated: boolean })[] }
  | { readonly route: { readonly now: RoutingProposal; readonly then: RoutingProposal; readonly awaitsRouting: boolean } };

export type PreviewTicket = Difference & { readonly id: string; readonly number: string };

/** undefined: it treats the ticket as before. */
export type Preview = (ticket: ListedLine) => Promise<Difference | undefined>;
