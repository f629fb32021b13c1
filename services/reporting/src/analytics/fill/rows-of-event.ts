import { leadOf, type MaybeTicket, type TicketEvent } from '@ledgerline/domain';
import { millisecondsOf, type FactValue, type RecordedEvent } from '@ledgerline/kernel';
import type { FactRows } from './fact-rows.js';
import type { KnownTicket } from './known-ticket.js';
import type { WordList } from './word-list.js';

type RecordedTicketEvent = TicketEvent & Pick<RecordedEvent, 'meta' | 'version'>;
interface Adding {
  readonly rows: FactRows;
  readonly words: WordList;
}

/** What happened, once for good. @param before the ticket as the event found it */
export function addEvent(known: KnownTicket, recorded: RecordedEvent, before: MaybeTicket, adding: Adding): void {
  const event = recorded as unknown as RecordedTicketEvent;
  const { rows, words } = adding;
  // An imported activity tells when it happened there; else the time by which the ticket is folded.
  const happened = event.type === 'ActivityImported' ? millisecondsOf(event.data.occurredAt) : known.lastAt;
  const whose = [known.ticket, event.version, happened] as const;
  const { department } = event.data as { readonly department?: string };
  const activity = event.type === 'ActivityImported' ? event.data.activity : event.type;
  const { actor } = event.meta;
  rows.add('steps', [...whose, words.numberOf(activity), words.orNull(department), words.numberOf(actor.kind), words.numberOf(actor.id), event.type === 'ActivityImported']); // prettier-ignore
  addFacts(event, [...whose], before, adding);
}

function addFacts(event: RecordedTicketEvent, whose: readonly FactValue[], before: MaybeTicket, { rows, words }: Adding): void {
  const lead = before && leadOf(before)?.department;
  const word = (text: string | undefined) => words.orNull(text);
  switch (event.type) {
    case 'PartApproved':
      return rows.add('reviews', [...whose, word(event.data.department), word('approved')]);
    case 'PartSentBack':
      return rows.add('reviews', [...whose, word(event.data.department), word('sent-back')]);
    case 'ResultAccepted':
      return rows.add('reviews', [...whose, word(lead), word('accepted')]);
    case 'ResultRejected':
      return rows.add('reviews', [...whose, word(lead), word('rejected')]);
    case 'ReworkOrdered':
      return rows.add('rounds', [...whose, word(event.data.department), word('rework'), event.meta.actor.kind === 'system']);
    case 'TicketReopened':
      return rows.add('rounds', [...whose, word(lead), word('reopened'), event.meta.actor.kind === 'system']);
    case 'ReplyGiven':
      return rows.add('replies', [...whose, word(event.data.channel), word(lead)]);
    case 'SurveyRecorded': {
      const { outcome, service, timeliness, dissatisfied = [] } = event.data;
      return rows.add('surveys', [...whose, word(lead), outcome, service, timeliness, dissatisfied.length > 0]);
    }
    case 'ReturnRequested':
      return rows.add('returns', [...whose, word(event.data.department), word('requested')]);
    case 'ReturnGranted':
      return rows.add('returns', [...whose, word(event.data.department), word('granted')]);
    case 'ReturnRefused':
      return rows.add('returns', [...whose, word(event.data.department), word('refused')]);
    case 'TicketUrged':
      return rows.add('urges', [...whose, word(event.data.department), word('urged')]);
    case 'UrgeAcknowledged':
      return rows.add('urges', [...whose, word(event.data.department), word('acknowledged')]);
    case 'TicketRouted':
    case 'TicketDesignated': {
      const { kind, item, level, site, district, product, about } = before ?? {};
      const route = event.type === 'TicketRouted' ? event.data : { lead: event.data.lead, coHandling: [], by: 'designation' };
      const facts = [kind, item, level, site, district, product, about?.department].map(word);
      return rows.add('routings', [...whose, word(route.lead), route.coHandling.toSorted().join(','), word(route.by), ...facts]);
    }
    default: // the rest is told by the ticket, its clocks and its steps
  }
}
