import { useQuery } from '@tanstack/react-query';
import { call } from '../api/client.ts';

/** Whose data: the caller's of a ticket, or a customer's. */
export interface Subject {
  readonly of: 'ticket' | 'customer';
  readonly id: string;
}

/** `GET /erasures/{ticket}`, `GET /erasures/customers/{customer}`. */
export interface ErasureView {
  /** `requested`: it waits for a second person. */
  readonly state: 'none' | 'requested' | 'ordered' | 'destroyed' | 'completed';
  readonly holds: number;
  /** Ids of the keys by which what is personal was sealed. */
  readonly keys: readonly string[];
  readonly ground: string | null;
  readonly reference: string | null;
  readonly requestedAt: string | null;
  readonly requestedBy: string | null;
  readonly expiresAt: string | null;
  /** The last request that was refused. */
  readonly refused: { readonly at: string; readonly by: string; readonly reason: string } | null;
  readonly orderedAt: string | null;
  readonly orderedBy: string | null;
}

/** `GET /erasures`: what waits for a second person. */
export interface WaitingErasure {
  readonly id: string;
  readonly of: Subject['of'];
  readonly subject: string;
  readonly ground: string;
  readonly requestedAt: string;
  readonly requestedBy: string;
  readonly expiresAt: string;
}

export function useErasure(subject: Subject | undefined) {
  const path = subject && `/erasures/${subject.of === 'customer' ? 'customers/' : ''}${encodeURIComponent(subject.id)}`;
  return useQuery({
    queryKey: ['erasures', path],
    queryFn: ({ signal }) => call<ErasureView>('GET', String(path), { signal }),
    enabled: path !== undefined,
    refetchInterval: ({ state }) => (['ordered', 'destroyed'].includes(state.data?.state ?? '') ? 1_500 : false),
  });
}
