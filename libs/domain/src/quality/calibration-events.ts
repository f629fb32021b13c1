import { definitionsOf, type EventDefinition, type EventOf, type Personal } from '@ledgerline/kernel';
import type { PinnedVersion } from './inspection-events.js';
import type { Remarks, Score } from './scoring.js';

/** Every event of a calibration (校准, R12) by wire name. What is written of it is sealed with a key of its own, named as `person`. */
export interface CalibrationEvents {
  /** Several inspectors score the same tickets, each without knowing what the others gave. */
  CalibrationOpened: {
    readonly person: string;
    readonly title: Personal<string>;
    readonly sheet: PinnedVersion;
    readonly tickets: readonly string[];
    readonly inspectors: readonly string[];
    /** One of the tickets is. */
    readonly confidential?: true;
  };
  /** By whoever gave it, whose it is to give. */
  CalibrationScored: Score & Remarks & { readonly person: string; readonly inspector: string; readonly ticket: string };
  /** From here on everybody sees what everybody gave. */
  CalibrationClosed: { readonly person: string; readonly reason?: Personal<string> };
}
export type CalibrationEventType = keyof CalibrationEvents;
export type CalibrationEvent = EventOf<CalibrationEvents>;

export const calibrationEventDefinitions: readonly EventDefinition[] = definitionsOf<CalibrationEventType>({
  CalibrationOpened: ['title'],
  CalibrationScored: ['notes', 'remark'],
  CalibrationClosed: ['reason'],
});
