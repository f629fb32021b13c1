import type { EventDefinition, EventOf, Fold, RecordedEvent } from '@ledgerline/kernel';
import type { DigestPeriod } from '../digest/digest-period.js';
import { handsOf, type Hands } from '../authority/hands.js';
import type { CountsFor, PieceOfWork, PinnedVersion } from './inspection-events.js';

/** What was drawn of one agent's work in one stratum, out of how much. */
export interface DrawnOfAgent {
  /** Place of the stratum in the rule, from 0. */
  readonly stratum: number;
  readonly agent: string;
  readonly population: number;
  readonly pieces: readonly { readonly ticket: string; readonly piece: number }[];
}

/** A piece that was drawn, and who looks at it. */
export interface DrawnPiece extends PieceOfWork, CountsFor {
  readonly inspection: string;
  readonly inspector?: string;
}

export interface SampleEvents {
  /**
   * A stream a rule and period: what was drawn once is not drawn again. With the seed, and the work that was known at `knownAt`, anyone draws the same
   * (`GET /samples/{id}/redraw`).
   */
  SampleDrawn: {
    readonly rule: PinnedVersion;
    readonly sheet: PinnedVersion;
    readonly period: DigestPeriod;
    readonly seed: string;
    /** RFC 3339, UTC. */
    readonly knownAt: string;
    readonly drawn: readonly DrawnOfAgent[];
    readonly pieces: readonly DrawnPiece[];
  };
}
export type SampleEvent = EventOf<SampleEvents>;

export const sampleEventDefinitions: readonly EventDefinition[] = [{ type: 'SampleDrawn', schema: 1 }];

export type Sample = SampleEvents['SampleDrawn'] & { readonly drawnAt: string; readonly drawnBy: Hands };
export type MaybeSample = Sample | undefined;

export const sampleFold: Fold<MaybeSample> = {
  initial: undefined,
  evolve(sample, recorded) {
    const event = recorded as unknown as SampleEvent & Pick<RecordedEvent, 'meta'>;
    return event.type === 'SampleDrawn' ? { ...event.data, drawnAt: event.meta.at, drawnBy: handsOf(event.meta) } : sample;
  },
};

/** One rule has one sample of one period. */
export function idOfSample(rule: string, period: string): string {
  return `${rule}-${period.toLowerCase()}`;
}

export function idOfInspection(sample: string, n: number): string {
  return `${sample}-${String(n).padStart(4, '0')}`;
}

/** Who draws: inspectors, and those who answer for the centre; the lot is nobody's choice. */
export const readersOfSamples = ['inspector', 'coordinator', 'leader', 'auditor'] as const;
