import { isSaidInWords, theEnd, type ScriptAnswer, type ScriptAnswers, type ScriptQuestion, type Script } from './script.js';

/** Characters of an answer in words at most. */
const longestAnswer = 2_000;

export interface AnswerFault {
  readonly question: string;
  readonly fault: 'not-answered' | 'not-asked' | 'not-an-answer';
}

/** The questions that answers lead through, in order: after the last answered one also the next, which is still to be asked. */
export function questionsAsked({ questions }: Pick<Script, 'questions'>, answers: ScriptAnswers): readonly ScriptQuestion[] {
  const asked: ScriptQuestion[] = [];
  for (let place = 0; place < questions.length;) {
    const question = questions[place] as ScriptQuestion;
    asked.push(question);
    const goTo = branchOf(question, answerTo(answers, question));
    if (goTo === theEnd) break;
    const there = goTo === undefined ? -1 : questions.findIndex(({ id }) => id === goTo);
    // A branch leads forwards (`faultsOfScript`); whatever else it said, nothing is asked twice.
    place = there > place ? there : place + 1;
  }
  return asked;
}

/** Every question for which these are not the answers that the script takes. */
export function faultsOfAnswers(script: Pick<Script, 'questions'>, answers: ScriptAnswers): readonly AnswerFault[] {
  const asked = questionsAsked(script, answers);
  const strangers = Object.keys(answers).filter((id) => !asked.some((question) => question.id === id));
  return [
    ...asked.flatMap((question): readonly AnswerFault[] => {
      const answer = answerTo(answers, question);
      if (answer === undefined) return question.optional ? [] : [{ question: question.id, fault: 'not-answered' }];
      return isAnswer(question, answer) ? [] : [{ question: question.id, fault: 'not-an-answer' }];
    }),
    ...strangers.map((question): AnswerFault => ({ question: question.slice(0, 40), fault: 'not-asked' })),
  ];
}

/** What is counted, and what is the person's own words. */
export function partedAnswers({ questions }: Pick<Script, 'questions'>, answers: ScriptAnswers) {
  const inWords = new Set(questions.filter(isSaidInWords).map(({ id }) => id));
  const part = (isWanted: (id: string) => boolean) => Object.fromEntries(Object.entries(answers).filter(([id]) => isWanted(id)));
  return {
    answers: part((id) => !inWords.has(id)),
    said: part((id) => inWords.has(id)) as Readonly<Record<string, string>>,
  };
}

function answerTo(answers: ScriptAnswers, { id }: ScriptQuestion): ScriptAnswer | undefined {
  return Object.hasOwn(answers, id) ? answers[id] : undefined;
}

function branchOf({ branches = [] }: ScriptQuestion, answer: ScriptAnswer | undefined): string | undefined {
  if (answer === undefined) return undefined;
  return branches.find((branch) => (Array.isArray(answer) ? answer.includes(branch.if as string) : answer === branch.if))?.goTo;
}

/** Whether something is an answer of this kind at all; a branch names one too. */
export function isAnswer(question: ScriptQuestion, answer: unknown): boolean {
  switch (question.type) {
    case 'yes-no':
      return typeof answer === 'boolean';
    case 'one-of':
      return question.options.some(({ code }) => code === answer);
    case 'several-of': {
      const codes = question.options.map(({ code }) => code);
      const isList = Array.isArray(answer) && answer.length > 0 && new Set(answer).size === answer.length;
      return isList && answer.every((one) => codes.includes(one as string));
    }
    case 'number':
      return typeof answer === 'number' && answer >= question.least && answer <= question.most;
    case 'scale':
      return Number.isInteger(answer) && (answer as number) >= question.least && (answer as number) <= question.most;
    case 'date':
      return typeof answer === 'string' && isDate(answer);
    case 'text':
      return typeof answer === 'string' && answer.trim() !== '' && answer.length <= longestAnswer;
  }
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).year >= 1900;
  } catch {
    return false;
  }
}
