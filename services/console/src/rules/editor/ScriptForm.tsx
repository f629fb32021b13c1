import { questionTypeWords, scriptWords } from '../../words/script-words.ts';
import { useWords } from '../../words/use-words.ts';
import type { QuestionView } from '../ScriptQuestions.tsx';
import { BranchesAt } from './BranchesAt.tsx';
import { usePlace } from './editing.tsx';
import { ChoiceAt, NumberAt, TextAt, TruthAt } from './fields.tsx';
import { RowsAt } from './RowsAt.tsx';

/** A scale is read out; a number can be anything that somebody says. */
const ranges = { scale: { least: 0, most: 10 }, number: { least: -1e12, most: 1e12 } };

/** What an agent says and asks, in order; a later question can be left out by an answer before it. */
export function ScriptForm() {
  const { t, say } = useWords();
  return (
    <div className="stack">
      <TextAt at="/title" label={say(scriptWords, 'title')} />
      <TextAt at="/opening" label={say(scriptWords, 'opening')} rows={3} most={4_000} />
      <RowsAt
        at="/questions"
        label={say(scriptWords, 'questions')}
        blank={{ type: 'yes-no', text: '' }}
        row={(at, place) => <QuestionAt at={at} place={place} />}
      />
      <TextAt at="/closing" label={say(scriptWords, 'closing')} rows={3} most={4_000} />
      <p className="note">{t('codeForm')}</p>
    </div>
  );
}

function QuestionAt({ at, place }: { readonly at: string; readonly place: number }) {
  const { t, say, of } = useWords();
  const { value: type } = usePlace<QuestionView['type']>(`${at}/type`);
  const types = Object.keys(questionTypeWords).map((value) => ({ value, label: of(questionTypeWords, value) }));
  const label = (word: keyof typeof scriptWords) => say(scriptWords, word);
  return (
    <>
      <TextAt at={`${at}/text`} label={label('question')} rows={2} most={2_000} />
      <div className="fields">
        <TextAt at={`${at}/id`} label={t('code')} most={40} />
        <ChoiceAt at={`${at}/type`} label={label('type')} options={types} />
        <TruthAt at={`${at}/optional`} label={label('isOptional')} />
        {(type === 'number' || type === 'scale') && (
          <>
            <NumberAt at={`${at}/least`} label={label('least')} {...ranges[type]} />
            <NumberAt at={`${at}/most`} label={label('most')} {...ranges[type]} />
          </>
        )}
        {type === 'number' && <TextAt at={`${at}/unit`} label={label('unit')} most={100} />}
        {type === 'scale' && (
          <>
            <TextAt at={`${at}/low`} label={label('low')} most={100} />
            <TextAt at={`${at}/high`} label={label('high')} most={100} />
          </>
        )}
      </div>
      {(type === 'one-of' || type === 'several-of') && (
        <RowsAt
          at={`${at}/options`}
          label={label('options')}
          blank={{}}
          row={(option) => (
            <div className="fields">
              <TextAt at={`${option}/code`} label={t('code')} most={40} />
              <TextAt at={`${option}/label`} label={label('option')} />
            </div>
          )}
        />
      )}
      {type !== 'text' && type !== 'date' && <BranchesAt at={at} place={place} />}
    </>
  );
}
