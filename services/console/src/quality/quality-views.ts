import type { Sealed } from '../api/views.ts';
import type { ShownStepView } from '../look/Steps.tsx';
import type { SheetView } from '../rules/QualityDocuments.tsx';

export interface ResultView {
  readonly score: number;
  readonly outOf: number;
  readonly passed: boolean;
  readonly fatal: readonly string[];
}

/** An inspection as lists give it; the ticket where the reader sees that. */
export interface ListedInspection {
  readonly id: string;
  readonly version: number;
  readonly ticket?: string;
  readonly work: 'registration' | 'answer' | 'reply' | 'dissatisfied';
  readonly agent: string;
  readonly team: string;
  readonly inspector?: string;
  readonly month: string;
  readonly doneAt: string;
  readonly sample: string;
  readonly sheet: string;
  readonly status: 'to-score' | 'scored' | 'appealed' | 'decided' | 'excused';
  readonly confidential?: true;
  readonly result?: ResultView;
  readonly original?: ResultView;
  readonly appealBy?: string;
  readonly outcome?: 'granted' | 'dismissed';
}

/** A sheet that somebody filled in. */
export interface ScoreView extends ResultView {
  readonly marks: readonly { readonly criterion: string; readonly points: number; readonly of: number }[];
  readonly notes: Sealed<Readonly<Record<string, string>>>;
  readonly remark?: Sealed<string>;
  readonly by?: { readonly by: string };
  readonly at: string;
}

interface SaidView {
  readonly at: string;
  readonly by: { readonly by: string };
  readonly reason: Sealed<string>;
}

export interface InspectionView extends ListedInspection {
  readonly scoreSheet: SheetView;
  readonly scored?: ScoreView;
  readonly revised?: ScoreView;
  readonly appeal?: SaidView;
  readonly decision?: SaidView & { readonly outcome: 'granted' | 'dismissed' };
  readonly excused?: SaidView;
  readonly history: readonly ShownStepView[];
}
