import { fatalEffectWords, qualityWords } from '../../words/quality-words.ts';
import { useWords } from '../../words/use-words.ts';
import { DurationAt } from './DurationAt.tsx';
import { ChoiceAt, NumberAt, TextAt } from './fields.tsx';
import { RowsAt } from './RowsAt.tsx';
import { useCalendars } from './use-calendars.ts';

/** What is looked at, what it is worth, and what makes it all worth nothing. */
export function ScoreSheetForm() {
  const { t, say, of } = useWords();
  const calendars = useCalendars();
  const effects = Object.keys(fatalEffectWords).map((value) => ({ value, label: of(fatalEffectWords, value) }));
  return (
    <div className="stack">
      <div className="fields">
        <TextAt at="/title" label={say(qualityWords, 'sheetTitle')} />
        <NumberAt at="/passes" label={say(qualityWords, 'passes')} />
        <DurationAt at="/appeal/within" label={say(qualityWords, 'appealWithin')} />
        <ChoiceAt at="/appeal/calendar" label={say(qualityWords, 'appealCalendar')} options={calendars} />
      </div>
      <RowsAt
        at="/groups"
        label={say(qualityWords, 'groups')}
        blank={{ criteria: [] }}
        row={(at) => (
          <>
            <Named at={at} label={say(qualityWords, 'groupName')} />
            <RowsAt
              at={`${at}/criteria`}
              label={say(qualityWords, 'criteria')}
              blank={{ points: 10 }}
              row={(place) => (
                <Named at={place} label={say(qualityWords, 'criterion')}>
                  <NumberAt at={`${place}/points`} label={say(qualityWords, 'points')} least={1} most={100} />
                </Named>
              )}
            />
          </>
        )}
      />
      <RowsAt
        at="/fatal"
        label={say(qualityWords, 'fatal')}
        blank={{ effect: 'zero' }}
        row={(at) => (
          <Named at={at} label={say(qualityWords, 'fatal')}>
            <ChoiceAt at={`${at}/effect`} label={say(qualityWords, 'fatalEffect')} options={effects} />
          </Named>
        )}
      />
      <p className="note">{t('codeForm')}</p>
    </div>
  );
}

interface NamedProps {
  readonly at: string;
  readonly label: string;
  readonly children?: React.ReactNode;
}

/** A code, by which results keep it, and what people read. */
function Named({ at, label, children }: NamedProps) {
  const { t } = useWords();
  return (
    <div className="fields">
      <TextAt at={`${at}/code`} label={t('code')} most={40} />
      <TextAt at={`${at}/name`} label={label} />
      {children}
    </div>
  );
}
