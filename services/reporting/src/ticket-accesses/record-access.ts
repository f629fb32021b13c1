import type { Principal } from '@ledgerline/contracts';
import { accessFold, type AccessEvent, type AccessEvents } from '@ledgerline/domain';
import { commandOf, idOfDigest, type Ledgerline } from '@ledgerline/host';
import { streamName } from '@ledgerline/kernel';

/** Milliseconds in which the same look of the same person is one: a screen that asks again and again is one look. */
const sameLook = 10 * 60_000;

/**
 * Puts a look at a confidential ticket on record, before anything is shown. What cannot be recorded is not shown: whatever is thrown
 * here goes to the asker.
 */
export async function recordAccess(
  seen: AccessEvents['ConfidentialTicketSeen'],
  principal: Principal,
  ledgerline: Ledgerline,
): Promise<void> {
  const during = Math.floor(ledgerline.clock.now() / sameLook);
  const command = idOfDigest(
    ledgerline.digest(
      'ids',
      JSON.stringify(['access', principal.id, seen, during, ...(principal.onBehalfOf ? [principal.onBehalfOf] : [])]),
    ),
  );
  const request = { id: seen.ticket, command, body: seen, principal, correlation: `ticket.${seen.ticket}` };
  const handled = await ledgerline.commands.handle(streamName('access', seen.ticket), commandOf(request), {
    fold: accessFold,
    decide: (data): readonly AccessEvent[] => [{ type: 'ConfidentialTicketSeen', data }],
  });
  if (handled.kind !== 'accepted') throw new Error(`a look at ${seen.ticket} was ${handled.kind}`);
}
