import { Button, Card, Form, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { call } from '../api/client.ts';
import { usePeople } from '../api/names.ts';
import { useAct } from '../api/use-act.ts';
import { useUser } from '../session/session.tsx';
import { fieldWords } from '../words/command-words.ts';
import { rosterWords } from '../words/roster-words.ts';
import { useWords } from '../words/use-words.ts';
import type { RosterView } from './roster-views.ts';
import { shiftNames } from './shift-names.ts';

interface Asked {
  readonly date: string;
  readonly with?: string;
  readonly withDate?: string;
  readonly shifts?: readonly string[];
  readonly reason: string;
}

/** For whoever is on the roster: a swap with a colleague, or another shift. */
export function AskForChange({ roster: { id, people, shifts, days } }: { readonly roster: RosterView }) {
  const { say, t, of } = useWords();
  const user = useUser();
  const [form] = Form.useForm<Asked>();
  const nameOf = usePeople(people.map(({ account }) => account));
  const other = Form.useWatch('with', form) as string | undefined;
  const ask = useAct(
    async ({ shifts: instead = [], with: colleague, ...asked }: Asked) => {
      const body = colleague === undefined ? { ...asked, shifts: instead } : { ...asked, with: colleague };
      await call('POST', `/rosters/${id}/${colleague === undefined ? 'request-change' : 'request-swap'}`, { body });
      form.resetFields();
    },
    ['rosters'],
  );
  const today = dayjs().format('YYYY-MM-DD');
  const daysOf = (account: string | undefined) => {
    const own = people.find((one) => one.account === account)?.days ?? {};
    const open = days.filter(({ date, published }) => published && date >= today && own[date] !== undefined);
    const dayOff = say(rosterWords, 'dayOffLong');
    return open.map(({ date }) => ({ value: date, label: `${date} ${shiftNames(own[date] ?? [], shifts, dayOff)}` }));
  };
  const own = daysOf(user.id);
  if (own.length === 0) return null;
  const required = [{ required: true, message: t('required') }];
  const others = people.filter(({ account }) => account !== user.id);
  return (
    <Card size="small" title={say(rosterWords, 'askForChange')}>
      <Form form={form} layout="vertical" size="small" onFinish={(asked) => ask.mutate(asked)}>
        <Form.Item name="date" label={say(rosterWords, 'myDay')} rules={required}>
          <Select options={own} />
        </Form.Item>
        <Form.Item name="with" label={say(rosterWords, 'withWhom')}>
          <Select allowClear options={others.map(({ account }) => ({ value: account, label: nameOf(account) }))} />
        </Form.Item>
        {other === undefined ? (
          <Form.Item name="shifts" label={say(rosterWords, 'instead')}>
            <Select
              mode="multiple"
              placeholder={say(rosterWords, 'dayOffLong')}
              options={shifts.map(({ code, name }) => ({ value: code, label: name }))}
            />
          </Form.Item>
        ) : (
          <Form.Item name="withDate" label={say(rosterWords, 'theirDay')}>
            <Select allowClear options={daysOf(other)} />
          </Form.Item>
        )}
        <Form.Item name="reason" label={of(fieldWords, 'reason')} rules={required}>
          <Input maxLength={2_000} />
        </Form.Item>
        <Button htmlType="submit" loading={ask.isPending}>
          {say(rosterWords, 'askForChange')}
        </Button>
      </Form>
    </Card>
  );
}
