import type { PersonEvent, PersonRecord } from '@ledgerline/domain';
import { rejected, type Decide, type ErasureFacts } from '@ledgerline/kernel';

export interface Grounded {
  readonly ground: string;
  readonly reference?: string;
}

export const placeHold: Decide<Grounded, PersonRecord, PersonEvent> = (data, person) =>
  person.erasure === 'none' ? [{ type: 'HoldPlaced', data }] : rejected('already-erased');

export const releaseHold: Decide<Grounded, PersonRecord, PersonEvent> = (data, person) =>
  person.holds > 0 ? [{ type: 'HoldReleased', data }] : rejected('no-legal-hold');

/** All that an erasure reaches. */
export type Reached = ErasureFacts & { readonly blobs: readonly string[] };

/** While a hold stands nothing is erased, whoever orders it. */
export function orderErasure(facts: Reached): Decide<Grounded, PersonRecord, PersonEvent> {
  return (data, person) => {
    if (person.holds > 0) return rejected('legal-hold');
    if (person.erasure !== 'none') return rejected('already-erased');
    return [{ type: 'ErasureOrdered', data: { ...data, ...facts } }];
  };
}

/** Once the keys are gone. */
export const recordErased: Decide<unknown, PersonRecord, PersonEvent> = (_data, { erasure, ordered }) =>
  erasure === 'ordered' && ordered
    ? [{ type: 'PersonErased', data: { keys: ordered.keys, subjects: ordered.subjects } }]
    : rejected('no-erasure-ordered');

/** Once nothing is left in what was derived. */
export const recordCompleted: Decide<unknown, PersonRecord, PersonEvent> = (_data, { erasure }) =>
  erasure === 'destroyed' ? [{ type: 'ErasureCompleted', data: {} }] : rejected('not-erased-yet');
