import type { ContactView } from '@ledgerline/gateway/answers';
import type { CallTransfer, Customer, Passage, TicketClock } from '@ledgerline/domain';
import type {
  AlikeCustomer,
  CountedSegment,
  CustomerProfiles,
  ListedContact,
  ListedSegmentLine,
  ListedSurge,
  OneCustomer,
} from '@ledgerline/reporting/answers';
import type { Accepted, Made, Page, Whole } from '../answer-shapes.ts';
import type { TicketLine } from './tickets.answers.ts';

/** A recorded call or message. */
export type ContactLine = ContactView<ListedContact>;

/** A customer of a list: without the key id of the person, and without what the system keeps for itself. */
export type CustomerLine = Omit<Customer, 'person' | 'merged' | 'unlike'> & { readonly id: string; readonly version: number };

/** A burst of contacts, and what a coordinator can make of it. */
export type SurgeLine = ListedSurge & { readonly proposes: readonly string[] };

/** Who calls: contacts, customers and their restrictions, bursts. */
export interface CallersAnswers {
  'post /contacts': Made;
  'get /contacts': Page<ContactLine>;
  'get /contacts/{id}': ContactLine & {
    readonly clocks: readonly TicketClock[];
    readonly passages: readonly Passage[];
    readonly transfers: readonly CallTransfer[];
  };
  /** `recording`: where it can be played now. */
  'post /contacts/{id}/play-recording': Accepted & { readonly recording: string };
  'post /contacts/{id}/{command}': Accepted;
  'get /surges': Page<SurgeLine>;
  'post /surges/{id}/acknowledge': Accepted;
  'post /customers': Made;
  'get /customers': Page<CustomerLine>;
  'get /customers/{id}': OneCustomer;
  'get /customers/{id}/profile': CustomerProfiles;
  'get /customers/{id}/alike': Whole<AlikeCustomer>;
  'get /customers/{id}/tickets': Page<TicketLine>;
  'get /customers/{id}/history': { readonly tickets: readonly TicketLine[]; readonly contacts: readonly ContactLine[] };
  'post /customer-segments': Made;
  'get /customer-segments': Page<ListedSegmentLine>;
  'get /customer-segments/{id}': CountedSegment;
  'post /customer-segments/{id}/{step}': Accepted;
  'post /customers/{id}/restrictions/lift': Accepted;
  'post /customers/{id}/do-not-call/lift': Accepted;
  'post /customers/{id}/{step}': Accepted;
}
