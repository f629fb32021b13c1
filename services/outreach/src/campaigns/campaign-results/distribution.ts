import type { ScriptQuestion } from '@ledgerline/domain';

export interface CountedAnswer {
  readonly answer: string;
  readonly amount: number;
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

export function distributionOf(question: ScriptQuestion, given: readonly CountedAnswer[]): Distribution {
  const { id, text, type } = question;
  const about = { question: id, text, type };
  const counts = new Map<string, number>();
  for (const { answer } of given) counts.set(answer, (counts.get(answer) ?? 0) + 1);
  const answers = possible(question).map(({ code, label }) => ({ answer: code, label, count: counts.get(code) ?? 0 }));
  const amounts = type === 'number' || type === 'scale' ? given.map(({ amount }) => amount).toSorted((a, b) => a - b) : [];
  return amounts.length === 0 ? { ...about, answers } : { ...about, answers, numbers: whereTheyLie(amounts) };
}

/** Every answer that there can be, those that nobody gave too. */
function possible(question: ScriptQuestion): readonly { readonly code: string; readonly label: string }[] {
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

/** @param sorted not empty */
function whereTheyLie(sorted: readonly number[]): NonNullable<Distribution['numbers']> {
  const at = (place: number) => sorted[place] as number;
  const middle = sorted.length >>> 1;
  const median = sorted.length % 2 === 1 ? at(middle) : (at(middle - 1) + at(middle)) / 2;
  const mean = sorted.reduce((sum, one) => sum + one, 0) / sorted.length;
  return { count: sorted.length, least: at(0), most: at(sorted.length - 1), mean: Math.round(mean * 100) / 100, median };
}
