import { problem, type Principal, type QueryRequest } from '@ledgerline/contracts';
import {
  agreementOf,
  calibrationFold,
  isComplete,
  readsAllInspections,
  scoresShown,
  seenTickets,
  seesCalibration,
  seesConfidential,
  withImplied,
  type Calibration,
  type ScoreSheet,
} from '@ledgerline/domain';
import { oneRecord, pageOfRecords, type Ledgerline, type RecordKind, type Where } from '@ledgerline/host';
import { pinnedDocument } from '../documents-in-force.js';
import { calibrationsCollection, type ListedCalibration } from './calibration-list.projection.js';

export interface CalibrationFilter {
  readonly status?: Calibration['status'];
  /** Those that the asker is to score, or scored. */
  readonly mine?: boolean;
  readonly limit?: number;
  readonly cursor?: string;
}

export const calibrationKind: RecordKind<Calibration> = {
  category: 'calibration',
  fold: calibrationFold,
  sees: seesCalibration,
  notFound: 'calibration-not-found',
};

/** `GET /calibrations`: the newest first. */
export async function listCalibrations(request: QueryRequest<CalibrationFilter>, ledgerline: Ledgerline) {
  const { body, principal } = request;
  if (withImplied(principal.roles).size === 0) return problem('not-allowed');
  const list = {
    where: () => rowsWanted(body, principal),
    sort: ['-openedAt'],
    show: (one: ListedCalibration) => (seesCalibration(one, principal) ? listed(one) : undefined),
  };
  return pageOfRecords(calibrationsCollection, request, list, ledgerline);
}

/**
 * `GET /calibrations/{id}`: while it goes on one's own scores alone; when it is closed everybody's, and how far they agree, criterion by criterion.
 */
export async function oneCalibration({ body: { id }, principal }: QueryRequest<{ readonly id: string }>, ledgerline: Ledgerline) {
  const record = await oneRecord(calibrationKind, { id, principal }, ledgerline);
  if ('code' in record) return record;
  const { state, events } = record;
  const { seen } = await seenTickets(state.tickets, principal, ledgerline);
  const sheet = await pinnedDocument<ScoreSheet>('score-sheet', state.sheet, ledgerline);
  const calibration = {
    ...listed({ ...state, id, version: events.length }),
    tickets: state.tickets.filter((ticket) => seen.has(ticket)),
    scores: scoresShown(state, principal).filter(({ ticket }) => seen.has(ticket)),
    scoreSheet: sheet,
    ...(state.status === 'closed' ? { agreement: agreementOf(state, sheet) } : {}),
  };
  return { kind: 'one' as const, calibration };
}

function rowsWanted({ status, mine }: CalibrationFilter, { id, roles }: Principal): Where {
  const asked = status === undefined ? {} : { status };
  if (mine || !readsAllInspections(roles)) return { kind: 'inspector', inspector: id, ...asked };
  return { kind: 'calibration', ...asked, ...(seesConfidential(roles) ? {} : { reader: 'open' }) };
}

/** How much is done, not by whom: that would tell who is still to be asked what they gave. */
function listed(calibration: ListedCalibration) {
  const { person: _person, sheet, tickets, scores, ...rest } = calibration;
  return {
    ...rest,
    sheet: `${sheet.code}.${sheet.draft}`,
    tickets: tickets.length,
    given: scores.length,
    complete: isComplete(calibration),
  };
}
