import { definitionsOf, type EventDefinition, type EventOf, type Personal } from '@ledgerline/kernel';
import type { WorkKind } from './sampling-rule.js';
import type { Remarks, Score } from './scoring.js';

/** A version of a governed document, for ever. */
export interface PinnedVersion {
  readonly code: string;
  readonly draft: number;
}

/** One thing that an agent did on a ticket: pieces count from 0 in its stream. */
export interface PieceOfWork {
  readonly ticket: string;
  readonly piece: number;
  readonly work: WorkKind;
  /** Account of whoever did it. */
  readonly agent: string;
  /** RFC 3339, UTC. */
  readonly doneAt: string;
  readonly confidential?: true;
}

/** What a result counts for in figures. */
export interface CountsFor {
  readonly agent: string;
  /** Department of the agent when the sample was drawn. */
  readonly team: string;
  /** In which the work was done: `2026-03`. */
  readonly month: string;
}

/** Every event of an inspection (质检, R12) by wire name. What is written of it is sealed with a key of its own, named as `person`. */
export interface InspectionEvents {
  /** Drawn in a sample. */
  InspectionOpened: PieceOfWork &
    CountsFor & {
      readonly sample: string;
      readonly sheet: PinnedVersion;
      /** Whoever the lot gave it to; nobody where none of the inspectors may have it. */
      readonly inspector?: string;
    };
  InspectionAssigned: Reason & { readonly inspector: string };
  /** `appealBy`: up to when the agent may appeal, RFC 3339, UTC. */
  InspectionScored: CountsFor & Score & Remarks & Written & { readonly appealBy: string };
  InspectionAppealed: CountsFor & Reason;
  /** The score stands. */
  AppealDismissed: CountsFor & Reason;
  /** Another score, beside the one that was appealed against. */
  AppealGranted: CountsFor & Score & Remarks & Reason;
  /** It cannot be scored, and why. */
  InspectionExcused: Reason;
}
interface Written {
  readonly person: string;
}
interface Reason extends Written {
  readonly reason: Personal<string>;
}

export type InspectionEventType = keyof InspectionEvents;
export type InspectionEvent = EventOf<InspectionEvents>;

export const inspectionEventDefinitions: readonly EventDefinition[] = definitionsOf<InspectionEventType>({
  InspectionOpened: undefined,
  InspectionAssigned: ['reason'],
  InspectionScored: ['notes', 'remark'],
  InspectionAppealed: ['reason'],
  AppealDismissed: ['reason'],
  AppealGranted: ['notes', 'remark', 'reason'],
  InspectionExcused: ['reason'],
});
