import { eventsOf, streamName, type Fold, type RecordedEvent } from '@ledgerline/kernel';
import type { Ledgerline } from './ledgerline.js';
import type { CommandRequest, ProblemReply } from './wire.js';

type Principal = CommandRequest['principal'];

/** A kind of stream, who may know of one, and what it is said to be where they may not. */
export interface RecordKind<State> {
  readonly category: string;
  readonly fold: Fold<State | undefined>;
  sees(state: State, principal: Principal): boolean;
  readonly notFound: string;
}

/** One stream whole, for who may see it: as it stands, and how it came to that. */
export async function oneRecord<State>(
  { category, fold, sees, notFound }: RecordKind<State>,
  { id, principal }: { readonly id: string; readonly principal: Principal },
  ledgerline: Ledgerline,
): Promise<{ readonly state: State; readonly events: readonly RecordedEvent[] } | ProblemReply> {
  const events = await eventsOf(streamName(category, id), ledgerline);
  const state = events.reduce<State | undefined>(fold.evolve, fold.initial);
  return state !== undefined && sees(state, principal) ? { state, events } : { kind: 'problem', code: notFound };
}
