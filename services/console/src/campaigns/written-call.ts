import type { ScriptView } from '../rules/ScriptQuestions.tsx';
import type { Answer, Answers, CallOutcome } from './campaign-views.ts';
import { answerTo, questionsOnTheWay } from './questions-on-the-way.ts';

/** What an agent is writing of a call. What belongs to another outcome is kept, in case it comes to that after all. */
export interface WrittenCall {
  readonly outcome: CallOutcome;
  readonly answers: Answers;
  readonly appointment?: string | undefined;
  readonly doNotCall: boolean;
  readonly note: string;
  /** One attempt at one thing, however often it is sent. */
  readonly key: string;
}

export function blankCall(): WrittenCall {
  return { outcome: 'reached', answers: {}, doNotCall: false, note: '', key: crypto.randomUUID() };
}

/** With another answer to a question; an empty one is none. */
export function withAnswer({ answers, ...written }: WrittenCall, id: string, answer: Answer | undefined | null): WrittenCall {
  const { [id]: _before, ...others } = answers;
  const isEmpty = answer === undefined || answer === null || answer === '' || (Array.isArray(answer) && answer.length === 0);
  return { ...written, answers: isEmpty ? others : { ...others, [id]: answer } };
}

/** Who was spoken with can say that they do not want to be called again. */
export function canAskForNoMore(outcome: CallOutcome): boolean {
  return outcome === 'reached' || outcome === 'refused';
}

/** What is sent: what goes with the outcome, and of the answers those to questions on the way. */
export function bodyOfCall(script: Pick<ScriptView, 'questions'>, written: WrittenCall) {
  const { outcome, answers, appointment, doNotCall, note } = written;
  const given = questionsOnTheWay(script, answers).flatMap((question) => {
    const answer = answerTo(answers, question);
    return answer === undefined ? [] : [[question.id, answer] as const];
  });
  return {
    outcome,
    ...(outcome === 'reached' ? { answers: Object.fromEntries(given) } : {}),
    ...(outcome === 'call-later' && appointment !== undefined ? { appointment } : {}),
    ...(doNotCall && canAskForNoMore(outcome) ? { doNotCall } : {}),
    ...(note.trim() === '' ? {} : { note }),
  };
}
