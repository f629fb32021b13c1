import { instantText, type RecordedEvent } from '@ledgerline/kernel';
import { clockBook } from '../clock/keep-clock-book.js';
import type { Rulebook } from '../clock/rulebook.js';
import { clockFact, type ClockFact } from '../clock-fact/clock-fact.js';
import { objectId, type OcelObject } from './ocel.js';

/**
 * The clocks of a ticket as objects of OCEL 2.0, judged by the policies and calendars in force when they started, as of the ticket's last
 * event: the same export of the same log, whenever it is made.
 */
export function ocelClocks(ticket: string, events: readonly RecordedEvent[], rulebook: Rulebook): readonly OcelObject[] {
  const last = events.at(-1)?.meta.at;
  if (last === undefined) return [];
  const asOf = Temporal.Instant.from(last).epochMilliseconds;
  const book = clockBook(events);
  return book.runs.flatMap((run) => {
    const fact = clockFact(run, asOf, { book, rulebook });
    return fact === undefined ? [] : [clockObject(ticket, fact, asOf)];
  });
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
