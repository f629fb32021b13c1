import { Card, Descriptions, Tag } from 'antd';
import { Link } from 'react-router';
import { usePeople, useDepartmentName } from '../api/names.ts';
import { digestSectionWords } from '../words/digest-words.ts';
import { roleWords } from '../words/ticket-words.ts';
import { useWords } from '../words/use-words.ts';
import { useWeekdays } from './editor/use-weekdays.ts';

interface Texts {
  readonly zh?: string;
  readonly en?: string;
}

interface Template {
  readonly scope?: string;
  readonly title?: Texts;
  readonly intro?: Texts;
  readonly sections?: readonly { readonly section: string; readonly title?: Texts; readonly intro?: Texts }[];
}

/** What a digest has, in its order and under its words. */
export function DigestSections({ template }: { readonly template: Template }) {
  const { t, of, language } = useWords();
  const say = (texts: Texts | undefined) => texts?.[language] ?? texts?.zh ?? texts?.en;
  const { scope, title, intro, sections = [] } = template;
  return (
    <Card size="small" title={say(title)} extra={<Tag>{t(scope === 'department' ? 'ofDepartment' : 'ofCentre')}</Tag>}>
      <p className="words">{say(intro)}</p>
      <ol className="words">
        {sections.map((chosen) => (
          <li key={chosen.section}>
            {say(chosen.title) ?? of(digestSectionWords, chosen.section)}
            {chosen.intro && <span className="quiet"> {say(chosen.intro)}</span>}
          </li>
        ))}
      </ol>
    </Card>
  );
}

interface Reader {
  readonly role?: string;
  readonly account?: string;
  readonly departments?: readonly string[];
}

interface Schedule {
  readonly template?: string;
  readonly period?: 'week' | 'month';
  readonly on?: string | number;
  readonly at?: string;
  readonly timeZone?: string;
  readonly calendar?: string;
  readonly readers?: readonly Reader[];
}

/** Which digest goes to whom, and when. */
export function DigestTerms({ schedule }: { readonly schedule: Schedule }) {
  const { t, of } = useWords();
  const weekdays = useWeekdays();
  const departmentName = useDepartmentName();
  const { template, period = 'week', on, at, timeZone, calendar, readers = [] } = schedule;
  const nameOf = usePeople(readers.map(({ account }) => account));
  const day = weekdays.find(({ value }) => value === on)?.label ?? on;
  const whom = ({ role, account, departments = [] }: Reader) =>
    [role === undefined ? nameOf(account) : of(roleWords, role), ...departments.map(departmentName)].join(' · ');
  return (
    <Card size="small">
      <Descriptions
        size="small"
        column={1}
        items={[
          {
            key: 'template',
            label: t('digestTemplate'),
            children: <Link to={`/rules/digest-templates/${template}`}>{template}</Link>,
          },
          { key: 'period', label: t('periodKind'), children: t(period) },
          { key: 'on', label: t(period === 'month' ? 'dayOfMonth' : 'sentOn'), children: day },
          { key: 'at', label: t('sentAt'), children: `${at}（${timeZone}）` },
          ...(calendar === undefined ? [] : [{ key: 'calendar', label: t('byCalendar'), children: calendar }]),
          { key: 'readers', label: t('readers'), children: readers.map(whom).join(t('comma')) },
        ]}
      />
    </Card>
  );
}
