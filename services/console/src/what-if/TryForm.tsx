import { useQueries } from '@tanstack/react-query';
import { Button, DatePicker, Form, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { call } from '../api/client.ts';
import type { Page } from '../api/views.ts';
import type { ListedDocument } from '../rules/document-kinds.ts';
import { documentStateWords } from '../rules/document-state-words.ts';
import { whatIfWords } from '../words/what-if-words.ts';
import { useWords } from '../words/use-words.ts';

interface Version {
  readonly code: string;
  readonly version: number;
}

/** Body of `POST /reports/what-if`. */
export interface Tried {
  readonly from?: string;
  readonly to?: string;
  readonly policy?: Version;
  readonly calendar?: Version;
  readonly routingTable?: Version;
}

const documents = [
  ['policy', 'policies'],
  ['calendar', 'calendars'],
  ['routingTable', 'routing-tables'],
] as const;

interface Chosen {
  readonly policy?: string;
  readonly calendar?: string;
  readonly routingTable?: string;
  readonly days?: readonly [Dayjs, Dayjs] | null;
}

interface TryFormProps {
  readonly isBusy: boolean;
  readonly onTry: (tried: Tried) => Promise<void>;
}

/** Which versions are tried, drafts among them, and over which days. */
export function TryForm({ isBusy, onTry }: TryFormProps) {
  const { of, say } = useWords();
  const [form] = Form.useForm<Chosen>();
  const lists = useQueries({
    queries: documents.map(([, path]) => ({
      queryKey: ['documents', path],
      queryFn: () => call<Page<ListedDocument>>('GET', `/${path}`),
    })),
  });
  const versionsOf = (place: number) =>
    (lists[place]?.data?.items ?? []).map(({ code, versions }) => ({
      label: code,
      options: versions.toReversed().map(({ id, state, status }) => ({
        value: id,
        label: `${id} · ${of(documentStateWords, state ?? status)}`,
      })),
    }));
  const submit = ({ days, ...chosen }: Chosen) => {
    const named = documents.flatMap(([member]) =>
      chosen[member] === undefined ? [] : [[member, versionIn(chosen[member])] as const],
    );
    if (named.length === 0) {
      form.setFields([{ name: 'policy', errors: [say(whatIfWords, 'chooseOne')] }]);
      return;
    }
    const period = days
      ? { from: days[0].startOf('day').toISOString(), to: days[1].add(1, 'day').startOf('day').toISOString() }
      : {};
    void onTry({ ...period, ...Object.fromEntries(named) });
  };
  return (
    <Form<Chosen>
      form={form}
      layout="vertical"
      size="middle"
      className="tried"
      onValuesChange={() => form.setFields([{ name: 'policy', errors: [] }])}
      onFinish={submit}
      aria-label={say(whatIfWords, 'begin')}
    >
      {documents.map(([member], place) => (
        <Form.Item key={member} name={member} label={of(whatIfWords, member)}>
          <Select allowClear showSearch placeholder={say(whatIfWords, 'asItWas')} options={versionsOf(place)} />
        </Form.Item>
      ))}
      <Form.Item name="days" label={say(whatIfWords, 'period')}>
        <DatePicker.RangePicker style={{ width: '100%' }} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={isBusy}>
        {say(whatIfWords, 'begin')}
      </Button>
    </Form>
  );
}

/** `company.3`: the third draft of the document `company`. */
function versionIn(id: string): Version {
  const dot = id.lastIndexOf('.');
  return { code: id.slice(0, dot), version: Number(id.slice(dot + 1)) };
}
