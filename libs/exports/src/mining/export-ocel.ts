import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { written } from '../written.js';
import type { Mined } from './export-xes.js';
import { JsonItems } from './json-items.js';
import { ocelCourses, type OcelExport } from './ocel-courses.js';
import { OcelTypes } from './ocel-types.js';

export interface MinedObjects extends Mined {
  readonly objects: number;
}

/**
 * Events and objects of OCEL 2.0 (JSON). The format has all events before all objects or the other way round, and both come ticket by ticket: objects wait
 * in a file beside until the events are written.
 */
export async function exportOcel(asked: OcelExport, out: Writable, beside: string): Promise<MinedObjects> {
  const waiting = createWriteStream(beside, { flags: 'wx', mode: 0o600 });
  try {
    const [events, objects] = [new JsonItems(out), new JsonItems(waiting)];
    const types = new OcelTypes();
    await written(out, `{"ledgerline":${JSON.stringify(asked.stamp)},\n"events":[`);
    let cases = 0;
    for await (const { courses, position } of ocelCourses(asked)) {
      for (const course of courses) {
        if (course.events.length > 0) cases += 1;
        types.note(course);
        await events.write(course.events);
        await objects.write(course.objects);
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
