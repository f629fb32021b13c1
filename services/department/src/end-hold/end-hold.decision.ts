import type { Resume } from '@ledgerline/contracts';
import { isRejection, ownPart, beingHandled, type MaybeTicket, type TicketEvent } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';
import { mayNotStop } from '../put-on-hold/put-on-hold.decision.js';

/** R4.2: what was on hold goes on; its due times have moved by then. */
export const endHold: Decide<Resume, MaybeTicket, TicketEvent> = ({ department }, state, circumstances) => {
  const ticket = beingHandled(state);
  if (isRejection(ticket)) return ticket;
  if (department === undefined) {
    const notTheirs = mayNotStop(ticket, circumstances);
    if (notTheirs !== undefined) return notTheirs;
    return ticket.hold === undefined ? rejected('not-on-hold') : [{ type: 'HoldEnded', data: {} }];
  }
  const part = ownPart(ticket, department, circumstances);
  if (isRejection(part)) return part;
  if (part.hold === undefined) return rejected('not-on-hold', { department });
  return [{ type: 'HoldEnded', data: { department } }];
};
