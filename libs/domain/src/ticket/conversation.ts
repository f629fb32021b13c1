import type { Personal, RecordedEvent } from '@ledgerline/kernel';
import type { TicketEvent } from './ticket-events.js';

/** Something that was said to the call centre or by it, word by word, with the ticket that keeps it. */
export interface Utterance {
  readonly ticket: string;
  readonly version: number;
  readonly at: string;
  readonly by: 'caller' | 'staff';
  /** The event that holds it. */
  readonly type: TicketEvent['type'];
  readonly channel?: string;
  readonly text: Personal<string>;
  readonly attachments: readonly string[];
}

/** What was said on one ticket, in the order of its events. */
export function utterancesOf(ticket: string, events: readonly RecordedEvent[]): readonly Utterance[] {
  return events.flatMap((recorded) => {
    const said = saidBy(recorded as unknown as TicketEvent);
    if (said === undefined) return [];
    const { version, meta, type } = recorded;
    return [{ ticket, version, at: meta.at, type: type as TicketEvent['type'], attachments: [], ...said }];
  });
}

/** Of several tickets that show as one, in the order of their times. */
export function inOrderOfTime(utterances: readonly Utterance[]): readonly Utterance[] {
  return utterances.toSorted((a, b) => compare(a.at, b.at) || compare(a.ticket, b.ticket) || a.version - b.version);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function saidBy(event: TicketEvent): (Pick<Utterance, 'by' | 'text'> & Partial<Utterance>) | undefined {
  switch (event.type) {
    case 'TicketRegistered': {
      const { description: text, channel, attachments } = event.data;
      return { by: 'caller', text, channel, attachments };
    }
    case 'MessageAdded': {
      const { from: by, text, channel, attachments } = event.data;
      return { by, text, attachments, ...(channel === undefined ? {} : { channel }) };
    }
    case 'InformationReceived':
      return { by: 'caller', text: event.data.text };
    case 'ReplyGiven':
    case 'DelayExplained':
    case 'DecisionExplained':
    case 'ProposalOutcomeTold':
      return { by: 'staff', text: event.data.text, channel: event.data.channel };
    case 'TicketAnswered':
    case 'FollowedUp':
      return { by: 'staff', text: event.data.text };
    default:
      return undefined;
  }
}
