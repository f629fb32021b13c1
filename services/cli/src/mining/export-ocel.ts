import {
  ocelContact,
  ocelOf,
  readRulebook,
  withClocks,
  documentFold,
  type GovernedDocument,
  type OcelCourse,
  type Rulebook,
} from '@ledgerline/domain';
import { categoryOf, idOf, openCommit, streamName, type RecordedEvent, type StoredCommit } from '@ledgerline/kernel';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { written } from '../log/whole-file.js';
import { begunStreams, eventsIn, streamIn, type LogSpan } from './begun-streams.js';
import type { Mined, MinedExport } from './export-xes.js';
import { JsonItems } from './json-items.js';
import { OcelTypes } from './ocel-types.js';

export interface OcelExport extends MinedExport {
  /** Opens the registration of a ticket, so that its customer is told; without it nothing personal is opened. */
  readonly open?: (commits: readonly StoredCommit[]) => Promise<readonly RecordedEvent[]>;
}

/**
 * Events and objects of OCEL 2.0 (JSON). The format has all events before all objects or the other way round, and both come ticket by ticket: objects wait
 * in a file beside until the events are written.
 */
export async function exportOcel(
  asked: OcelExport,
  out: Writable,
  beside: string,
): Promise<Mined & { readonly objects: number }> {
  const waiting = createWriteStream(beside, { flags: 'wx', mode: 0o600 });
  try {
    const [events, objects] = [new JsonItems(out), new JsonItems(waiting)];
    const types = new OcelTypes();
    await written(out, `{"ledgerline":${JSON.stringify(asked.stamp)},\n"events":[`);
    const rulebook = await rulebookOf(asked);
    let cases = 0;
    for await (const { begun, position } of begunStreams(asked, ['ticket', 'contact'])) {
      for (const part of await Promise.all(begun.map((first) => partOf(first, rulebook, asked)))) {
        if (part.events.length > 0) cases += 1;
        types.note(part);
        await events.write(part.events);
        await objects.write(part.objects);
      }
      asked.onPage?.(position);
    }
    await objects.write(types.named());
    waiting.end();
    await finished(waiting);
    await written(out, '\n],\n"objects":[');
    for await (const piece of createReadStream(beside)) await written(out, piece as Buffer);
    await written(
      out,
      `\n],\n"eventTypes":${JSON.stringify(types.ofEvents())},\n"objectTypes":${JSON.stringify(types.ofObjects())}}\n`,
    );
    return { cases, events: events.count, objects: objects.count };
  } finally {
    waiting.destroy();
    await rm(beside, { force: true });
  }
}

async function partOf(first: StoredCommit, rulebook: Rulebook, asked: OcelExport): Promise<OcelCourse> {
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
