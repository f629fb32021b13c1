import { noRuleFor, type Fold, type Personal, type RecordedEvent } from '@ledgerline/kernel';
import { handsOf, type Hands } from '../authority/hands.js';
import type { CalibrationEvent } from './calibration-events.js';
import type { PinnedVersion } from './inspection-events.js';
import type { Remarks, Score } from './scoring.js';

/** What one inspector gave for one ticket. */
export type CalibrationScore = Score & Remarks & { readonly inspector: string; readonly ticket: string; readonly at: string };

/** A calibration (校准) as its events give it. */
export interface Calibration {
  readonly person: string;
  readonly title: Personal<string>;
  readonly sheet: PinnedVersion;
  readonly tickets: readonly string[];
  readonly inspectors: readonly string[];
  readonly confidential?: true;
  readonly status: 'scoring' | 'closed';
  readonly openedAt: string;
  readonly openedBy: Hands;
  readonly updatedAt: string;
  readonly scores: readonly CalibrationScore[];
}
export type MaybeCalibration = Calibration | undefined;

type RecordedCalibrationEvent = CalibrationEvent & Pick<RecordedEvent, 'meta'>;

export const calibrationFold: Fold<MaybeCalibration> = {
  initial: undefined,
  evolve: (before, recorded) => evolveCalibration(before, recorded as unknown as RecordedCalibrationEvent),
  looksInside: ['CalibrationOpened', 'CalibrationScored'],
};

function evolveCalibration(before: MaybeCalibration, event: RecordedCalibrationEvent): MaybeCalibration {
  const { at } = event.meta;
  switch (event.type) {
    case 'CalibrationOpened':
      return { ...event.data, status: 'scoring', openedAt: at, openedBy: handsOf(event.meta), updatedAt: at, scores: [] };
    case 'CalibrationScored': {
      const { person: _key, ...given } = event.data;
      return before && { ...before, updatedAt: at, scores: [...before.scores, { ...given, at }] };
    }
    case 'CalibrationClosed':
      return before && { ...before, updatedAt: at, status: 'closed' };
    default:
      return noRuleFor(event);
  }
}
