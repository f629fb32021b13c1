import { Card, Table } from 'antd';
import { useAccounts } from '../api/ticket-queries.ts';
import { holdsOneOf, useUser } from '../session/session.tsx';
import { useWords } from '../words/use-words.ts';
import { useWeekdays } from './editor/use-weekdays.ts';

interface Turn {
  readonly executive: string;
  readonly days?: readonly string[];
  readonly dates?: readonly string[];
  readonly from: string;
  readonly to: string;
}

interface Rota {
  readonly timeZone?: string;
  readonly order?: readonly string[];
  readonly rota?: readonly Turn[];
}

/** Who is on duty when, and in which order the others are told. */
export function RotaTable({ rota }: { readonly rota: Rota }) {
  const { t } = useWords();
  const weekdays = useWeekdays();
  const user = useUser();
  const accounts = useAccounts(holdsOneOf(user, 'leader', 'coordinator', 'administrator', 'manager', 'auditor'));
  const nameOf = (one: string) => accounts.find(({ id, username }) => id === one || username === one)?.name ?? one;
  const dayName = (day: string) => weekdays.find(({ value }) => value === day)?.label ?? day;
  return (
    <Card size="small" title={`${t('turns')} · ${rota.timeZone ?? ''}`}>
      <p style={{ marginTop: 0 }}>
        {t('orderOfExecutives')}
        {t('colon')}
        {(rota.order ?? []).map(nameOf).join(' → ')}
      </p>
      <Table
        size="small"
        rowKey="place"
        pagination={false}
        dataSource={(rota.rota ?? []).map((turn, place) => ({ ...turn, place }))}
        columns={[
          { title: t('onDuty'), render: (_, { executive }) => <strong>{nameOf(executive)}</strong> },
          { title: t('weekdays'), render: (_, { days = [], dates = [] }) => [...days.map(dayName), ...dates].join(t('comma')) },
          { title: t('from'), render: (_, { from, to }) => <span className="figure">{`${from}–${to}`}</span> },
        ]}
      />
    </Card>
  );
}
