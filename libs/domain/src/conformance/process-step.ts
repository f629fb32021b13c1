import type { RecordedEvent } from '@ledgerline/kernel';
import { partOf, type MaybeTicket, type Part } from '../ticket/ticket.js';

interface Told {
  readonly code?: string;
  readonly unchecked?: true;
  readonly level?: string;
  readonly lead?: string;
  readonly department?: string;
  readonly step?: string;
}

/**
 * What an event is in the prescribed process: its type, and what else decides which way it leads. Of another system's activity the step
 * that the import's mapping says it stands for; undefined where it says none.
 *
 * @param before the ticket as the event found it
 */
export function processStep({ type, data }: Pick<RecordedEvent, 'type' | 'data'>, before: MaybeTicket): string | undefined {
  const told = data as Told;
  switch (type) {
    case 'ActivityImported':
      return told.step;
    case 'TicketRegistered':
      return told.level === 'urgent' ? `${type} urgent` : type;
    case 'TicketClosed':
      return `${type} ${told.code ?? ''}`;
    case 'TicketRouted':
    case 'TicketDesignated':
      return isAtWork(partBefore(told.lead, before)) ? `${type} at-work` : type;
    case 'PartAccepted':
    case 'PartApproved':
    case 'PartSentBack':
      if (told.unchecked === true) return `${type} unchecked`;
      return partBefore(told.department, before)?.part === 'co-handling' ? `${type} co-handling` : type;
    default:
      return type;
  }
}

function partBefore(department: string | undefined, before: MaybeTicket): Part | undefined {
  return department === undefined || before === undefined ? undefined : partOf(before, department);
}

/** Who leads now what it was working on already goes on with it. */
function isAtWork(part: Part | undefined): boolean {
  return part !== undefined && part.status !== 'routed' && part.status !== 'approved';
}
