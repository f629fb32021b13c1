import type { QuestionView, ScriptView } from '../rules/ScriptQuestions.tsx';
import type { Answer, Answers } from './campaign-views.ts';

/**
 * The questions that the answers given so far lead through, in order, as the server will hold them (`questionsAsked` of the domain; a spec compares
 * the two): an answer can lead on to a later question, or to the end.
 */
export function questionsOnTheWay({ questions }: Pick<ScriptView, 'questions'>, answers: Answers): readonly QuestionView[] {
  const onTheWay: QuestionView[] = [];
  for (let place = 0; place < questions.length;) {
    const question = questions[place] as QuestionView;
    onTheWay.push(question);
    const goTo = leadsTo(question, answerTo(answers, question));
    if (goTo === 'end') break;
    const there = questions.findIndex(({ id }) => id === goTo);
    place = there > place ? there : place + 1;
  }
  return onTheWay;
}

export function answerTo(answers: Answers, { id }: Pick<QuestionView, 'id'>): Answer | undefined {
  return Object.hasOwn(answers, id) ? answers[id] : undefined;
}

function leadsTo({ branches = [] }: QuestionView, answer: Answer | undefined): string | undefined {
  const given = Array.isArray(answer) ? (answer as readonly Answer[]) : [answer];
  return branches.find((branch) => given.includes(branch.if))?.goTo;
}
