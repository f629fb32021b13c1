import { Card } from 'antd';
import { usePeople } from '../api/names.ts';
import type { Sealed } from '../api/views.ts';
import { useInWords } from '../look/use-in-words.ts';
import { probationWords, reviewResultWords } from '../words/probation-words.ts';
import { useWords } from '../words/use-words.ts';
import { known } from './known.ts';
import type { ProbationView } from './probation-views.ts';

/** What the employee has to meet, what they are to achieve, and how far that is. */
export function Work({ probation: { conditions, objectives, reviews = [] } }: { readonly probation: ProbationView }) {
  const { t, say, of } = useWords();
  const inWords = useInWords();
  const nameOf = usePeople(reviews.map(({ by }) => by));
  return (
    <Card size="small" title={say(probationWords, 'work')}>
      <h3>{say(probationWords, 'conditions')}</h3>
      {conditions ? (
        <>
          <Numbered texts={conditions.conditions} />
          <p className="quiet">{say(probationWords, 'toldOn', { day: conditions.toldOn })}</p>
        </>
      ) : (
        <p className="quiet">{say(probationWords, 'noConditions')}</p>
      )}
      {objectives && (
        <>
          <h3>{say(probationWords, 'objectives')}</h3>
          <Numbered texts={objectives} />
        </>
      )}
      {reviews.length > 0 && <h3>{say(probationWords, 'reviews')}</h3>}
      <ol className="lines">
        {reviews.map(({ on, result, text, by }) => (
          <li key={`${on} ${by}`}>
            <span className="row-end">
              <strong>{known(result) ? of(reviewResultWords, known(result)) : t('erased')}</strong>
              <span className="quiet">
                {nameOf(by)} · <span className="figure">{on}</span>
              </span>
            </span>
            <div className="words">{inWords(text)}</div>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function Numbered({ texts }: { readonly texts: Sealed<readonly string[]> }) {
  const { t } = useWords();
  const written = known(texts);
  if (written === undefined) return <p className="quiet">{t('erased')}</p>;
  return (
    <ol className="words">
      {written.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ol>
  );
}
