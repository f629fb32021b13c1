import { Card } from 'antd';
import { isErased } from '../api/views.ts';
import type { QuestionView, ScriptView } from '../rules/ScriptQuestions.tsx';
import { campaignWords } from '../words/campaign-words.ts';
import { choiceWords } from '../words/command-words.ts';
import { useWords } from '../words/use-words.ts';
import type { Answer, Answers, CallView } from './campaign-views.ts';
import { answerTo } from './questions-on-the-way.ts';

interface AnswersGivenProps {
  readonly script: ScriptView;
  readonly call: CallView;
}

/** What the customer said, question by question; words that were erased are told to have been. */
export function AnswersGiven({ script: { questions }, call: { answers, said } }: AnswersGivenProps) {
  const { t, say, of } = useWords();
  if (answers === undefined) return null;
  const wasErased = isErased(said);
  const words = wasErased ? {} : ((said ?? {}) as Readonly<Record<string, string>>);
  const given: Answers = { ...answers, ...words };
  const labelOf = (question: QuestionView, answer: Answer) => {
    const label = (one: string) => question.options?.find(({ code }) => code === one)?.label ?? one;
    if (typeof answer === 'boolean') return of(choiceWords, String(answer));
    return [answer].flat().map((one) => label(String(one))).join(' · '); // prettier-ignore
  };
  return (
    <Card size="small" title={say(campaignWords, 'answers')}>
      <ol className="lines">
        {questions.map((question) => {
          const answer = answerTo(given, question);
          if (answer === undefined) return null;
          return (
            <li key={question.id}>
              <span className="quiet">{question.text}</span>
              <div className="words">{labelOf(question, answer)}</div>
            </li>
          );
        })}
      </ol>
      {wasErased && <span className="quiet">{t('erased')}</span>}
    </Card>
  );
}
