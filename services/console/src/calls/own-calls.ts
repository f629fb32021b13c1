import { useQuery, type QueryClient } from '@tanstack/react-query';
import { call, codeOf, query } from '../api/client.ts';
import type { ContactView } from '../api/people-views.ts';
import { textOf, type Page } from '../api/views.ts';

/** A live call that one speaks on, or that is offered to one, as `GET /calls` tells of it. */
export interface OwnCallView {
  readonly id: string;
  readonly standing: string;
  readonly since: string;
  readonly queue: string | null;
  readonly agent: string | null;
  readonly transfer: {
    readonly by: string;
    readonly to: string;
    readonly ticket: string | null;
    readonly accepted: boolean;
    readonly at: string;
  } | null;
}

/** Live calls; a campaign's are `calls`. */
export const ownCalls = 'own-calls';
const key = [ownCalls];

/** Told by the stream of changes; asked for now and then all the same. */
export function useOwnCalls(isAsked: boolean): readonly OwnCallView[] {
  const { data } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call<Page<OwnCallView>>('GET', '/calls', { signal }),
    refetchInterval: 60_000,
    enabled: isAsked,
  });
  return data?.items ?? [];
}

/** As it is after what was just heard of; where the list has not seen that yet, a moment later. Whoever takes no calls has nothing to ask for. */
export async function refreshCalls(client: QueryClient, position: string): Promise<void> {
  if (client.getQueryCache().find({ queryKey: key })?.isActive() !== true) return;
  try {
    const headers = { 'ledgerline-after': position };
    client.setQueryData(key, await call<Page<OwnCallView>>('GET', '/calls', { headers }));
  } catch {
    await client.invalidateQueries({ queryKey: key });
  }
}

/** Where the record of a call is: its ticket, or the page on which one is registered of it. */
export async function recordOfCall(id: string, ticket: string | null): Promise<string> {
  if (ticket !== null) return `/tickets/${ticket}`;
  const contact = await call<ContactView>('GET', `/contacts/${id}`).catch((error: unknown) => {
    // Not every telephone system records the contact while the call goes on.
    if (codeOf(error) === 'contact-not-found') return undefined;
    throw error;
  });
  if (contact?.ticket !== undefined) return `/tickets/${contact.ticket}`;
  return `/register${query({ channel: 'phone', phone: textOf(contact?.from), callId: textOf(contact?.callId) })}`;
}
