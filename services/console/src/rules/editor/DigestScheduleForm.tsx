import { useQuery } from '@tanstack/react-query';
import { call } from '../../api/client.ts';
import { useAccounts, useDepartments } from '../../api/ticket-queries.ts';
import type { Page } from '../../api/views.ts';
import { roleWords } from '../../words/ticket-words.ts';
import { useWords } from '../../words/use-words.ts';
import type { ListedDocument } from '../document-kinds.ts';
import { usePlace } from './editing.tsx';
import { ChoiceAt, ChoicesAt, NumberAt, TextAt } from './fields.tsx';
import { RowsAt } from './RowsAt.tsx';
import { useCalendars } from './use-calendars.ts';
import { useWeekdays } from './use-weekdays.ts';

const readerRoles = ['manager', 'leader', 'coordinator'] as const;

/** Which digest goes to whom, when. */
export function DigestScheduleForm() {
  const { t, of } = useWords();
  const weekdays = useWeekdays();
  const calendars = useCalendars().filter(({ value }) => value !== 'elapsed');
  const { value: period } = usePlace<string>('/period');
  const { data } = useQuery({
    queryKey: ['documents', 'digest-templates'],
    queryFn: ({ signal }) => call<Page<ListedDocument>>('GET', '/digest-templates', { signal }),
  });
  const templates = (data?.items ?? []).map(({ code }) => ({ value: code, label: code }));
  const people = useAccounts(true).map(({ id, name, username }) => ({
    value: id,
    label: t('nameAndUsername', { name, username }),
  }));
  const departments = useDepartments().map(({ code, name }) => ({ value: code, label: name }));
  const roles = readerRoles.map((value) => ({ value, label: of(roleWords, value) }));
  return (
    <div className="stack">
      <div className="fields">
        <ChoiceAt at="/template" label={t('digestTemplate')} options={templates} />
        <ChoiceAt
          at="/period"
          label={t('periodKind')}
          options={(['week', 'month'] as const).map((value) => ({ value, label: t(value) }))}
        />
        {period === 'month' ? (
          <NumberAt at="/on" label={t('dayOfMonth')} least={1} most={28} />
        ) : (
          <ChoiceAt at="/on" label={t('sentOn')} options={weekdays} />
        )}
        <TextAt at="/at" label={t('sentAt')} most={5} />
        <TextAt at="/timeZone" label={t('timeZone')} most={60} />
        <ChoiceAt at="/calendar" label={t('byCalendar')} options={calendars} />
      </div>
      <RowsAt
        at="/readers"
        label={t('readers')}
        blank={{ role: 'manager' }}
        unordered
        row={(at) => (
          <div className="fields">
            <ChoiceAt at={`${at}/role`} label={t('readerRole')} options={roles} />
            <ChoiceAt at={`${at}/account`} label={t('readerAccount')} options={people} />
            <ChoicesAt at={`${at}/departments`} label={t('aboutDepartments')} options={departments} />
          </div>
        )}
      />
    </div>
  );
}
