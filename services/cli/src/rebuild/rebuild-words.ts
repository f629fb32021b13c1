import { counted } from '../progress.js';
import type { CheckedProjection } from './check-projection.js';
import type { Difference } from './compare.js';
import type { RebuiltProjection } from './rebuild-projection.js';

export function rebuiltWords({ projection, generation, commits, documents, differences }: RebuiltProjection): string {
  const size = `${counted(documents)} documents from ${counted(commits)} commits`;
  return `${projection}: ${size}, generation ${generation} is live; ${differenceWords(differences, 'as before')}`;
}

export function checkedWords({ projection, documents, rows, differences }: CheckedProjection): string {
  const size = `${counted(documents)} documents, ${counted(rows)} rows`;
  return `${projection}: ${size}; ${differenceWords(differences, 'equal to a fresh replay')}`;
}

const shown = 5;

function differenceWords(differences: readonly Difference[], none: string): string {
  if (differences.length === 0) return none;
  const first = differences.slice(0, shown).map(({ id, what }) => `${id} (${what})`);
  const more = differences.length > shown ? ` and ${counted(differences.length - shown)} more` : '';
  return `${counted(differences.length)} differ: ${first.join(', ')}${more}`;
}
