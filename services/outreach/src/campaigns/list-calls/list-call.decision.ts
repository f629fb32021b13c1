import type { CallSource, ListedCallEvent, MaybeListedCall } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';
import type { CallPermission } from '../../customer-base.js';

export interface ToList {
  readonly campaign: string;
  readonly source: CallSource;
  readonly ticket?: string;
}

/** Somebody comes onto the list, once, as far as they may be called today. */
export function listCall(
  { customer, person, bar }: CallPermission,
  listing: ToList,
): Decide<{ readonly note?: string }, MaybeListedCall, ListedCallEvent> {
  return ({ note }, call) => {
    if (call !== undefined) return rejected('already-listed');
    if (bar !== undefined) return rejected(bar);
    return [{ type: 'CallListed', data: { person, customer, ...listing, ...(note === undefined ? {} : { note }) } }];
  };
}
