import { Card, Descriptions } from 'antd';
import { usePeople } from '../api/names.ts';
import { Instant } from '../look/times.tsx';
import { useInWords } from '../look/use-in-words.ts';
import { knownErrorWords } from '../words/known-error-words.ts';
import { useWords } from '../words/use-words.ts';
import type { ProblemRecordView } from './problem-views.ts';

/** Why it goes wrong and what helps until it is gone, in the version that is in force; then what was done for good. */
export function WorkaroundCard({ problem: { workaround, resolved } }: { readonly problem: ProblemRecordView }) {
  const { say } = useWords();
  const inWords = useInWords();
  const nameOf = usePeople([workaround?.by, resolved?.by]);
  return (
    <>
      {resolved && (
        <Card
          size="small"
          title={say(knownErrorWords, 'fix')}
          extra={
            <span className="quiet">
              {nameOf(resolved.by)} · <Instant at={resolved.at} />
            </span>
          }
        >
          <div className="words">{inWords(resolved.fix)}</div>
        </Card>
      )}
      <Card
        size="small"
        title={say(knownErrorWords, 'workaround')}
        extra={
          workaround && (
            <span className="quiet">
              {say(knownErrorWords, 'version', { n: workaround.version })} · {nameOf(workaround.by)} ·{' '}
              <Instant at={workaround.at} />
            </span>
          )
        }
      >
        {workaround ? (
          <>
            <div className="words">{inWords(workaround.text)}</div>
            <Descriptions
              column={1}
              size="small"
              items={[{ key: 'cause', label: say(knownErrorWords, 'cause'), children: inWords(workaround.cause) }]}
            />
          </>
        ) : (
          <span className="quiet">{say(knownErrorWords, 'noWorkaround')}</span>
        )}
      </Card>
    </>
  );
}
