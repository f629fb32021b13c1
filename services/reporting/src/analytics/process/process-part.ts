import type { BodyFault } from '@ledgerline/contracts';
import type { WordList } from '../fill/word-list.js';
import { courseIdSql, stepsIn } from './course-id.js';

/** Numbers that the process shows, by the names under which it shows them. */
export const processCells = ['cases', 'events', 'count', 'starts', 'ends'] as const;

/** Which number of the process is asked about. */
export interface ProcessPart {
  /** `cases`: each once; `events`: their steps; of an activity how often it was done, or who began or ended with it. */
  readonly cell?: (typeof processCells)[number];
  readonly activity?: string;
  /** What directly follows the activity. */
  readonly next?: string;
  /** Cases that went through this whole course. */
  readonly course?: string;
}

const ofActivities: readonly string[] = ['count', 'starts', 'ends'];

/** The number that is meant unless one is named. */
export function cellOf({ cell, activity }: ProcessPart): (typeof processCells)[number] {
  return cell ?? (activity === undefined ? 'cases' : 'count');
}

/** Parts that do not go together: nothing is guessed. */
export function faultsOfPart(part: ProcessPart): readonly BodyFault[] {
  const { activity, next, course } = part;
  const cell = cellOf(part);
  const fault = (name: string, detail: string) => [{ pointer: `/${name}`, detail }];
  if (course !== undefined && (activity !== undefined || cell !== 'cases'))
    return fault('course', 'is of cases, and of no activity');
  if (next !== undefined && (activity === undefined || cell !== 'count'))
    return fault('next', 'is counted after an activity that is given');
  if (ofActivities.includes(cell) !== (activity !== undefined)) return fault('cell', 'of an activity is count, starts or ends');
  return [];
}

/** Tickets out of the steps `s` that the number counted, and how often each, as `ticket` and `facts`. */
export function countedSql(part: ProcessPart, words: WordList): string {
  const number = (text: string | undefined) => words.known(text ?? '') ?? -1;
  if (part.course !== undefined)
    return `SELECT ticket, 1 AS facts FROM (
      SELECT s.ticket, ${courseIdSql} AS course FROM s JOIN words w ON w.word = s.activity
      WHERE s.ticket IN (SELECT ticket FROM s GROUP BY ticket HAVING count(*) = ${stepsIn(part.course)}) GROUP BY s.ticket
    ) WHERE course = $course`;
  if (part.next !== undefined)
    return `SELECT ticket, count(*) AS facts FROM (
      SELECT ticket, activity, lead(activity) OVER (PARTITION BY ticket ORDER BY version) AS next FROM s
      WHERE ticket IN (SELECT ticket FROM s WHERE activity = ${number(part.next)})
    ) WHERE activity = ${number(part.activity)} AND next = ${number(part.next)} GROUP BY ticket`;
  switch (cellOf(part)) {
    case 'cases':
      return 'SELECT ticket, 1 AS facts FROM s GROUP BY ticket';
    case 'events':
      return 'SELECT ticket, count(*) AS facts FROM s GROUP BY ticket';
    case 'count':
      return `SELECT ticket, count(*) AS facts FROM s WHERE activity = ${number(part.activity)} GROUP BY ticket`;
    case 'starts':
      return `SELECT ticket, 1 AS facts FROM s GROUP BY ticket HAVING arg_min(activity, version) = ${number(part.activity)}`;
    case 'ends':
      return `SELECT ticket, 1 AS facts FROM s GROUP BY ticket HAVING arg_max(activity, version) = ${number(part.activity)}`;
  }
}
