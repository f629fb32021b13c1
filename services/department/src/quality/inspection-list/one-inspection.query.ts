import type { Problem, QueryRequest } from '@ledgerline/contracts';
import { inspectionFold, seenTickets, seesInspection, type Inspection, type ScoreSheet } from '@ledgerline/domain';
import { oneRecord, type Ledgerline, type RecordKind, type ShownStep } from '@ledgerline/host';
import { shownHistory } from '../../shown-history.js';
import { pinnedDocument } from '../documents-in-force.js';
import { shownInspection, type ShownInspection } from './shown-inspection.js';

export const inspectionKind: RecordKind<Inspection> = {
  category: 'inspection',
  fold: inspectionFold,
  sees: seesInspection,
  notFound: 'inspection-not-found',
};

export type OneInspection = ShownInspection & { readonly scoreSheet: ScoreSheet; readonly history: readonly ShownStep[] };

/** `GET /inspections/{id}`: with the sheet that it is scored by, and every score that was given, who, when and why. */
export async function oneInspection(
  { body: { id }, principal }: QueryRequest<{ readonly id: string }>,
  ledgerline: Ledgerline,
): Promise<{ readonly kind: 'one'; readonly inspection: OneInspection } | Problem> {
  const record = await oneRecord(inspectionKind, { id, principal }, ledgerline);
  if ('code' in record) return record;
  const { state, events } = record;
  const { seen } = await seenTickets([state.ticket], principal, ledgerline);
  const sheet = await pinnedDocument<ScoreSheet>('score-sheet', state.sheet, ledgerline);
  const shown = shownInspection({ ...state, id, version: events.length }, seen);
  const steps = shownHistory(events, seen, withheld);
  return { kind: 'one', inspection: { ...shown, scoreSheet: sheet, history: steps } };
}

/** It stands on the page already; which ticket it is about is told where that shows. */
const withheld = {
  InspectionScored: ['marks', 'notes', 'agent', 'team', 'month'],
  AppealGranted: ['marks', 'notes', 'agent', 'team', 'month'],
  InspectionAppealed: ['agent', 'team', 'month'],
  AppealDismissed: ['agent', 'team', 'month'],
};
