import type { Problem, QueryRequest } from '@ledgerline/contracts';
import { pursuitFold, seesPursuit, type Pursuit, type PursuitKind } from '@ledgerline/domain';
import { oneRecord, shownStep, type Ledgerline, type RecordKind, type ShownStep } from '@ledgerline/host';
import { callPermission } from '../../customer-base.js';
import { shownPursuit, type ShownPursuit } from './shown-pursuit.js';

interface Asked {
  readonly id: string;
  readonly of: PursuitKind;
}

export type OnePursuit = ShownPursuit & { readonly history: readonly ShownStep[] };

/** By the path of one kind the other is not there. */
const recordsOf = (of: PursuitKind): RecordKind<Pursuit> => ({
  category: 'pursuit',
  fold: pursuitFold,
  sees: (pursuit, principal) => pursuit.kind === of && seesPursuit(pursuit, principal),
  notFound: 'pursuit-not-found',
});

/** `GET /leads/{id}`, `GET /at-risk-customers/{id}`: as it stands, with whom, and how it came to that. */
export async function onePursuit(
  { body: { id, of }, principal }: QueryRequest<Asked>,
  ledgerline: Ledgerline,
): Promise<{ readonly kind: 'one'; readonly pursuit: OnePursuit } | Problem> {
  const record = await oneRecord(recordsOf(of), { id, principal }, ledgerline);
  if ('code' in record) return record;
  const { state, events } = record;
  const shown = shownPursuit(
    { ...state, id, version: events.length },
    await callPermission(state.customer, ledgerline),
    principal,
  );
  return { kind: 'one', pursuit: { ...shown, history: events.map((event) => shownStep(event)) } };
}
