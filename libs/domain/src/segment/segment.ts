import { noRuleFor, type Fold, type Personal, type RecordedEvent } from '@ledgerline/kernel';
import { powerOf } from '../authority/hands.js';
import type { SegmentEvent, SegmentFilter, SegmentPurpose } from './segment-events.js';

export interface Segment {
  readonly person: string;
  readonly name: Personal<string>;
  readonly purpose: SegmentPurpose;
  readonly filter: Personal<SegmentFilter>;
  readonly savedAt: string;
  readonly savedBy: string;
  readonly isRetired: boolean;
}
export type MaybeSegment = Segment | undefined;

export const segmentFold: Fold<MaybeSegment> = {
  initial: undefined,
  evolve(segment, recorded) {
    const event = recorded as unknown as SegmentEvent & Pick<RecordedEvent, 'meta'>;
    const { at } = event.meta;
    switch (event.type) {
      case 'SegmentSaved':
        return { ...event.data, savedAt: at, savedBy: powerOf(event.meta), isRetired: false };
      case 'SegmentChanged':
        return segment && { ...segment, name: event.data.name, filter: event.data.filter };
      case 'SegmentRetired':
        return segment && { ...segment, isRetired: true };
      default:
        return noRuleFor(event);
    }
  },
};
