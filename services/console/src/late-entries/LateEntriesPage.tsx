import { DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import { Alert, Button, Upload } from 'antd';
import { useState } from 'react';
import { call, Refusal } from '../api/client.ts';
import { PageHead } from '../look/PageHead.tsx';
import { lateWords } from '../words/late-words.ts';
import { useWords } from '../words/use-words.ts';
import { template, type LateEntries } from './late-entry.ts';
import { ToldRows } from './ToldRows.tsx';

const templateUrl = URL.createObjectURL(new Blob([template], { type: 'text/csv' }));

/** R1.1, outage mode: a table of what was written on paper, registered row by row; what is wrong is told at its row. */
export function Page() {
  const { t, problem, say } = useWords();
  const [file, setFile] = useState<File>();
  const [isBusy, setIsBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const [told, setTold] = useState<LateEntries>();
  const send = async (table: File) => {
    setIsBusy(true);
    setRefusal(undefined);
    try {
      setTold(await call<LateEntries>('POST', '/late-entries', { body: table, headers: { 'content-type': 'text/csv' } }));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setRefusal(error);
    } finally {
      setIsBusy(false);
    }
  };
  const choose = (chosen: File) => {
    setFile(chosen);
    setTold(undefined);
    setRefusal(undefined);
    return false;
  };
  return (
    <div className="page stack">
      <PageHead title={t('lateEntries')}>
        <Button icon={<DownloadOutlined />} href={templateUrl} download="late-entries.csv">
          {say(lateWords, 'template')}
        </Button>
      </PageHead>
      <span>{say(lateWords, 'lead')}</span>
      <div className="row-end">
        <Upload accept=".csv,text/csv" maxCount={1} beforeUpload={choose} fileList={[]}>
          <Button size="middle" icon={<UploadOutlined />}>
            {say(lateWords, 'choose')}
          </Button>
        </Upload>
        {file ? <strong>{file.name}</strong> : <span className="quiet">{say(lateWords, 'file')}</span>}
        <Button size="middle" type="primary" disabled={!file} loading={isBusy} onClick={() => file && void send(file)}>
          {say(lateWords, isBusy ? 'sending' : 'send')}
        </Button>
      </div>
      {refusal && (
        <Alert
          type={refusal.isPassing ? 'warning' : 'error'}
          showIcon
          role="alert"
          title={problem(refusal.code)}
          description={refusal.errors.map(({ detail }) => detail).join(t('semicolon'))}
        />
      )}
      {told && <ToldRows told={told} />}
    </div>
  );
}
