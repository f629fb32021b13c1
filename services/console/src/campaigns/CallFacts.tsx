import { Card } from 'antd';
import { Link } from 'react-router';
import { usePeople } from '../api/names.ts';
import { Facts } from '../look/RecordPage.tsx';
import { Instant } from '../look/times.tsx';
import { useInWords } from '../look/use-in-words.ts';
import { callOutcomeWords, callSourceWords, campaignWords } from '../words/campaign-words.ts';
import { useWords } from '../words/use-words.ts';
import type { CallView } from './campaign-views.ts';

/** Who it is, and from where they came onto the list. */
export function CallFacts({ call }: { readonly call: CallView }) {
  const { say, of } = useWords();
  const inWords = useInWords();
  const { customer, name, phone, source, ticket, listedAt, note, status, dueAt } = call;
  return (
    <Facts
      rows={[
        [
          say(campaignWords, 'customer'),
          customer ? (
            <Link to={`/customers/${customer}`}>{name ?? say(campaignWords, 'unnamed')}</Link>
          ) : (
            say(campaignWords, 'notShown')
          ),
        ],
        [say(campaignWords, 'phone'), phone && <span className="figure">{phone}</span>],
        [say(campaignWords, 'due'), status === 'waiting' && <Instant at={dueAt} />],
        [say(campaignWords, 'source'), of(callSourceWords, source)],
        [say(campaignWords, 'ticket'), ticket && <Link to={`/tickets/${ticket}`}>{ticket}</Link>],
        [say(campaignWords, 'listedAt'), <Instant key="listed" at={listedAt} />],
        [say(campaignWords, 'listNote'), inWords(note)],
      ]}
    />
  );
}

/** Every attempt with what was noted of it, the last first. */
export function Attempts({ call: { attempts, notes = [] } }: { readonly call: CallView }) {
  const { say, of } = useWords();
  const inWords = useInWords();
  const nameOf = usePeople(attempts.map(({ by }) => by));
  return (
    <Card size="small" title={say(campaignWords, 'attempts')}>
      {attempts.length === 0 && <span className="quiet">{say(campaignWords, 'noAttempts')}</span>}
      <ol className="lines">
        {attempts.toReversed().map(({ at, by, outcome }) => (
          <li key={at}>
            <span className="row-end">
              <strong>{of(callOutcomeWords, outcome)}</strong>
              <span className="quiet">
                {nameOf(by)} · <Instant at={at} />
              </span>
            </span>
            <div className="words">{inWords(notes.find((one) => one.at === at)?.note)}</div>
          </li>
        ))}
      </ol>
    </Card>
  );
}
