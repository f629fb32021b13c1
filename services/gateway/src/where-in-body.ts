import type { Problem } from '@ledgerline/contracts';
import { pointerToken } from '@ledgerline/domain';
import { ProblemError } from './problem.js';

/** Bad input has pointers: where a service has named what it does not know (`{department: "nowhere"}`), the places of the body in which that stands. */
export function withPointers(problem: Problem, body: unknown): ProblemError {
  const plain = new ProblemError(problem);
  if (plain.status !== 400 || problem.errors !== undefined) return plain;
  const named = Object.values(problem.facts ?? {}).filter((fact) => typeof fact === 'string');
  const pointers = named.flatMap((text) => placesOf(text, body));
  if (pointers.length === 0) return plain;
  const detail = problem.code.replaceAll('-', ' ');
  return new ProblemError({ ...problem, errors: pointers.map((pointer) => ({ pointer, detail })) });
}

function placesOf(text: string, within: unknown, at = ''): readonly string[] {
  if (within === text) return [at];
  if (typeof within !== 'object' || within === null) return [];
  return Object.entries(within).flatMap(([name, value]) => placesOf(text, value, `${at}/${pointerToken(name)}`));
}
