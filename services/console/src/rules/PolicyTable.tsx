import { Table, Tag } from 'antd';
import { clockWords, holdWords } from '../words/ticket-words.ts';
import { useWords } from '../words/use-words.ts';
import { conditionsInWords } from './conditions.ts';

interface ClockRule {
  readonly clock: string;
  readonly when?: Readonly<Record<string, string>>;
  readonly within: string | { readonly of: string; readonly fraction: number };
  readonly calendar: string;
  readonly warnAt?: readonly number[];
  readonly holds?: readonly string[];
}

/** A service-level policy as a table: which clock, for what, how long, by which calendar. */
export function PolicyTable({ policy }: { readonly policy: { readonly clocks?: readonly ClockRule[] } }) {
  const { t, of, language } = useWords();
  const rules = (policy.clocks ?? []).map((rule, place) => ({ ...rule, place }));
  const length = (within: ClockRule['within']) =>
    typeof within === 'string' ? inWords(within, language) : `${of(clockWords, within.of)} × ${within.fraction}`;
  return (
    <Table
      size="small"
      rowKey="place"
      pagination={false}
      scroll={{ x: 760 }}
      dataSource={rules}
      columns={[
        { title: t('clocks'), render: (_, { clock }) => <strong>{of(clockWords, clock)}</strong> },
        { title: t('appliesTo'), render: (_, { when }) => conditionsInWords(when ?? {}, of) || t('all') },
        { title: t('limit'), render: (_, { within }) => <span className="figure">{length(within)}</span> },
        { title: t('calendar'), render: (_, { calendar }) => (calendar === 'elapsed' ? <Tag color="red">24 h</Tag> : calendar) },
        { title: t('warnings'), render: (_, { warnAt = [] }) => warnAt.map((share) => `${Math.round(share * 100)}%`).join(' ') },
        { title: t('mayHold'), render: (_, { holds = [] }) => holds.map((reason) => of(holdWords, reason)).join(t('comma')) },
      ]}
    />
  );
}

/** `P3D`, `PT30M` in words: days are working days where the calendar is one. */
function inWords(duration: string, language: 'zh' | 'en'): string {
  const found = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration);
  if (!found) return duration;
  const units = language === 'zh' ? ['个工作日', '小时', '分钟', '秒'] : [' days', ' h', ' min', ' s'];
  return found
    .slice(1)
    .flatMap((count, place) => (count === undefined || count === '0' ? [] : [`${count}${units[place]}`]))
    .join(' ');
}
