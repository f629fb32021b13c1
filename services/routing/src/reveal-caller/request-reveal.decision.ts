import type { RequestReveal } from '@ledgerline/contracts';
import { anyPart, isRejection, notOver, ownPart, withImplied, type MaybeTicket, type TicketEvent } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** R2.3: a department whose work needs to know who reported wrongdoing asks an executive, or a coordinator for it. */
export const requestReveal: Decide<RequestReveal, MaybeTicket, TicketEvent> = (command, state, circumstances) => {
  const ticket = notOver(state);
  if (isRejection(ticket)) return ticket;
  if (!ticket.identityHidden) return rejected('identity-not-hidden');
  const coordinates = withImplied(circumstances.actor.roles ?? []).has('coordinator');
  const part = coordinates ? anyPart(ticket, command.department) : ownPart(ticket, command.department, circumstances);
  if (isRejection(part)) return part;
  const { department } = part;
  if (ticket.revealedTo?.includes(department)) return rejected('already-revealed', { department });
  if (ticket.revealRequests?.[department] !== undefined) return rejected('reveal-already-requested', { department });
  return [{ type: 'RevealRequested', data: { person: ticket.person, department, reason: command.reason } }];
};
