import { Card, Tag } from 'antd';
import { ActionButton } from '../commands/ActionButton.tsx';
import { usePossibleSteps } from '../commands/StepBar.tsx';
import { leaveKindWords, probationWords } from '../words/probation-words.ts';
import { useWords } from '../words/use-words.ts';
import { known } from './known.ts';
import type { ProbationView } from './probation-views.ts';

/** When somebody was away, for what, and how it is paid. */
export function Leaves({ probation: { id, leaves = [], personalLeave } }: { readonly probation: ProbationView }) {
  const { t, say, of } = useWords();
  const possible = usePossibleSteps('probations', id);
  const used = personalLeave?.most === undefined ? undefined : { days: personalLeave.days, most: personalLeave.most };
  return (
    <Card size="small" title={say(probationWords, 'leave')} extra={used && say(probationWords, 'personalUsed', used)}>
      {leaves.length === 0 && <span className="quiet">{say(probationWords, 'noLeave')}</span>}
      <ol className="lines">
        {leaves.map(({ leave, dates, half, withdrawn, about: sealed }) => {
          const about = known(sealed);
          return (
            <li key={leave}>
              <span className="row-end">
                <strong>{about ? of(leaveKindWords, about.kind) : t('erased')}</strong>
                <span className="figure">
                  {dates.length > 1 ? `${dates[0]} – ${dates.at(-1)}` : dates[0]} ·{' '}
                  {say(probationWords, 'daysOf', { n: half ? 0.5 : dates.length })}
                </span>
                {about && <span className="quiet">{say(probationWords, 'paidBy', { percent: about.payPercent })}</span>}
                {withdrawn && <Tag>{say(probationWords, 'notTaken')}</Tag>}
                {!withdrawn && possible.includes('withdraw-leave') && (
                  <ActionButton
                    type="link"
                    operation="/probations/{id}/withdraw-leave"
                    id={id}
                    draftOf={`${id}.${leave}`}
                    title={say(probationWords, 'notTaken')}
                    initial={{ leave }}
                    refresh={['probations']}
                  />
                )}
              </span>
              {about && <div className="words">{[about.reason, about.proof].filter(Boolean).join(' · ')}</div>}
            </li>
          );
        })}
      </ol>
    </Card>
  );
}
