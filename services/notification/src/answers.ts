/** What this service answers over HTTP: the API's document is made from these types (ADR 0042). */
export type { ShownNotice } from './inbox/inboxes.query.js';
