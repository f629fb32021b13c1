import { Card, Tag } from 'antd';
import { usePeople } from '../api/names.ts';
import { ActionButton } from '../commands/ActionButton.tsx';
import { Instant } from '../look/times.tsx';
import { useInWords } from '../look/use-in-words.ts';
import { correctionWords } from '../words/desk-words.ts';
import { useWords } from '../words/use-words.ts';
import type { CorrectionView } from './article-views.ts';

interface CorrectionsProps {
  readonly code: string;
  readonly corrections: readonly CorrectionView[];
}

/** What readers say is wrong; the owner takes it up, or says why not. */
export function Corrections({ code, corrections }: CorrectionsProps) {
  const { t, of } = useWords();
  const inWords = useInWords();
  const nameOf = usePeople(corrections.map(({ by }) => by));
  return (
    <Card size="small" title={t('corrections')}>
      <ul className="lines">
        {corrections.toReversed().map(({ correction, text, by, at, status, reason }) => {
          const act = { id: code, initial: { correction }, without: ['correction'], refresh: ['knowledge'] };
          return (
            <li key={correction}>
              <div className="words">{inWords(text)}</div>
              <span className="row-end quiet">
                <Tag color={status === 'open' ? 'orange' : 'default'}>{of(correctionWords, status)}</Tag>
                {nameOf(by)} · <Instant at={at} /> {reason}
              </span>
              {status === 'open' && (
                <span className="row-end">
                  <ActionButton operation="/knowledge/{id}/accept-correction" title={t('acceptCorrection')} {...act} />
                  <ActionButton operation="/knowledge/{id}/decline-correction" title={t('declineCorrection')} {...act} />
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
