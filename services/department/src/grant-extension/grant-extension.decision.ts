import type { GrantExtension } from '@ledgerline/contracts';
import {
  anyPart,
  handsOf,
  isOneHumanInTwoPowers,
  isRejection,
  stillOpen,
  withImplied,
  type MaybeTicket,
  type TicketEvent,
  type TicketTerms,
} from '@ledgerline/domain';
import { instantText, rejected, type Decide } from '@ledgerline/kernel';
import { milliseconds } from '../request-extension/request-extension.decision.js';

/**
 * R4.2: decided by the coordinator within what the policy lets one grant in all per assignment, beyond it by an executive;
 * undecided at the deadline it counts as refused.
 */
export function grantExtension({ extension }: Pick<TicketTerms, 'extension'>): Decide<GrantExtension, MaybeTicket, TicketEvent> {
  return (command, state, circumstances) => {
    const { at, actor } = circumstances;
    const ticket = stillOpen(state);
    if (isRejection(ticket)) return ticket;
    const part = anyPart(ticket, command.department);
    if (isRejection(part)) return part;
    const { department } = part;
    if (ticket.level === 'urgent') return rejected('urgent-tickets-are-not-extended');
    if (part.extension === undefined) return rejected('no-extension-requested', { department });
    if (!part.extension.endorsed) return rejected('extension-not-endorsed', { department });
    const { requestedBy, endorsedBy } = part.extension;
    if ([requestedBy, endorsedBy].some((one) => isOneHumanInTwoPowers(one, handsOf(circumstances))))
      return rejected('own-work', { department });
    const terms = extension(department);
    if (terms === undefined) return rejected('no-deadline-to-extend', { department });
    if (milliseconds(at) > terms.due) return rejected('deadline-has-passed', { department });
    const by = milliseconds(command.by ?? part.extension.by);
    if (by <= terms.due) return rejected('not-later-than-the-deadline', { department });
    if (by > terms.most && !withImplied(actor.roles ?? []).has('leader'))
      return rejected('extension-needs-an-executive', { department });
    return [{ type: 'ExtensionGranted', data: { department, by: instantText(by) } }];
  };
}
