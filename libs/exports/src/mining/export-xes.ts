import { courseOf, xesFoot, xesHead, xesTrace, type ExportStamp, type MinedLog } from '@ledgerline/domain';
import { idOf, type Position } from '@ledgerline/kernel';
import type { Writable } from 'node:stream';
import { written } from '../written.js';
import { begunStreams, eventsIn, type LogSpan } from './begun-streams.js';

export interface MinedExport extends LogSpan {
  readonly log: MinedLog;
  readonly stamp: ExportStamp;
  readonly onPage?: (position: Position) => void;
}

export interface Mined {
  readonly cases: number;
  readonly events: number;
}

/** Every ticket that has steps of this log as a trace, in the order of their registration. */
export async function exportXes(asked: MinedExport, out: Writable): Promise<Mined> {
  const done = { cases: 0, events: 0 };
  await written(out, xesHead(asked.stamp));
  for await (const { begun, position } of begunStreams(asked, ['ticket'])) {
    const courses = await Promise.all(
      begun.map(async ({ stream }) => courseOf(idOf(stream), await eventsIn(asked, stream), asked.log)),
    );
    const found = courses.filter((course) => course !== undefined);
    await written(out, found.map(xesTrace).join(''));
    done.cases += found.length;
    for (const { steps } of found) done.events += steps.length;
    asked.onPage?.(position);
  }
  await written(out, xesFoot);
  return done;
}
