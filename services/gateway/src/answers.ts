/** What the edge itself makes of what services answer: the API's document is made from these types (ADR 0042). */
export type { ShownCheckpoint, ShownKey, ShownVerification } from './audit-view.js';
export type { ListedCalls } from './campaigns/call-listing.js';
export type { ContactView } from './contact-view.js';
export type { FeedPage } from './feed/feed-page.js';
export type { JsonDifference } from './json-differences.js';
export type { LateEntries } from './late-entries.controller.js';
export type { Mailbox } from './mail/mailboxes.controller.js';
export type { CommandNow } from './possible-commands.js';
export type { TicketView } from './ticket-view.js';
