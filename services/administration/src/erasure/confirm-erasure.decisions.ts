import { isWaiting, type ErasureSubject, type PersonEvent, type PersonEvents, type PersonRecord } from '@ledgerline/domain';
import { instantText, rejected, type Decide, type Rejection } from '@ledgerline/kernel';
import type { Grounded, Reached } from './erasure.decisions.js';

/** Days that a request waits for a second person: half of the month within which the law wants an answer (GDPR, article 12). */
const waitsDays = 14;

/** Whose hand it is: of an API token whoever issued it, so that nobody is two people by having one. */
export interface Hand {
  readonly hand: string;
}

/** Asks a second person; while a hold stands nobody is asked. */
export function requestErasure(named: ErasureSubject & Hand): Decide<Grounded, PersonRecord, PersonEvent> {
  return (data, person, { at }) => {
    if (person.holds > 0) return rejected('legal-hold');
    if (person.erasure !== 'none') return rejected('already-erased');
    if (isWaiting(person, at)) return rejected('erasure-requested-already');
    const expiresAt = instantText(Temporal.Instant.from(at).add({ hours: waitsDays * 24 }).epochMilliseconds);
    return [{ type: 'ErasureRequested', data: { ...data, ...named, expiresAt } }];
  };
}

/** By somebody else than who asked: then it is ordered, of all that is theirs by now. */
export function confirmErasure(facts: Reached, { hand }: Hand): Decide<unknown, PersonRecord, PersonEvent> {
  return (_data, person, { at }) => {
    const requested = waiting(person, at);
    if ('rejection' in requested) return requested;
    if (requested.hand === hand) return rejected('own-request');
    if (person.holds > 0) return rejected('legal-hold');
    const { ground, reference, by } = requested;
    const grounded = { ground, ...(reference === undefined ? {} : { reference }) };
    return [{ type: 'ErasureOrdered', data: { ...grounded, ...facts, requestedBy: by } }];
  };
}

/** Somebody else refuses, whoever asked withdraws. */
export function refuseErasure({ hand }: Hand): Decide<PersonEvents['ErasureRefused'], PersonRecord, PersonEvent> {
  return (data, person, { at }) => {
    const requested = waiting(person, at);
    if ('rejection' in requested) return requested;
    if ((data.reason === 'withdrawn') !== (requested.hand === hand))
      return rejected(requested.hand === hand ? 'own-request' : 'not-your-request');
    return [{ type: 'ErasureRefused', data }];
  };
}

function waiting(person: PersonRecord, at: string): NonNullable<PersonRecord['requested']> | Rejection {
  if (person.erasure !== 'none') return rejected('already-erased');
  if (person.requested === undefined) return rejected('no-erasure-requested');
  return isWaiting(person, at) ? person.requested : rejected('erasure-request-expired');
}
