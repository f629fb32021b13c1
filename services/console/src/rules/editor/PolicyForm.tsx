import { Collapse } from 'antd';
import { clockWords, escalationWords, holdWords } from '../../words/ticket-words.ts';
import { useWords } from '../../words/use-words.ts';
import { ConditionsAt } from './ConditionsAt.tsx';
import { DurationAt } from './DurationAt.tsx';
import { usePlace } from './editing.tsx';
import { ChoiceAt, ChoicesAt, NumberAt, TextAt, TruthAt } from './fields.tsx';
import { LimitAt } from './LimitAt.tsx';
import { RowsAt } from './RowsAt.tsx';
import { SharesAt } from './SharesAt.tsx';
import { useCalendars } from './use-calendars.ts';

/** A service-level policy: which clock, for what, how long, who is told; and the limits of everything else. */
export function PolicyForm() {
  const { t } = useWords();
  const blank = { clock: 'handle', within: 'P3D', calendar: 'default', warnAt: [0.5, 0.8] };
  return (
    <div className="stack">
      <RowsAt at="/clocks" label={t('clocks')} blank={blank} row={(at) => <ClockRow at={at} />} />
      <Limits />
    </div>
  );
}

function ClockRow({ at }: { readonly at: string }) {
  const { t, of } = useWords();
  const calendars = useCalendars();
  const { value: rule } = usePlace<{ readonly when?: object; readonly escalate?: readonly unknown[] }>(at);
  const inWords = (words: Readonly<Record<string, unknown>>, pairs: typeof clockWords | typeof holdWords) =>
    Object.keys(words).map((value) => ({ value, label: of(pairs, value) }));
  const steps = Object.keys(rule?.when ?? {}).length + (rule?.escalate?.length ?? 0);
  const more = (
    <div className="stack">
      <ConditionsAt at={`${at}/when`} by={['kind', 'level', 'item', 'channel', 'department', 'site', 'district']} />
      <div className="fields">
        <SharesAt at={`${at}/warnAt`} label={t('warnings')} />
        <ChoicesAt at={`${at}/holds`} label={t('mayHold')} options={inWords(holdWords, holdWords)} />
      </div>
      <RowsAt
        at={`${at}/escalate`}
        label={t('escalation')}
        blank={{ after: 'PT0M', to: 'manager' }}
        row={(place) => <EscalationRow at={place} />}
      />
    </div>
  );
  return (
    <>
      <div className="fields">
        <ChoiceAt at={`${at}/clock`} label={t('clock')} options={inWords(clockWords, clockWords)} />
        <LimitAt at={`${at}/within`} />
        <ChoiceAt at={`${at}/calendar`} label={t('calendar')} options={calendars} />
      </div>
      <Collapse
        ghost
        size="small"
        items={[{ key: 'more', label: `${t('appliesTo')} · ${t('warnings')} · ${t('escalation')} (${steps})`, children: more }]}
      />
    </>
  );
}

function EscalationRow({ at }: { readonly at: string }) {
  const { t, of } = useWords();
  return (
    <div className="fields">
      <DurationAt at={`${at}/after`} label={t('after')} />
      <ChoiceAt
        at={`${at}/to`}
        label={t('tell')}
        options={Object.keys(escalationWords).map((value) => ({ value, label: of(escalationWords, value) }))}
      />
      <TextAt at={`${at}/every`} label={t('every')} most={20} />
    </div>
  );
}

function Limits() {
  const { t } = useWords();
  return (
    <div className="fields">
      <NumberAt at="/extensions/count" label={t('extensionsCount')} most={20} />
      <TextAt at="/extensions/most" label={t('extensionsMost')} most={20} />
      {(['replyAttempts', 'surveyAttempts', 'returnCallAttempts', 'reworks', 'returns', 'dissatisfied'] as const).map((name) => (
        <NumberAt key={name} at={`/limits/${name}`} label={t(name)} most={100} />
      ))}
      <TextAt at="/limits/callerSilence" label={t('callerSilence')} most={20} />
      <NumberAt at="/limits/similar/count" label={t('similarCount')} most={100_000} />
      <TextAt at="/limits/similar/within" label={t('similarWithin')} most={20} />
      <ChoiceAt
        at="/repliesBy"
        label={t('repliesBy')}
        options={[
          { value: 'call-centre', label: t('callCentre') },
          { value: 'department', label: t('department') },
        ]}
      />
      <TruthAt at="/checkResults" label={t('checkResults')} />
    </div>
  );
}
