import { Card, Tag } from 'antd';
import { usePeople } from '../api/names.ts';
import { ActionButton } from '../commands/ActionButton.tsx';
import { usePossibleSteps } from '../commands/StepBar.tsx';
import { Instant } from '../look/times.tsx';
import { probationStepWords, probationWords } from '../words/probation-words.ts';
import { useWords } from '../words/use-words.ts';
import type { ProbationView } from './probation-views.ts';

const colors = { open: 'gold', done: 'green', 'not-needed': 'default' } as const;

/** What the office sees to: by when, and who has. */
export function Formalities({ probation: { id, formalities } }: { readonly probation: ProbationView }) {
  const { say, of, language } = useWords();
  const possible = usePossibleSteps('probations', id);
  const nameOf = usePeople(formalities.map(({ by }) => by));
  return (
    <Card size="small" title={say(probationWords, 'formalities')}>
      <ul className="lines">
        {formalities.map((formality) => {
          const { code, state, dueOn, at, by, whereNeeded } = formality;
          const steps = state !== 'open' ? [] : whereNeeded ? ['complete-formality', 'waive-formality'] : ['complete-formality'];
          return (
            <li key={code} className="row-end">
              <span>{formality[language]}</span>
              <Tag color={colors[state]}>{say(probationWords, state === 'open' ? 'todo' : state)}</Tag>
              <span className="quiet">{at && by ? <>{nameOf(by)} · <Instant at={at} /></> : dueOn}</span>
              <span className="grow" />
              {steps.filter((step) => possible.includes(step)).map((step) => (
                <ActionButton
                  key={step}
                  type="link"
                  operation={`/probations/{id}/${step}`}
                  id={id}
                  draftOf={`${id}.${code}`}
                  title={of(probationStepWords, step)}
                  initial={{ formality: code }}
                  refresh={['probations']}
                />
              ))}
            </li>
          );
        })}
      </ul>
    </Card>
  );
} // prettier-ignore
