import { DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Upload } from 'antd';
import { useState } from 'react';
import { call, Refusal } from '../api/client.ts';
import { refreshSoon } from '../api/refresh-soon.ts';
import { rosterRefusalWords, rosterWords } from '../words/roster-words.ts';
import { useWords } from '../words/use-words.ts';
import type { RosterView } from './roster-views.ts';

interface RowFault {
  readonly line: number;
  readonly code: string;
  readonly date?: string;
  readonly shift?: string;
}

/** The roster as a table: taken out, changed in a spreadsheet, and taken in again. */
export function TableInAndOut({ roster: { id }, mayPlan }: { readonly roster: RosterView; readonly mayPlan: boolean }) {
  const { say, of, problem } = useWords();
  const client = useQueryClient();
  const [refusal, setRefusal] = useState<Refusal>();
  const send = async (file: File) => {
    setRefusal(undefined);
    try {
      await call('POST', `/rosters/${id}/import`, { body: file, headers: { 'content-type': 'text/csv' } });
      await refreshSoon(client, ['rosters']);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setRefusal(error);
    }
  };
  const faults = (refusal?.facts['faults'] ?? []) as readonly RowFault[];
  return (
    <>
      <span className="row-end">
        {mayPlan && (
          <Upload
            accept=".csv,text/csv"
            maxCount={1}
            fileList={[]}
            beforeUpload={(file) => {
              void send(file);
              return false;
            }}
          >
            <Button icon={<UploadOutlined />}>{say(rosterWords, 'importTable')}</Button>
          </Upload>
        )}
        <Button icon={<DownloadOutlined />} href={`/api/v1/rosters/${id}/table.csv`}>
          {say(rosterWords, 'exportTable')}
        </Button>
      </span>
      {refusal && (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={faults.length > 0 ? say(rosterWords, 'tableFaults') : problem(refusal.code)}
          description={
            <ul className="lines">
              {faults.map(({ line, code, date, shift }) => (
                <li key={`${String(line)} ${code} ${date ?? ''} ${shift ?? ''}`}>
                  {say(rosterWords, 'line', { n: line })} {date} {shift}{' '}
                  {code in rosterRefusalWords ? of(rosterRefusalWords, code) : problem(code)}
                </li>
              ))}
              {refusal.errors.map(({ detail }) => (
                <li key={detail}>{detail}</li>
              ))}
            </ul>
          }
        />
      )}
    </>
  );
}
