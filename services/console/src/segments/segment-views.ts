import type { Sealed } from '../api/views.ts';
import type { segmentFilterWords, segmentPurposeWords } from '../words/segment-words.ts';

export type SegmentFilter = Readonly<Partial<Record<keyof typeof segmentFilterWords, string>>>;

/** A saved filter as lists give it. */
export interface ListedSegment {
  readonly id: string;
  readonly name: Sealed<string>;
  readonly purpose: keyof typeof segmentPurposeWords;
  readonly filter: Sealed<SegmentFilter>;
  readonly savedAt: string;
  readonly savedBy: string;
}

export interface SegmentView extends ListedSegment {
  readonly isRetired: boolean;
  readonly count: number;
  /** There are more than that. */
  readonly more: boolean;
}
