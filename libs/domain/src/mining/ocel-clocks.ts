import { instantText, type RecordedEvent } from '@ledgerline/kernel';
import { clockBook } from '../clock/keep-clock-book.js';
import type { Rulebook } from '../clock/rulebook.js';
import { clockFact, type ClockFact } from '../clock-fact/clock-fact.js';
import { objectId, type OcelCourse, type OcelEvent, type OcelObject, type OcelRelation } from './ocel.js';

/**
 * The clocks of a ticket as objects of OCEL 2.0, judged by the policies and calendars in force when they started, as of the ticket's last
 * event (the same export of the same log, whenever it is made); and its events with the clocks that start and end at their moment.
 */
export function withClocks(ticket: string, course: OcelCourse, events: readonly RecordedEvent[], rulebook: Rulebook): OcelCourse {
  const last = events.at(-1)?.meta.at;
  if (last === undefined) return course;
  const asOf = Temporal.Instant.from(last).epochMilliseconds;
  const book = clockBook(events);
  const facts = book.runs.flatMap((run) => clockFact(run, asOf, { book, rulebook }) ?? []);
  const moments = new Map<string, OcelRelation[]>();
  for (const { run, endedAt } of facts) {
    const clock = objectId('clock', `${ticket}/${run.instance}`);
    noteAt(moments, run.startedAt, { objectId: clock, qualifier: 'clock started' });
    if (endedAt !== undefined) noteAt(moments, endedAt, { objectId: clock, qualifier: 'clock ended' });
  }
  return {
    events: course.events.map((event) => related(event, moments)),
    objects: [...course.objects, ...facts.map((fact) => clockObject(ticket, fact, asOf))],
  };
}

function noteAt(moments: Map<string, OcelRelation[]>, instant: number, relation: OcelRelation): void {
  const time = instantText(instant);
  moments.set(time, [...(moments.get(time) ?? []), relation]);
}

/** What comes at one moment is one commit: its first event stands for it. */
function related(event: OcelEvent, moments: Map<string, OcelRelation[]>): OcelEvent {
  const found = moments.get(event.time);
  if (found === undefined) return event;
  moments.delete(event.time);
  return { ...event, relationships: [...event.relationships, ...found] };
}

function clockObject(ticket: string, { run, due, outcome, endedAt }: ClockFact, asOf: number): OcelObject {
  const started = instantText(run.startedAt);
  return {
    id: objectId('clock', `${ticket}/${run.instance}`),
    type: 'clock',
    attributes: [
      { name: 'clock', value: run.clock, time: started },
      ...(due === undefined ? [] : [{ name: 'due', value: instantText(due), time: started }]),
      { name: 'outcome', value: outcome, time: instantText(endedAt ?? asOf) },
    ],
    relationships: [
      { objectId: objectId('ticket', ticket), qualifier: 'of ticket' },
      ...(run.assignment === undefined
        ? []
        : [{ objectId: objectId('assignment', `${ticket}/${run.assignment}`), qualifier: 'of assignment' }]),
    ],
  };
}
