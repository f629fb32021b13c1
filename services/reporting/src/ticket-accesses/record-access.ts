import type { Principal } from '@ledgerline/contracts';
import type { AccessEvents } from '@ledgerline/domain';
import { recordLook, type Ledgerline } from '@ledgerline/host';

/** A look at a confidential ticket is on record before anything is shown. */
export function recordAccess(
  seen: AccessEvents['ConfidentialTicketSeen'],
  principal: Principal,
  ledgerline: Ledgerline,
): Promise<void> {
  return recordLook(
    { category: 'ticket', id: seen.ticket, event: { type: 'ConfidentialTicketSeen', data: seen } },
    principal,
    ledgerline,
  );
}
