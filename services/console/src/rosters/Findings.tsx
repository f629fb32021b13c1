import { Card, Tag } from 'antd';
import { usePeople } from '../api/names.ts';
import { findingWords, rosterWords } from '../words/roster-words.ts';
import { useWords } from '../words/use-words.ts';
import type { FindingView } from './roster-views.ts';

const ofTheLaw = new Set(['over-eleven-hours', 'no-day-off-in-week']);

/** What the rules say of the month: what is against the law first. */
export function Findings({ findings }: { readonly findings: readonly FindingView[] }) {
  const { say, of } = useWords();
  const nameOf = usePeople(findings.map(({ account }) => account));
  const ofPeople = findings.filter(({ finding }) => finding !== 'understaffed');
  // Which half hours they are is seen beside the roster.
  const understaffed = findings.filter(({ finding }) => finding === 'understaffed');
  const sorted = ofPeople.toSorted((one, other) => Number(ofTheLaw.has(other.finding)) - Number(ofTheLaw.has(one.finding)));
  return (
    <Card size="small" title={say(rosterWords, 'findings')}>
      {findings.length === 0 && <span className="quiet">{say(rosterWords, 'noFindings')}</span>}
      <ul className="lines">
        {sorted.map(({ finding, account, date, times, minutes }) => (
          <li key={`${finding} ${account ?? ''} ${date}`}>
            <Tag color={ofTheLaw.has(finding) ? 'red' : 'gold'}>{say(rosterWords, ofTheLaw.has(finding) ? 'law' : 'rule')}</Tag>
            {of(findingWords, finding)}
            <span className="quiet">
              {' '}
              {account && nameOf(account)} <span className="figure">{date}</span>{' '}
              {minutes !== undefined && say(rosterWords, 'hours', { n: Math.round(minutes / 6) / 10 })}{' '}
              {times > 1 && say(rosterWords, 'times', { n: times })}
            </span>
          </li>
        ))}
        {understaffed.length > 0 && (
          <li>
            <Tag color="gold">{say(rosterWords, 'rule')}</Tag>
            {of(findingWords, 'understaffed')}
            <span className="quiet"> {say(rosterWords, 'days', { n: understaffed.length })}</span>
          </li>
        )}
      </ul>
    </Card>
  );
}
