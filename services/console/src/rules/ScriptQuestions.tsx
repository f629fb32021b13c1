import { Card, Tag } from 'antd';
import { choiceWords } from '../words/command-words.ts';
import { questionTypeWords, scriptWords } from '../words/script-words.ts';
import { useWords } from '../words/use-words.ts';

export interface QuestionView {
  readonly id: string;
  readonly type: keyof typeof questionTypeWords;
  readonly text: string;
  readonly optional?: boolean;
  readonly options?: readonly { readonly code: string; readonly label: string }[];
  readonly least?: number;
  readonly most?: number;
  readonly unit?: string;
  readonly low?: string;
  readonly high?: string;
  readonly branches?: readonly { readonly if: string | number | boolean; readonly goTo: string }[];
}

export interface ScriptView {
  readonly code: string;
  readonly title: string;
  readonly opening?: string;
  readonly closing?: string;
  readonly questions: readonly QuestionView[];
}

/** A script as agents read it out: what is said, what is asked in which way, and where an answer leads. */
export function ScriptQuestions({ script: { title, opening, closing, questions } }: { readonly script: ScriptView }) {
  const { say, of } = useWords();
  return (
    <Card size="small" title={title}>
      {opening && <p className="note">{opening}</p>}
      <ol className="lines">
        {questions.map((question) => (
          <li key={question.id}>
            <span className="row-end">
              <strong>{question.text}</strong>
              <Tag>{of(questionTypeWords, question.type)}</Tag>
              {question.optional && <span className="quiet">{say(scriptWords, 'isOptional')}</span>}
            </span>
            <div className="quiet">{answersOf(question).join(' · ')}</div>
            <Branches question={question} all={questions} />
          </li>
        ))}
      </ol>
      {closing && <p className="note">{closing}</p>}
    </Card>
  );
}

/** What one can answer, where that is more than its kind says. */
function answersOf({ options, least, most, unit = '', low, high }: QuestionView): readonly string[] {
  if (options) return options.map(({ label }) => label);
  if (least === undefined || most === undefined) return [];
  return [`${least}–${most} ${unit}`.trim(), ...[low, high].flatMap((one) => one ?? [])];
}

function Branches({ question, all }: { readonly question: QuestionView; readonly all: readonly QuestionView[] }) {
  const { say, of } = useWords();
  const { branches = [], options = [] } = question;
  const answer = (value: string | number | boolean) =>
    options.find(({ code }) => code === value)?.label ?? of(choiceWords, String(value));
  const place = (goTo: string) => all.find(({ id }) => id === goTo)?.text ?? say(scriptWords, 'end');
  return branches.map(({ if: value, goTo }) => (
    <div key={String(value)} className="quiet">
      {answer(value)} → {place(goTo)}
    </div>
  ));
}
