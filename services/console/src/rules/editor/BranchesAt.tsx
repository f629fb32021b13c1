import { Select } from 'antd';
import { choiceWords } from '../../words/command-words.ts';
import { scriptWords } from '../../words/script-words.ts';
import { useWords } from '../../words/use-words.ts';
import type { QuestionView } from '../ScriptQuestions.tsx';
import { usePlace } from './editing.tsx';
import { ChoiceAt, Field, NumberAt } from './fields.tsx';
import { RowsAt } from './RowsAt.tsx';

/** Where an answer leads: to a question after this one, or to the end. */
export function BranchesAt({ at, place }: { readonly at: string; readonly place: number }) {
  const { say } = useWords();
  const { value: questions = [] } = usePlace<readonly Partial<QuestionView>[]>('/questions');
  const later = questions
    .slice(place + 1)
    .flatMap(({ id, text = '' }) => (id === undefined ? [] : [{ value: id, label: `${id} · ${text}` }]));
  return (
    <RowsAt
      at={`${at}/branches`}
      label={say(scriptWords, 'branches')}
      blank={{ goTo: 'end' }}
      row={(branch) => (
        <div className="fields">
          <AnswerAt at={`${branch}/if`} question={questions[place] ?? {}} />
          <ChoiceAt
            at={`${branch}/goTo`}
            label={say(scriptWords, 'goTo')}
            options={[...later, { value: 'end', label: say(scriptWords, 'end') }]}
          />
        </div>
      )}
    />
  );
}

/** One answer of those that the question takes. */
function AnswerAt({ at, question: { type, options = [] } }: { readonly at: string; readonly question: Partial<QuestionView> }) {
  const { say, of } = useWords();
  const { value, set } = usePlace<boolean>(at);
  const label = say(scriptWords, 'answer');
  if (type === 'number' || type === 'scale') return <NumberAt at={at} label={label} least={-1e12} />;
  if (type !== 'yes-no')
    return <ChoiceAt at={at} label={label} options={options.map((one) => ({ value: one.code, label: one.label }))} />;
  return (
    <Field at={at} label={label}>
      <Select
        id={at}
        value={value}
        options={[true, false].map((one) => ({ value: one, label: of(choiceWords, String(one)) }))}
        onChange={(chosen: boolean) => set(chosen)}
      />
    </Field>
  );
}
