import type { RefuseExtension } from '@ledgerline/contracts';
import { anyPart, isRejection, ownPart, stillOpen, withImplied, type MaybeTicket, type TicketEvent } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** R4.2: the manager may refuse what is not endorsed yet; afterwards it is the coordinator's, or an executive's. */
export const refuseExtension: Decide<RefuseExtension, MaybeTicket, TicketEvent> = (
  { department, reason },
  state,
  circumstances,
) => {
  const ticket = stillOpen(state);
  if (isRejection(ticket)) return ticket;
  const roles = withImplied(circumstances.actor.roles ?? []);
  const decides = roles.has('coordinator') || roles.has('leader');
  const part = decides ? anyPart(ticket, department) : ownPart(ticket, department, circumstances);
  if (isRejection(part)) return part;
  if (part.extension === undefined) return rejected('no-extension-requested', { department: part.department });
  if (part.extension.endorsed && !decides) return rejected('already-endorsed', { department: part.department });
  return [{ type: 'ExtensionRefused', data: { person: ticket.person, department: part.department, reason } }];
};
