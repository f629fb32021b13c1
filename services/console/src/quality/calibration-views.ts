import type { Sealed } from '../api/views.ts';
import type { SheetView } from '../rules/QualityDocuments.tsx';
import type { ScoreView } from './quality-views.ts';

export interface ListedCalibration {
  readonly id: string;
  readonly version: number;
  readonly title: Sealed<string>;
  readonly sheet: string;
  readonly status: 'scoring' | 'closed';
  readonly inspectors: readonly string[];
  readonly tickets: number;
  readonly given: number;
  readonly complete: boolean;
  readonly openedAt: string;
}

interface AgreementView {
  readonly exact?: number;
  readonly alpha?: number;
}
export type CalibrationScoreView = ScoreView & { readonly inspector: string; readonly ticket: string };

export interface CalibrationView extends Omit<ListedCalibration, 'tickets'> {
  /** Those that the reader sees. */
  readonly tickets: readonly string[];
  readonly scores: readonly CalibrationScoreView[];
  readonly scoreSheet: SheetView;
  /** When it is closed. */
  readonly agreement?: {
    readonly criteria: readonly (AgreementView & { readonly code: string })[];
    readonly fatal: readonly (AgreementView & { readonly code: string })[];
    readonly score: AgreementView;
  };
}
