import { useWords } from '../../words/use-words.ts';
import { DatesAt } from './DatesAt.tsx';
import { ChoiceAt, ChoicesAt, TextAt } from './fields.tsx';
import { ShiftsAt } from './ShiftsAt.tsx';
import { useWeekdays } from './use-weekdays.ts';

/** A calendar: the week, and the days that differ from it. */
export function CalendarForm() {
  const { t } = useWords();
  const weekdays = useWeekdays();
  return (
    <div className="stack">
      <div className="fields">
        <TextAt at="/timeZone" label={t('timeZone')} most={60} />
        {weekdays.map(({ value, label }) => (
          <ShiftsAt key={value} at={`/week/${value}`} label={label} />
        ))}
      </div>
      <ChoicesAt at="/holidays" label={t('holiday')} />
      <div className="two">
        <DatesAt
          at="/makeUpDays"
          label={t('makeUpDay')}
          blank="mon"
          field={(at, date) => <ChoiceAt at={at} label={`${date} ${t('worksAs')}`} options={weekdays} />}
        />
        <DatesAt at="/exceptions" label={t('exceptionDay')} blank={[]} field={(at, date) => <ShiftsAt at={at} label={date} />} />
      </div>
    </div>
  );
}
