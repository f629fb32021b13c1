import type { ScriptView } from '../rules/ScriptQuestions.tsx';
import { QuestionField } from './QuestionField.tsx';
import { answerTo, questionsOnTheWay } from './questions-on-the-way.ts';
import { withAnswer, type WrittenCall } from './written-call.ts';

interface ScriptAskedProps {
  readonly script: ScriptView;
  readonly written: WrittenCall;
  readonly set: (written: WrittenCall) => void;
  /** Of a refusal: which question is wrong, and how. */
  readonly faults: unknown;
}

interface AnswerFault {
  readonly question: string;
  readonly fault: string;
}

/** The script as it is read out: what is said, and those questions to which the answers so far lead. */
export function ScriptAsked({ script, written, set, faults }: ScriptAskedProps) {
  const { opening, closing } = script;
  const found = Array.isArray(faults) ? (faults as readonly AnswerFault[]) : [];
  return (
    <div>
      {opening && <p className="note">{opening}</p>}
      {questionsOnTheWay(script, written.answers).map((question) => (
        <QuestionField
          key={question.id}
          question={question}
          value={answerTo(written.answers, question)}
          set={(answer) => set(withAnswer(written, question.id, answer))}
          fault={found.find((one) => one.question === question.id)?.fault}
        />
      ))}
      {closing && <p className="note">{closing}</p>}
    </div>
  );
}
