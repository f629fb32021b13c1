import { problem } from '@ledgerline/contracts';
import { ledgerlineEvents } from '@ledgerline/domain';
import { sleep, type Analytics, type AnalyticsParts } from '@ledgerline/host';
import { LogRestored, UnknownPosition, type Ask, type Position } from '@ledgerline/kernel';
import { factTables } from './fact-tables.js';
import { keepFilled, type FillProgress } from './fill/keep-filled.js';
import { answerReport, answerTickets, type ReportQuestion, type TicketsQuestion } from './reports/answer-report.js';

export const events = ledgerlineEvents;

/** Milliseconds that an answer waits for the facts to have seen a position. */
const patience = 2_000;

/** R14.2: facts of the log in DuckDB, and what they answer. */
export const analytics: Analytics = {
  facts: factTables,
  open(parts) {
    const progress: FillProgress = { reached: undefined, hurried: false, filling: undefined };
    const seen = async <Answer extends object>(after: string | undefined, answer: (words: AnswerParts) => Promise<Answer>) => {
      const filling = await filled(after, progress, parts);
      if ('code' in filling) return filling;
      return parts.facts.atOnce(async (ask) => {
        const [row] = await ask('SELECT position FROM filled');
        const position = row?.['position'] ?? null;
        return { kind: 'report', position, ...(await answer({ ...parts, ask, words: filling.words })) } as const;
      });
    };
    return {
      fill: () => keepFilled(parts, progress),
      answers: {
        report: (question: Asked<ReportQuestion>) => seen(question.after, (live) => answerReport(question, live)),
        tickets: (question: Asked<TicketsQuestion>) => seen(question.after, (live) => answerTickets(question, live)),
      },
    };
  },
};

type Asked<Question> = Question & { readonly after?: string };
type AnswerParts = AnalyticsParts & { readonly ask: Ask; readonly words: NonNullable<FillProgress['filling']>['words'] };

/** Waits until the facts have come to a position; without one until there are facts at all. */
async function filled(after: string | undefined, progress: FillProgress, { store, signal }: AnalyticsParts) {
  const until = performance.now() + patience;
  try {
    for (;;) {
      const { filling, reached } = progress;
      const isThere = after === undefined || (reached !== undefined && store.compare(reached, after as Position) >= 0);
      if (filling !== undefined && isThere) return filling;
      if (performance.now() > until || signal.aborted) return problem('read-model-behind');
      progress.hurried = true;
      await sleep(10, signal);
    }
  } catch (error) {
    if (error instanceof LogRestored) return problem('log-restored');
    if (error instanceof UnknownPosition) return problem('unknown-position');
    throw error;
  }
}
