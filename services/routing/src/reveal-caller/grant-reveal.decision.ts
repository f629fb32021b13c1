import type { GrantReveal } from '@ledgerline/contracts';
import { askedToReveal, handsOf, isRejection, notOver, shareHands, type MaybeTicket, type TicketEvent } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** R2.3: an executive approves, never their own request; from then on the department sees the caller. */
export const grantReveal: Decide<GrantReveal, MaybeTicket, TicketEvent> = (command, state, circumstances) => {
  const ticket = notOver(state);
  if (isRejection(ticket)) return ticket;
  const asked = Object.keys(ticket.revealRequests ?? {});
  if (command.department === undefined && asked.length > 1) return rejected('department-required', { departments: asked });
  const department = command.department ?? asked[0];
  const by = department === undefined ? undefined : askedToReveal(ticket, department);
  if (department === undefined || by === undefined) return rejected('no-reveal-requested', { department });
  if (shareHands(by, handsOf(circumstances))) return rejected('own-request', { department });
  return [{ type: 'RevealGranted', data: { department } }];
};
