import { definitionsOf, type EventDefinition, type EventOf, type Personal } from '@ledgerline/kernel';
import type { ConsentKey } from '../customer-profile/consent.js';

/** What a segment is for: a purpose and means that its customers consented to; or market analysis, which tells of nobody who they are. */
export type SegmentPurpose = ConsentKey | 'analysis';

/** All that is given has to hold. */
export interface SegmentFilter {
  readonly organisation?: string;
  /** Owned, however it is written. */
  readonly product?: string;
  readonly language?: string;
  readonly preferredChannel?: string;
  /** Words that products, concerns, suggestions or addresses have, all of them. */
  readonly words?: string;
}

/**
 * Every event of a segment (R10: a saved filter over the customer base) by wire name. `person` is a key of the segment's own: a filter is the house's text, but may name
 * somebody. What a segment is for never changes, so that nobody comes to be in another one than they were asked about.
 */
export interface SegmentEvents {
  SegmentSaved: Named & { readonly purpose: SegmentPurpose };
  SegmentChanged: Named;
  SegmentRetired: { readonly person: string; readonly reason: Personal<string> };
}
interface Named {
  readonly person: string;
  readonly name: Personal<string>;
  readonly filter: Personal<SegmentFilter>;
}
export type SegmentEventType = keyof SegmentEvents;
export type SegmentEvent = EventOf<SegmentEvents>;

export const segmentEventDefinitions: readonly EventDefinition[] = definitionsOf<SegmentEventType>({
  SegmentSaved: ['name', 'filter'],
  SegmentChanged: ['name', 'filter'],
  SegmentRetired: ['reason'],
});
