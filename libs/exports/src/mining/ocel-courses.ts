import {
  documentFold,
  ocelContact,
  ocelOf,
  readRulebook,
  withClocks,
  type GovernedDocument,
  type OcelCourse,
  type Rulebook,
} from '@ledgerline/domain';
import {
  categoryOf,
  idOf,
  openCommit,
  streamName,
  type Position,
  type RecordedEvent,
  type StoredCommit,
} from '@ledgerline/kernel';
import { begunStreams, eventsIn, streamIn, type LogSpan } from './begun-streams.js';
import type { MinedExport } from './export-xes.js';

export interface OcelExport extends MinedExport {
  /** Opens the registration of a ticket, so that its customer is told; without it nothing personal is opened. */
  readonly open?: (commits: readonly StoredCommit[]) => Promise<readonly RecordedEvent[]>;
}

/** Events and objects of each ticket and contact, page by page of their beginnings. */
export async function* ocelCourses(
  asked: OcelExport,
): AsyncGenerator<{ readonly courses: readonly OcelCourse[]; readonly position: Position }> {
  const rulebook = await rulebookOf(asked);
  for await (const { begun, position } of begunStreams(asked, ['ticket', 'contact']))
    yield { courses: await Promise.all(begun.map((first) => courseFrom(first, rulebook, asked))), position };
}

async function courseFrom(first: StoredCommit, rulebook: Rulebook, asked: OcelExport): Promise<OcelCourse> {
  const id = idOf(first.stream);
  if (categoryOf(first.stream) === 'contact') {
    const [event] = openCommit(first).events;
    return { events: [], objects: event === undefined ? [] : [ocelContact(id, event)] };
  }
  const events = asked.open ? await asked.open(await streamIn(asked, first.stream)) : await eventsIn(asked, first.stream);
  const course = ocelOf(id, events, asked.log);
  return course.events.length === 0 ? nothing : withClocks(id, course, events, rulebook);
}

const nothing: OcelCourse = { events: [], objects: [] };

/** Policies and calendars as they stood at the end of the span. */
function rulebookOf(span: LogSpan): Promise<Rulebook> {
  return readRulebook(async (type, code) =>
    (await eventsIn(span, streamName('document', `${type}-${code}`))).reduce<GovernedDocument>(documentFold.evolve, undefined),
  );
}
