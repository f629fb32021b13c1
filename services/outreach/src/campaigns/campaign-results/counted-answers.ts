import type { ScriptQuestion } from '@ledgerline/domain';
import { everyRow, type Collection } from '@ledgerline/kernel';
import { possibleAnswers, type CountedAnswer } from './distribution.js';

/** What was answered to a question: how often each answer that there can be is a look into the index; numbers alone are walked through. */
export async function countedAnswers(
  { campaign, question }: { readonly campaign: string; readonly question: ScriptQuestion },
  calls: Pick<Collection<never>, 'count' | 'findRows'>,
): Promise<readonly CountedAnswer[]> {
  const where = { kind: 'answer', campaign, question: question.id };
  if (question.type !== 'number')
    return Promise.all(
      possibleAnswers(question).map(async ({ code }) => {
        const amount = question.type === 'scale' ? Number(code) : 0;
        return { answer: code, amount, times: await calls.count({ where: { ...where, answer: code } }) };
      }),
    );
  const times = new Map<number, number>();
  for await (const { row } of everyRow(calls, { where, sort: ['answer', 'amount'] })) {
    const amount = Number(row['amount']);
    times.set(amount, (times.get(amount) ?? 0) + 1);
  }
  return [...times].map(([amount, count]) => ({ answer: String(amount), amount, times: count }));
}
