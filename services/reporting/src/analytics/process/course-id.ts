import { hash } from 'node:crypto';

/** Characters of SHA-256, of which a course's name is made: 96 bits. */
const length = 24;

/**
 * A whole course by a short name, however long it is: how many steps it has, and the hash of their activities. The same in every copy
 * of the facts, whose numbers of words differ.
 */
export function courseId(activities: readonly string[]): string {
  return `${activities.length}.${hash('sha256', activities.join('\n'), 'hex').slice(0, length)}`;
}

/** How many steps the course of this name has. */
export function stepsIn(course: string): number {
  return Number(course.slice(0, course.indexOf('.')));
}

/** The same in SQL, over the steps `s` of one ticket with their words `w`. */
export const courseIdSql = `count(*) || '.' || left(sha256(string_agg(w.text, chr(10) ORDER BY s.version)), ${length})`;
