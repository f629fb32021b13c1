import { problem, type Principal, type Problem, type QueryRequest } from '@ledgerline/contracts';
import {
  readersOfSamples,
  sampleFold,
  seesConfidential,
  withImplied,
  type DrawnOfAgent,
  type DrawnPiece,
  type Sample,
} from '@ledgerline/domain';
import { oneRecord, pageOfRecords, type Ledgerline, type RecordKind } from '@ledgerline/host';
import { samplesCollection, toldOf, type SampleLine } from './sample-list.projection.js';

export interface SampleFilter {
  readonly rule?: string;
  readonly limit?: number;
  readonly cursor?: string;
}

export const sampleKind: RecordKind<Sample> = {
  category: 'sample',
  fold: sampleFold,
  sees: (_sample, principal) => readsSamples(principal),
  notFound: 'sample-not-found',
};

/** One sample: of whose work how much was drawn out of how much, and which, to those who see the tickets. */
export interface OneSample extends SampleLine {
  readonly drawn: readonly (Omit<DrawnOfAgent, 'pieces'> & { readonly taken: number })[];
  readonly pieces: readonly DrawnPiece[];
}

/** `GET /samples`: what was drawn of which period, the newest first. */
export async function listSamples(request: QueryRequest<SampleFilter>, ledgerline: Ledgerline) {
  const { body, principal } = request;
  if (!readsSamples(principal)) return problem('not-allowed');
  const { rule } = body;
  const where = { kind: 'sample', ...(rule === undefined ? {} : { rule }) };
  const list = { where: () => where, sort: ['-drawnAt'], show: (one: SampleLine) => one };
  return pageOfRecords(samplesCollection, request, list, ledgerline);
}

/** `GET /samples/{id}`: with its seed, and of whose work how much was drawn; which tickets, to those who see them. */
export async function oneSample(
  { body: { id }, principal }: QueryRequest<{ readonly id: string }>,
  ledgerline: Ledgerline,
): Promise<{ readonly kind: 'one'; readonly sample: OneSample } | Problem> {
  if (!readsSamples(principal)) return problem('not-allowed');
  const record = await oneRecord(sampleKind, { id, principal }, ledgerline);
  if ('code' in record) return record;
  const { state, events } = record;
  const all = seesConfidential(principal.roles);
  const pieces = state.pieces.filter(({ confidential }) => all || !confidential);
  const drawn = state.drawn.map(({ pieces: own, ...rest }) => ({ ...rest, taken: own.length }));
  return { kind: 'one', sample: { id, version: events.length, ...toldOf(state), drawn, pieces } };
}

export function readsSamples({ roles }: Pick<Principal, 'roles'>): boolean {
  const all = withImplied(roles);
  return readersOfSamples.some((role) => all.has(role));
}
