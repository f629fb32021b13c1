import type { ScriptQuestion } from '@ledgerline/domain';

/** An answer, of numbers the number itself, and how often it was given. */
export interface CountedAnswer {
  readonly answer: string;
  readonly amount: number;
  readonly times: number;
}

/** What was answered to one question: how often each answer, and of numbers where they lie. What is said in words is read, not counted. */
export interface Distribution {
  readonly question: string;
  readonly text: string;
  readonly type: string;
  readonly answers: readonly { readonly answer: string; readonly label: string; readonly count: number }[];
  readonly numbers?: {
    readonly count: number;
    readonly least: number;
    readonly most: number;
    readonly mean: number;
    readonly median: number;
  };
}

export function distributionOf(question: ScriptQuestion, counted: readonly CountedAnswer[]): Distribution {
  const { id, text, type } = question;
  const about = { question: id, text, type };
  const given = counted.filter(({ times }) => times > 0);
  const counts = new Map<string, number>();
  for (const { answer, times } of given) counts.set(answer, (counts.get(answer) ?? 0) + times);
  const answers = possibleAnswers(question).map(({ code, label }) => ({ answer: code, label, count: counts.get(code) ?? 0 }));
  const isOfNumbers = (type === 'number' || type === 'scale') && given.length > 0;
  return isOfNumbers ? { ...about, answers, numbers: whereTheyLie(given) } : { ...about, answers };
}

/** Every answer that there can be, those that nobody gave too. */
export function possibleAnswers(question: ScriptQuestion): readonly { readonly code: string; readonly label: string }[] {
  switch (question.type) {
    case 'yes-no':
      return ['yes', 'no'].map((code) => ({ code, label: code }));
    case 'one-of':
    case 'several-of':
      return question.options;
    case 'scale':
      return Array.from({ length: question.most - question.least + 1 }, (_, place) => {
        const code = String(question.least + place);
        return { code, label: code };
      });
    case 'number':
    case 'date':
    case 'text':
      return [];
  }
}

/** @param given not empty, each at least once */
function whereTheyLie(given: readonly CountedAnswer[]): NonNullable<Distribution['numbers']> {
  const sorted = given.toSorted((a, b) => a.amount - b.amount);
  const count = sorted.reduce((sum, { times }) => sum + times, 0);
  const mean = sorted.reduce((sum, { amount, times }) => sum + amount * times, 0) / count;
  const at = (place: number) => amountAt(place, sorted);
  const median = (at((count - 1) >>> 1) + at(count >>> 1)) / 2;
  return { count, least: at(0), most: at(count - 1), mean: Math.round(mean * 100) / 100, median };
}

/** @param place from 0, of all that were given, in order */
function amountAt(place: number, sorted: readonly CountedAnswer[]): number {
  let left = place;
  for (const { amount, times } of sorted) {
    if (left < times) return amount;
    left -= times;
  }
  throw new RangeError(`nothing was given at ${place}`);
}
