import type { ErasureFacts, EventDefinition, Fold } from '@ledgerline/kernel';

/** Why somebody's data are erased, or kept: codes, because a free text could name them. */
export const erasureGrounds = ['person-request', 'consent-withdrawn', 'retention-over', 'unlawful', 'court-order'] as const;
export const holdGrounds = ['litigation', 'investigation', 'audit', 'statutory-retention'] as const;

interface Ground {
  readonly ground: string;
  /** A file number; letters, digits, dashes and slashes alone. */
  readonly reference?: string;
}

export interface PersonEvents {
  HoldPlaced: Ground;
  HoldReleased: Ground;
  ErasureOrdered: Ground & ErasureFacts & { readonly blobs: readonly string[] };
  PersonErased: ErasureFacts;
  /** Nothing of them is left in what was derived. */
  ErasureCompleted: Record<never, never>;
}
export type PersonEvent = {
  [Type in keyof PersonEvents]: { readonly type: Type; readonly data: PersonEvents[Type] };
}[keyof PersonEvents];

export const personEventDefinitions: readonly EventDefinition[] = [
  'HoldPlaced',
  'HoldReleased',
  'ErasureOrdered',
  'PersonErased',
  'ErasureCompleted',
].map((type) => ({ type, schema: 1 }));

/** What is on record about the data of a person, who is named by the id of their key. */
export interface PersonRecord {
  readonly holds: number;
  readonly erasure: 'none' | 'ordered' | 'destroyed' | 'completed';
  readonly ordered?: PersonEvents['ErasureOrdered'] & { readonly at: string; readonly by: string };
}

export const personFold: Fold<PersonRecord> = {
  initial: { holds: 0, erasure: 'none' },
  evolve(person, recorded) {
    const event = recorded as unknown as PersonEvent;
    const { at, actor } = recorded.meta;
    switch (event.type) {
      case 'HoldPlaced':
        return { ...person, holds: person.holds + 1 };
      case 'HoldReleased':
        return { ...person, holds: person.holds - 1 };
      case 'ErasureOrdered':
        return { ...person, erasure: 'ordered', ordered: { ...event.data, at, by: actor.id } };
      case 'PersonErased':
        return { ...person, erasure: 'destroyed' };
      case 'ErasureCompleted':
        return { ...person, erasure: 'completed' };
    }
  },
};
