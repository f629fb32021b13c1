import type { Personal } from '@ledgerline/kernel';
import type { TicketEvent } from '../ticket/ticket-events.js';
import type { Ticket } from '../ticket/ticket.js';
import type { MailPurpose } from './mail-purposes.js';

/** Words to the caller, that go by mail. */
export interface ToWrite {
  readonly purpose: MailPurpose;
  /** What somebody said, word by word. */
  readonly words?: Personal<string>;
  /** Nothing of what is meant may stand in it, the secret neither. */
  readonly discreet?: true;
}

/** Events that can be of that kind: told by their type before anything else is looked at. */
export const writingEvents = [
  'TicketRegistered', 'TicketAnswered', 'TicketRefused', 'TicketRouted', 'ReplyGiven', 'SurveySent', 'InformationRequested', 'ProgressRecorded',
  'DelayExplained', 'DecisionExplained', 'CommittedInPrinciple', 'FollowedUp', 'ProposalOutcomeTold',
] as const satisfies readonly TicketEvent['type'][]; // prettier-ignore

/** What stands in plain on the event says already that nobody is written to. */
export function mayHaveToWrite(event: TicketEvent): boolean {
  switch (event.type) {
    case 'TicketRegistered':
      return isWritten(event.data);
    case 'ReplyGiven':
    case 'SurveySent':
    case 'DelayExplained':
    case 'DecisionExplained':
    case 'ProposalOutcomeTold':
      return event.data.channel === 'email';
    case 'ProgressRecorded':
      return event.data.toldCaller;
    case 'TicketRouted':
      return event.data.toldCaller === true;
    default:
      return true;
  }
}

/**
 * R7.1, R8.1, R4.2, R6.4: what a caller is written because of an event; undefined where nothing is. What names no channel goes by mail to those who wrote.
 *
 * @param ticket as it is today: what became confidential since is
 */
export function whatToWrite(event: TicketEvent, ticket: Ticket): ToWrite | undefined {
  const found = mayHaveToWrite(event) ? saidIn(event, ticket) : undefined;
  if (found === undefined) return undefined;
  return mayBeMailed(event, found, ticket) ? found : { purpose: found.purpose, discreet: true };
}

function saidIn(event: TicketEvent, ticket: Ticket): ToWrite | undefined {
  switch (event.type) {
    case 'TicketRegistered':
      return { purpose: 'acknowledgement' };
    case 'ReplyGiven':
      return { purpose: 'reply', words: event.data.text };
    case 'TicketAnswered':
    case 'TicketRefused':
      return ticket.channel === 'email' ? { purpose: 'reply', words: event.data.text } : undefined;
    case 'SurveySent':
      return { purpose: 'survey' };
    case 'InformationRequested':
      return isWritten(ticket) ? { purpose: 'question', words: event.data.question } : undefined;
    case 'TicketRouted': {
      const { noticeToCaller } = event.data;
      return isWritten(ticket) && noticeToCaller !== undefined ? { purpose: 'notice', words: noticeToCaller } : undefined;
    }
    case 'DelayExplained':
    case 'DecisionExplained':
    case 'ProposalOutcomeTold':
      return { purpose: 'notice', words: event.data.text };
    case 'ProgressRecorded':
    case 'CommittedInPrinciple':
    case 'FollowedUp':
      return isWritten(ticket) ? { purpose: 'notice', words: event.data.text } : undefined;
    default:
      return undefined;
  }
}

/** Who wrote, reads: by mail, or on the web with an address. */
function isWritten({ channel }: Pick<Ticket, 'channel'>): boolean {
  return channel === 'email' || channel === 'web';
}

/** R7.2, at the moment in which a mail goes out: what was written before its ticket became confidential stays here. */
export function mayStillGo({ purpose, discreet }: Pick<ToWrite, 'purpose' | 'discreet'>, ticket: Ticket): boolean {
  return discreet === true || mayHoldMore(purpose, ticket);
}

/** What may not be published goes to a caller whose identity was verified. */
function mayBeMailed(event: TicketEvent, { purpose }: ToWrite, ticket: Ticket): boolean {
  if (!mayHoldMore(purpose, ticket)) return false;
  return event.type !== 'ReplyGiven' || ticket.result?.publishable !== false || event.data.verifiedBy !== undefined;
}

/**
 * R7.2: of what is confidential nothing but that it is there. An acknowledgement holds the secret and no words: it goes to where a mail came from, and to an address that
 * somebody typed where the ticket is open to the call centre.
 */
function mayHoldMore(purpose: MailPurpose, { confidential, identityHidden, channel }: Ticket): boolean {
  const isSecret = confidential || identityHidden === true;
  return !isSecret || (purpose === 'acknowledgement' && channel === 'email');
}
