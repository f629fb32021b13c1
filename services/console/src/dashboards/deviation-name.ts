import { eventWords } from '../words/event-words.ts';
import { owedWords, requiredStepWords, wayWords } from '../words/report-words.ts';
import type { Words } from '../words/use-words.ts';

const byKebab = Object.keys(eventWords)
  .map((type) => [type.replaceAll(/([a-z])([A-Z])/g, '$1-$2').toLowerCase(), type] as const)
  .toSorted(([one], [other]) => other.length - one.length);

/** A deviation from the prescribed process: `skipped-check`, `unexpected-ticket-closed-resolved`, or something owed by its own name. */
export function deviationName(name: string, { of }: Pick<Words, 'of'>): string {
  if (name in owedWords) return of(owedWords, name);
  const way = Object.keys(wayWords).find((one) => name.startsWith(`${one}-`));
  if (way === undefined) return name;
  const step = name.slice(way.length + 1);
  const type = byKebab.find(([kebab]) => step === kebab || step.startsWith(`${kebab}-`))?.[1];
  const what = step in requiredStepWords ? of(requiredStepWords, step) : type === undefined ? step : of(eventWords, type);
  return `${of(wayWords, way)}：${what}`;
}
