import type { Accept } from '@ledgerline/contracts';
import { isRejection, type MaybeTicket, type TicketEvent, ownPart, beingHandled, powerOf, withImplied } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** R4.2: the department takes the matter on. A handler who accepts what nobody was assigned becomes its handler. */
export const acceptPart: Decide<Accept, MaybeTicket, TicketEvent> = ({ department }, state, circumstances) => {
  const ticket = beingHandled(state);
  if (isRejection(ticket)) return ticket;
  const part = ownPart(ticket, department, circumstances);
  if (isRejection(part)) return part;
  if (part.status !== 'routed') return rejected('already-accepted', { department: part.department });
  const { actor } = circumstances;
  const takes = part.handler === undefined && !withImplied(actor.roles ?? []).has('manager');
  return [{ type: 'PartAccepted', data: { department: part.department, ...(takes ? { handler: powerOf(circumstances) } : {}) } }];
};
