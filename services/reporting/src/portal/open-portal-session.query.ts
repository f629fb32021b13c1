import { problem, type PortalSession, type Problem } from '@ledgerline/contracts';
import { writtenNumber } from '@ledgerline/domain';
import { isTicketSecret, portalToken, type Ledgerline } from '@ledgerline/host';
import { instantText } from '@ledgerline/kernel';
import { ticketListCollection } from '../ticket-list/ticket-list.projection.js';
import { waitFor } from '../wait-for.js';

/** Minutes: long enough to write a message, short enough for a public computer. */
const lasts = 30;

export type PortalSessionAnswer =
  | {
      readonly kind: 'portal-session';
      readonly token: string;
      readonly expiresAt: string;
      readonly ticket: { readonly id: string; readonly number: string };
    }
  | Problem;

/**
 * `POST /public/session` (R7.3). The same is done and said whether the number or the secret is wrong: one look into the list, one
 * digest, one refusal. Tickets registered a moment ago are waited for in every case, so that waiting tells nothing either.
 */
export async function openPortalSession(
  { body }: { readonly body: PortalSession },
  ledgerline: Ledgerline,
): Promise<PortalSessionAnswer> {
  const collection = await ledgerline.live(ticketListCollection);
  await waitFor(await ledgerline.store.end(), collection, ledgerline);
  const number = writtenNumber(body.number);
  const page = await collection.find({ where: { number, scope: 'ticket' }, limit: 2 });
  const id = page.items.length === 1 ? page.items[0]?.id : undefined;
  if (!isTicketSecret(body.secret, id, ledgerline) || id === undefined) return problem('wrong-number-or-secret');
  const until = ledgerline.clock.now() + lasts * 60_000;
  return {
    kind: 'portal-session',
    token: portalToken(id, until, ledgerline),
    expiresAt: instantText(until),
    ticket: { id, number },
  };
}
