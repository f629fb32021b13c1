import { Card, Tag } from 'antd';
import { usePeople } from '../api/names.ts';
import { ActionButton } from '../commands/ActionButton.tsx';
import { usePossibleSteps } from '../commands/StepBar.tsx';
import { Instant } from '../look/times.tsx';
import { useInWords } from '../look/use-in-words.ts';
import { probationWords, requestKindWords, requestStateWords } from '../words/probation-words.ts';
import { useWords } from '../words/use-words.ts';
import { known } from './known.ts';
import type { ProbationRequestView, ProbationView } from './probation-views.ts';

const colors: Readonly<Record<string, string>> = { open: 'gold', approved: 'green', refused: 'red' };

/** What somebody asked for, why, and who has decided what about it. */
export function Requests({ probation: { id, requests = [] } }: { readonly probation: ProbationView }) {
  const { say } = useWords();
  return (
    <Card size="small" title={say(probationWords, 'requests')}>
      {requests.length === 0 && <span className="quiet">{say(probationWords, 'noRequests')}</span>}
      <ol className="lines">
        {requests.toReversed().map((request) => (
          <OneRequest key={request.request} id={id} request={request} />
        ))}
      </ol>
    </Card>
  );
}

function OneRequest({ id, request }: { readonly id: string; readonly request: ProbationRequestView }) {
  const { t, say, of } = useWords();
  const inWords = useInWords();
  const possible = usePossibleSteps('probations', id);
  const { kind, state, at, by, reason, on, lastDay, dates = [], unmet, decided } = request;
  const nameOf = usePeople([by, decided?.by]);
  const steps = state === 'open' ? (['approve', 'refuse', 'withdraw'] as const).filter((step) => possible.includes(step)) : [];
  return (
    <li>
      <span className="row-end">
        <strong>{of(requestKindWords, kind)}</strong>
        <Tag color={colors[state] ?? 'default'}>{of(requestStateWords, state)}</Tag>
        <span className="figure">{[on, lastDay, ...dates].filter(Boolean).join(' · ')}</span>
        <span className="quiet">
          {nameOf(by)} · <Instant at={at} />
        </span>
      </span>
      <div className="words">{inWords(reason)}</div>
      {known(unmet)?.map(({ condition, proof }) => (
        <div key={condition} className="words quiet">
          {say(probationWords, 'unmet', { n: condition })}
          {t('colon')}
          {proof}
        </div>
      ))}
      {decided && (
        <div className="quiet">
          {nameOf(decided.by)} · <Instant at={decided.at} /> {inWords(decided.reason)}
        </div>
      )}
      <span className="row-end">
        {steps.map((step) => (
          <ActionButton
            key={step}
            type={step === 'approve' ? 'primary' : 'default'}
            operation={`/probations/{id}/${step}`}
            id={id}
            draftOf={`${id}.${request.request}`}
            title={say(probationWords, step)}
            initial={{ request: request.request }}
            refresh={['probations']}
          />
        ))}
      </span>
    </li>
  );
}
