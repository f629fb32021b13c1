import type { Ledgerline } from '@ledgerline/host';

type Question = string | readonly string[];

/** An answer that everybody who asks the same within a time shares, also while it is looked for; a failure is nobody's but theirs who waited. */
export function onceIn<Asked extends Question, Answer>(
  milliseconds: number,
  answer: (asked: Asked, ledgerline: Ledgerline) => Promise<Answer>,
): (asked: Asked, ledgerline: Ledgerline) => Promise<Answer> {
  const kept = new WeakMap<Ledgerline, Map<string, { readonly at: number; readonly answer: Promise<Answer> }>>();
  return (asked, ledgerline) => {
    const answers = kept.get(ledgerline) ?? new Map<string, { readonly at: number; readonly answer: Promise<Answer> }>();
    kept.set(ledgerline, answers);
    const now = performance.now();
    const key = JSON.stringify(asked);
    const before = answers.get(key);
    if (before !== undefined && now - before.at < milliseconds) return before.answer;
    for (const [one, { at }] of answers) if (now - at >= milliseconds) answers.delete(one);
    const found = answer(asked, ledgerline);
    answers.set(key, { at: now, answer: found });
    found.catch(() => answers.delete(key));
    return found;
  };
}
