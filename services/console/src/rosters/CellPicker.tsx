import { Button, Input, Space } from 'antd';
import { useState } from 'react';
import { call } from '../api/client.ts';
import { useAct } from '../api/use-act.ts';
import { rosterWords } from '../words/roster-words.ts';
import { useWords } from '../words/use-words.ts';
import type { RosterView } from './roster-views.ts';

interface Picked {
  readonly roster: RosterView;
  readonly account: string;
  readonly date: string;
  readonly published: boolean;
  readonly onDone: () => void;
}

/** What somebody has on a day: of a day that is published with the reason why it changes. */
export function CellPicker({ roster: { id, shifts }, account, date, published, onDone }: Picked) {
  const { say } = useWords();
  const [reason, setReason] = useState('');
  const plan = useAct(
    async (codes: readonly string[] | undefined) => {
      const cells = [{ person: account, date, ...(codes === undefined ? {} : { shifts: codes }) }];
      await call('POST', `/rosters/${id}/${published ? 'amend' : 'plan'}`, {
        body: { cells, ...(published ? { reason } : {}) },
      });
      onDone();
    },
    ['rosters'],
  );
  const isBarred = published && reason.trim() === '';
  const choice = (label: string, codes: readonly string[] | undefined) => (
    <Button key={label} size="small" disabled={isBarred} loading={plan.isPending} onClick={() => plan.mutate(codes)}>
      {label}
    </Button>
  );
  return (
    <Space orientation="vertical" size="small">
      <span className="figure">{date}</span>
      {published && (
        <Input
          value={reason}
          maxLength={2_000}
          placeholder={say(rosterWords, 'amendReason')}
          onChange={({ target }) => setReason(target.value)}
        />
      )}
      <Space wrap>
        {shifts.map(({ code, name, start, end }) => choice(`${name} ${start}–${end}`, [code]))}
        {choice(say(rosterWords, 'dayOffLong'), [])}
        {!published && choice(say(rosterWords, 'notPlanned'), undefined)}
      </Space>
    </Space>
  );
}
