import { problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import { isWaiting, personFold, watchesHouse, type PersonRecord } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { instantText, streamName, type ErasureFacts } from '@ledgerline/kernel';
import { personOf, type Person, type Subject } from './person-named.js';

export interface ErasureState extends Pick<ErasureFacts, 'keys'> {
  readonly kind: 'erasure';
  /** `requested`: it waits for a second person. */
  readonly state: PersonRecord['erasure'] | 'requested';
  readonly holds: number;
  readonly ground: string | null;
  readonly reference: string | null;
  readonly requestedAt: string | null;
  readonly requestedBy: string | null;
  readonly expiresAt: string | null;
  /** Of the last request that was refused. */
  readonly refused: { readonly at: string; readonly by: string; readonly reason: string; readonly reference?: string } | null;
  readonly orderedAt: string | null;
  readonly orderedBy: string | null;
}

/** What is on record about a person. */
export async function erasureState(
  { body, principal }: QueryRequest<Subject>,
  ledgerline: Ledgerline,
): Promise<ErasureState | Problem> {
  if (!watchesHouse(principal.roles)) return problem('not-allowed');
  const person = await personOf(body, ledgerline);
  if (!person) return problem(`${body.of}-not-found`);
  const state = await recordOf(person, ledgerline);
  const waits = isWaiting(state, instantText(ledgerline.clock.now())) ? state.requested : undefined;
  const { ordered, requested, refused = null } = state;
  const grounded = ordered ?? waits;
  const asked = waits ?? (ordered?.requestedBy === undefined ? undefined : requested);
  return {
    kind: 'erasure',
    state: waits === undefined ? state.erasure : 'requested',
    holds: state.holds,
    keys: person.facts.keys,
    ground: grounded?.ground ?? null,
    reference: grounded?.reference ?? null,
    requestedAt: asked?.at ?? null,
    requestedBy: asked?.by ?? null,
    expiresAt: waits?.expiresAt ?? null,
    refused,
    orderedAt: ordered?.at ?? null,
    orderedBy: ordered?.by ?? null,
  };
}

/** Of one who was erased with the customer whom they are merged with, that one's record: the order reached them too. */
async function recordOf({ person, facts }: Person, { commands }: Ledgerline): Promise<PersonRecord> {
  const { state: own } = await commands.current(streamName('person', person), personFold);
  if (own.erasure !== 'none') return own;
  for (const key of facts.keys) {
    const { state } = await commands.current(streamName('person', key), personFold);
    if (state.ordered?.keys.includes(person)) return state;
  }
  return own;
}
