import { useAccounts } from '../../api/ticket-queries.ts';
import { holdsOneOf } from '../../session/session.tsx';
import { useWords } from '../../words/use-words.ts';
import { ChoiceAt, ChoicesAt, TextAt } from './fields.tsx';
import { RowsAt } from './RowsAt.tsx';
import { useWeekdays } from './use-weekdays.ts';

/** Who is on duty when, and who is told next. */
export function DutyRotaForm() {
  const { t } = useWords();
  const weekdays = useWeekdays();
  const executives = useAccounts(true)
    .filter(({ holds, deactivated }) => holdsOneOf({ holds }, 'leader') && deactivated !== true)
    .map(({ id, name, username }) => ({ value: id, label: t('nameAndUsername', { name, username }) }));
  return (
    <div className="stack">
      <TextAt at="/timeZone" label={t('timeZone')} most={60} />
      <ChoicesAt at="/order" label={t('orderOfExecutives')} options={executives} />
      <RowsAt
        at="/rota"
        label={t('turns')}
        blank={{ days: ['mon'], from: '18:00', to: '09:00' }}
        unordered
        row={(at) => (
          <div className="fields">
            <ChoiceAt at={`${at}/executive`} label={t('onDuty')} options={executives} />
            <ChoicesAt at={`${at}/days`} label={t('weekdays')} options={weekdays} />
            <ChoicesAt at={`${at}/dates`} label={t('dates')} />
            <TextAt at={`${at}/from`} label={t('from')} most={5} />
            <TextAt at={`${at}/to`} label={t('to')} most={5} />
          </div>
        )}
      />
    </div>
  );
}
