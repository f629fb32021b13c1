import { UploadOutlined } from '@ant-design/icons';
import { App, Button, Upload } from 'antd';
import { useRef } from 'react';
import { call, Refusal } from '../api/client.ts';
import { useWords } from '../words/use-words.ts';

/** A file that the server has; commands name it by its id. */
export interface Uploaded {
  readonly id: string;
  readonly name: string;
}

interface AttachmentsFieldProps {
  readonly id?: string;
  readonly value?: readonly Uploaded[];
  readonly onChange?: (value: readonly Uploaded[]) => void;
}

/** Files go up as they are chosen; the form keeps their ids, so that a draft keeps them too. */
export function AttachmentsField({ id, value = [], onChange }: AttachmentsFieldProps) {
  const { t, problem } = useWords();
  const { message } = App.useApp();
  const now = useRef(value);
  now.current = value;
  const set = (next: readonly Uploaded[]) => {
    now.current = next;
    onChange?.(next);
  };
  const upload = async (file: File) => {
    const named = `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`;
    const headers = { 'content-type': file.type || 'application/octet-stream', 'content-disposition': named };
    try {
      const stored = await call<{ id: string }>('POST', '/attachments', { body: file, headers });
      set([...now.current, { id: stored.id, name: file.name }]);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      void message.error(`${t('uploadFailed')}：${file.name} · ${problem(error.code)}`);
    }
  };
  return (
    <Upload
      multiple
      fileList={value.map(({ id: uid, name }) => ({ uid, name, status: 'done' as const }))}
      onRemove={({ uid }) => set(value.filter((one) => one.id !== uid))}
      customRequest={({ file, onSuccess }) => void upload(file as File).then(() => onSuccess?.({}))}
      beforeUpload={() => true}
    >
      <Button id={id} icon={<UploadOutlined />}>
        {t('upload')}
      </Button>
    </Upload>
  );
}
