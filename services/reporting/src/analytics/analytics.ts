import { problem, type Principal } from '@ledgerline/contracts';
import { ledgerlineEvents } from '@ledgerline/domain';
import { sleep, type Analytics, type AnalyticsParts } from '@ledgerline/host';
import { LogRestored, UnknownPosition, type Ask, type Position } from '@ledgerline/kernel';
import { answerDigest, type DigestQuestion } from '../digests/answer-digest.js';
import { factTables } from './fact-tables.js';
import type { WordList } from './fill/word-list.js';
import { processGraph, type ProcessQuestion } from './process/process.js';
import { processTickets, type ProcessTicketsQuestion } from './process/process-tickets.js';
import { WhatIfRuns, type DifferingQuestion, type WhatIfQuestion } from './what-if/what-if-runs.js';
import { keepFilled, type FillProgress } from './fill/keep-filled.js';
import { answerForecast, type ForecastQuestion } from './forecast/answer-forecast.js';
import { answerPast, answerPastCount, type PastQuestion } from './past/answer-past.js';
import { answerContacts } from './reports/contacts-behind.js';
import { answerReport, answerTickets, type ReportQuestion, type TicketsQuestion } from './reports/answer-report.js';

export const events = ledgerlineEvents;

/** Milliseconds that an answer waits for the facts to have seen a position, and for the log's end after a start. */
const patience = { position: 2_000, beginning: 5_000 };

/** R14.2: facts of the log in DuckDB, and what they answer. */
export const analytics: Analytics = {
  facts: factTables,
  open(parts) {
    const progress: FillProgress = { reached: undefined, caughtUp: false, hurried: false, filling: undefined };
    const seen = async <Answer extends object>(after: string | undefined, answer: (words: AnswerParts) => Promise<Answer>) => {
      const filling = await filled(after, progress, parts);
      if ('code' in filling) return filling;
      return parts.facts.atOnce(async (ask) => {
        const [row] = await ask('SELECT position FROM filled');
        const position = row?.['position'] ?? null;
        return { kind: 'report', position, ...(await answer({ ...parts, ask, words: filling.words })) } as const;
      });
    };
    const file = new URL('./what-if/portion-thread.js', import.meta.url);
    const runs = new WhatIfRuns(parts, import.meta.url.endsWith('.js') ? file : undefined);
    const withWords = async (answer: (words: WordList) => unknown) => {
      const filling = await filled(undefined, progress, parts);
      return 'code' in filling ? filling : answer(filling.words);
    };
    return {
      fill: () => keepFilled(parts, progress),
      answers: {
        report: (question: Asked<ReportQuestion>) => seen(question.after, (live) => answerReport(question, live)),
        digest: (question: Asked<DigestQuestion>) => seen(question.after, (live) => answerDigest(question, live)),
        forecast: (question: Asked<ForecastQuestion>) => seen(question.after, (live) => answerForecast(question, live)),
        process: (question: Asked<ProcessQuestion>) => seen(question.after, (live) => processGraph(question, live)),
        'process-tickets': (question: Asked<ProcessTicketsQuestion>) =>
          seen(question.after, (live) => processTickets(question, live)),
        'what-if': (question: WhatIfQuestion) => withWords((words) => runs.begin(question, words)),
        'what-if-state': async (question: { readonly id: string; readonly principal: Principal }) =>
          Promise.resolve(runs.state(question)),
        'what-if-cancel': async (question: { readonly id: string; readonly principal: Principal }) =>
          Promise.resolve(runs.cancel(question)),
        'what-if-tickets': (question: DifferingQuestion) => withWords((words) => runs.differing(question, words)),
        past: (question: Asked<PastQuestion>) => seen(question.after, (live) => answerPast(question, live)),
        'past-count': (question: Asked<PastQuestion>) => seen(question.after, (live) => answerPastCount(question, live)),
        contacts: (question: Asked<TicketsQuestion>) => seen(question.after, (live) => answerContacts(question, live)),
        tickets: (question: Asked<TicketsQuestion>) => seen(question.after, (live) => answerTickets(question, live)),
      },
    };
  },
};

type Asked<Question> = Question & { readonly after?: string };
type AnswerParts = AnalyticsParts & { readonly ask: Ask; readonly words: WordList };

/** Waits until the facts have come to a position; after a start until they are those of the whole log. */
async function filled(after: string | undefined, progress: FillProgress, { store, signal }: AnalyticsParts) {
  const began = performance.now();
  try {
    for (;;) {
      const { filling, reached, caughtUp } = progress;
      const isThere = after === undefined || (reached !== undefined && store.compare(reached, after as Position) >= 0);
      if (filling !== undefined && caughtUp && isThere) return filling;
      const waits = caughtUp ? patience.position : patience.beginning;
      if (performance.now() - began > waits || signal.aborted) return problem('read-model-behind');
      progress.hurried = true;
      await sleep(10, signal);
    }
  } catch (error) {
    if (error instanceof LogRestored) return problem('log-restored');
    if (error instanceof UnknownPosition) return problem('unknown-position');
    throw error;
  }
}
