import type { ErasureFacts, EventDefinition, Fold, EventOf } from '@ledgerline/kernel';

/** Why somebody's data are erased, or kept: codes, because a free text could name them. */
export const erasureGrounds = ['person-request', 'consent-withdrawn', 'retention-over', 'unlawful', 'court-order'] as const;
export const holdGrounds = ['litigation', 'investigation', 'audit', 'statutory-retention'] as const;

/** Why a second person does not confirm an erasure; `withdrawn` is the word of whoever asked for it. */
export const erasureRefusals = ['wrong-person', 'identity-not-shown', 'no-ground', 'has-to-be-kept', 'withdrawn'] as const;

interface Ground {
  readonly ground: string;
  /** A file number; letters, digits, dashes and slashes alone. */
  readonly reference?: string;
}

/** By what the person is named: a ticket's caller, or a customer. */
export interface ErasureSubject {
  readonly of: 'ticket' | 'customer';
  readonly subject: string;
}

export interface PersonEvents {
  HoldPlaced: Ground;
  HoldReleased: Ground;
  /** It waits for a second person, up to `expiresAt`; `hand` is whose hand asked: of an API token whoever issued it. */
  ErasureRequested: Ground & ErasureSubject & { readonly hand: string; readonly expiresAt: string };
  ErasureRefused: { readonly reason: string; readonly reference?: string };
  /** By who confirmed it, where somebody else had asked for it. */
  ErasureOrdered: Ground & ErasureFacts & { readonly blobs: readonly string[]; readonly requestedBy?: string };
  PersonErased: ErasureFacts;
  /** Nothing of them is left in what was derived. */
  ErasureCompleted: Record<never, never>;
}
export type PersonEvent = EventOf<PersonEvents>;

export const personEventDefinitions: readonly EventDefinition[] = [
  'HoldPlaced',
  'HoldReleased',
  'ErasureRequested',
  'ErasureRefused',
  'ErasureOrdered',
  'PersonErased',
  'ErasureCompleted',
].map((type) => ({ type, schema: 1 }));

/** What is on record about the data of a person, who is named by the id of their key. */
export interface PersonRecord {
  readonly holds: number;
  readonly erasure: 'none' | 'ordered' | 'destroyed' | 'completed';
  /** What waits for a second person; until it expires. */
  readonly requested?: PersonEvents['ErasureRequested'] & OnRecord;
  /** The last request that was refused. */
  readonly refused?: PersonEvents['ErasureRefused'] & OnRecord;
  readonly ordered?: PersonEvents['ErasureOrdered'] & OnRecord;
}

interface OnRecord {
  readonly at: string;
  readonly by: string;
}

/** Whether a request still waits at a moment (RFC 3339, UTC). */
export function isWaiting({ erasure, requested }: PersonRecord, at: string): boolean {
  return erasure === 'none' && requested !== undefined && at < requested.expiresAt;
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
      case 'ErasureRequested':
        return { ...person, requested: { ...event.data, at, by: actor.id } };
      case 'ErasureRefused': {
        const { requested: _over, ...rest } = person;
        return { ...rest, refused: { ...event.data, at, by: actor.id } };
      }
      case 'ErasureOrdered':
        return { ...person, erasure: 'ordered', ordered: { ...event.data, at, by: actor.id } };
      case 'PersonErased':
        return { ...person, erasure: 'destroyed' };
      case 'ErasureCompleted':
        return { ...person, erasure: 'completed' };
    }
  },
};
