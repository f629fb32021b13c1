import { millisecondsOf, type RecordedEvent } from '@ledgerline/kernel';
import { zoneAt } from '../calendar/centre-zone.js';
import { periodsAt } from '../digest/digest-period.js';
import type { GovernedDocument } from '../document/governed-document.js';
import type { TicketEvent } from '../ticket/ticket-events.js';
import type { Kind, Level, TicketChannel } from '../ticket/ticket-words.js';
import type { WorkKind } from './sampling-rule.js';

/** A piece of work as it stood when it was done: what is drawn from does not change afterwards, whatever becomes of the ticket. */
export interface WorkDone {
  readonly work: WorkKind;
  /** Counts from 0 in the ticket; a dissatisfied caller's word is about the answer or reply before it. */
  readonly piece: number;
  readonly agent: string;
  readonly at: string;
  /** When the log knew of it. */
  readonly knownAt: string;
  readonly month: string;
  readonly week: string;
  readonly channel: TicketChannel;
  readonly kind: Kind;
  readonly level: Level;
}

/** What people did on one ticket. */
export interface TicketWork {
  readonly channel: TicketChannel;
  readonly kind: Kind;
  readonly level: Level;
  readonly confidential: boolean;
  readonly done: readonly WorkDone[];
  /** Pieces so far; words of dissatisfied callers are none. */
  readonly pieces: number;
}

/** Of one ticket at most: what goes on beyond that is looked at by other means. */
export const mostPieces = 100;

export const eventsOfWork = [
  'TicketRegistered', 'TicketAnswered', 'ReplyGiven', 'SurveyRecorded', 'TicketReclassified', 'UrgencyRaised', 'UrgencyLowered',
] as const satisfies readonly TicketEvent['type'][]; // prettier-ignore

/**
 * What people did on a ticket after an event. Imported work is nobody's here.
 *
 * @param calendar the centre's, by whose days months and weeks begin
 */
export function workAfter(
  before: TicketWork | undefined,
  recorded: Omit<RecordedEvent, 'data'> & { readonly data: unknown },
  calendar: GovernedDocument,
): TicketWork | undefined {
  const event = recorded as unknown as TicketEvent;
  if (event.type === 'TicketRegistered') {
    const { channel, kind, level, confidential } = event.data;
    return withWork({ channel, kind, level, confidential, done: [], pieces: 0 }, 'registration', recorded, calendar);
  }
  if (before === undefined) return undefined;
  switch (event.type) {
    case 'TicketAnswered':
      return withWork(before, 'answer', recorded, calendar);
    case 'ReplyGiven':
      return withWork(before, 'reply', recorded, calendar);
    case 'SurveyRecorded':
      return (event.data.dissatisfied ?? []).length === 0 ? before : withDissatisfaction(before, recorded, calendar);
    case 'TicketReclassified':
      return { ...before, level: event.data.level, kind: event.data.kind };
    case 'UrgencyRaised':
      return { ...before, level: 'urgent' };
    case 'UrgencyLowered':
      return { ...before, level: event.data.level };
    default:
      return before;
  }
}

type Recorded = Parameters<typeof workAfter>[1];

function withWork(before: TicketWork, work: WorkKind, recorded: Recorded, calendar: GovernedDocument): TicketWork {
  const { actor, origin } = recorded.meta;
  if (actor.kind !== 'person' || origin !== undefined || before.done.length >= mostPieces) return before;
  const done = workDone(before, { work, piece: before.pieces, agent: actor.id }, recorded, calendar);
  return { ...before, pieces: before.pieces + 1, done: [...before.done, done] };
}

/** Whoever recorded the survey, it is about what the caller was told last. */
function withDissatisfaction(before: TicketWork, recorded: Recorded, calendar: GovernedDocument): TicketWork {
  const told = before.done.findLast(({ work }) => work === 'answer' || work === 'reply');
  if (told === undefined || before.done.length >= mostPieces) return before;
  const { piece, agent } = told;
  return { ...before, done: [...before.done, workDone(before, { work: 'dissatisfied', piece, agent }, recorded, calendar)] };
}

function workDone(
  { channel, kind, level }: TicketWork,
  of: Pick<WorkDone, 'work' | 'piece' | 'agent'>,
  { meta }: Recorded,
  calendar: GovernedDocument,
): WorkDone {
  const instant = millisecondsOf(meta.at);
  const { month, week } = periodsAt(instant, zoneAt(calendar, instant));
  return { ...of, at: meta.at, knownAt: meta.recordedAt, month, week, channel, kind, level };
}
