import { problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import { pursuitFold, seesPursuit, type MaybePursuit, type PursuitKind } from '@ledgerline/domain';
import { shownStep, type Ledgerline, type ShownStep } from '@ledgerline/host';
import { eventsOf, streamName } from '@ledgerline/kernel';
import { callPermission } from '../../customer-base.js';
import { shownPursuit, type ShownPursuit } from './shown-pursuit.js';

interface Asked {
  readonly id: string;
  readonly of: PursuitKind;
}

export type OnePursuit = ShownPursuit & { readonly history: readonly ShownStep[] };

/** `GET /leads/{id}`, `GET /at-risk-customers/{id}`: as it stands, with whom, and how it came to that. */
export async function onePursuit(
  { body: { id, of }, principal }: QueryRequest<Asked>,
  ledgerline: Ledgerline,
): Promise<{ readonly kind: 'one'; readonly pursuit: OnePursuit } | Problem> {
  const events = await eventsOf(streamName('pursuit', id), ledgerline);
  const found = events.reduce<MaybePursuit>(pursuitFold.evolve, undefined);
  if (found === undefined || found.kind !== of || !seesPursuit(found, principal)) return problem('pursuit-not-found');
  const shown = shownPursuit(
    { ...found, id, version: events.length },
    await callPermission(found.customer, ledgerline),
    principal,
  );
  return { kind: 'one', pursuit: { ...shown, history: events.map((event) => shownStep(event)) } };
}
