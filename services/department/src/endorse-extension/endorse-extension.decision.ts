import type { EndorseExtension } from '@ledgerline/contracts';
import {
  handsOf,
  isOneHumanInTwoPowers,
  isRejection,
  ownPart,
  stillOpen,
  type MaybeTicket,
  type TicketEvent,
} from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** R4.2: the manager stands behind the handler's request before the coordinator decides. */
export const endorseExtension: Decide<EndorseExtension, MaybeTicket, TicketEvent> = ({ department }, state, circumstances) => {
  const ticket = stillOpen(state);
  if (isRejection(ticket)) return ticket;
  const part = ownPart(ticket, department, circumstances);
  if (isRejection(part)) return part;
  if (part.extension === undefined) return rejected('no-extension-requested', { department: part.department });
  if (part.extension.endorsed) return rejected('already-endorsed', { department: part.department });
  if (isOneHumanInTwoPowers(part.extension.requestedBy, handsOf(circumstances)))
    return rejected('own-work', { department: part.department });
  return [{ type: 'ExtensionEndorsed', data: { department: part.department } }];
};
