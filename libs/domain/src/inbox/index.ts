import type { EventDefinition, Fold } from '@ledgerline/kernel';

/** What an account has done about its notices: a stream of category `inbox` for each account. */
export interface InboxEvents {
  /** Read up to and with this place in time. */
  NoticesRead: { readonly upTo: string };
}
export type InboxEvent = { readonly type: 'NoticesRead'; readonly data: InboxEvents['NoticesRead'] };
export const inboxEventDefinitions: readonly EventDefinition[] = [{ type: 'NoticesRead', schema: 1 }];

/** Up to which place an account has read; undefined: nothing yet. */
export type Inbox = { readonly upTo: string } | undefined;

export const inboxFold: Fold<Inbox> = {
  initial: undefined,
  evolve: (inbox, event) => (event.type === 'NoticesRead' ? { upTo: (event as unknown as InboxEvent).data.upTo } : inbox),
};
