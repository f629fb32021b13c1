import { Button, Checkbox, Form, Input, InputNumber, Select, Space } from 'antd';
import { call } from '../api/client.ts';
import { useAct } from '../api/use-act.ts';
import { holdsOneOf, useUser } from '../session/session.tsx';
import { rosterWords, staffingDayWords } from '../words/roster-words.ts';
import { useWords } from '../words/use-words.ts';
import type { ShiftBookView } from './roster-views.ts';

type Written = Pick<ShiftBookView, 'shifts' | 'staffing' | 'minimumRestHours' | 'comprehensiveHours'>;

const wallTime = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Breaks beyond the first are kept as they are: most shifts have one. */
export function ShiftBookForm({
  id,
  book,
  onDone,
}: {
  readonly id: string;
  readonly book: ShiftBookView;
  readonly onDone: () => void;
}) {
  const { say, of, t } = useWords();
  const user = useUser();
  const save = useAct(
    async (written: Written) => {
      const shifts = written.shifts.map(({ breaks = [], ...shift }) => ({
        ...shift,
        breaks: breaks.filter((one) => one?.from && one.to),
      }));
      await call('POST', `/shift-books/${id}/set`, { body: { ...written, shifts } });
      onDone();
    },
    ['rosters'],
  );
  const required = { required: true, message: t('required') };
  const time = (name: (string | number)[], label: string, isRequired = true) => (
    <Form.Item
      name={name}
      label={label}
      rules={[...(isRequired ? [required] : []), { pattern: wallTime, message: say(rosterWords, 'asTime') }]}
    >
      <Input placeholder="08:00" style={{ width: 80 }} />
    </Form.Item>
  );
  return (
    <Form layout="vertical" size="small" initialValues={book} onFinish={(written: Written) => save.mutate(written)}>
      <Form.List name="shifts">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <Space key={key} align="baseline" wrap>
                <Form.Item
                  name={[name, 'code']}
                  label={say(rosterWords, 'shiftCode')}
                  rules={[required, { pattern: /^[a-z][a-z0-9-]{0,39}$/, message: say(rosterWords, 'asCode') }]}
                >
                  <Input style={{ width: 100 }} />
                </Form.Item>
                <Form.Item name={[name, 'name']} label={say(rosterWords, 'shiftName')} rules={[required]}>
                  <Input style={{ width: 120 }} maxLength={200} />
                </Form.Item>
                {time([name, 'start'], say(rosterWords, 'start'))}
                {time([name, 'end'], say(rosterWords, 'end'))}
                {time([name, 'breaks', 0, 'from'], say(rosterWords, 'breakFrom'), false)}
                {time([name, 'breaks', 0, 'to'], say(rosterWords, 'breakTo'), false)}
                <Button onClick={() => remove(name)}>×</Button>
              </Space>
            ))}
            <div>
              <Button onClick={() => add({ breaks: [] })}>{say(rosterWords, 'addShift')}</Button>
            </div>
          </>
        )}
      </Form.List>
      <h4>{say(rosterWords, 'staffing')}</h4>
      <Form.List name="staffing">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <Space key={key} align="baseline" wrap>
                <Form.Item name={[name, 'days']} rules={[required]}>
                  <Select
                    style={{ width: 160 }}
                    aria-label={say(rosterWords, 'onWhichDays')}
                    options={Object.keys(staffingDayWords).map((value) => ({ value, label: of(staffingDayWords, value) }))}
                  />
                </Form.Item>
                {time([name, 'from'], say(rosterWords, 'start'))}
                {time([name, 'to'], say(rosterWords, 'end'))}
                <Form.Item name={[name, 'least']} label={say(rosterWords, 'least')} rules={[required]}>
                  <InputNumber min={1} max={300} precision={0} />
                </Form.Item>
                <Button onClick={() => remove(name)}>×</Button>
              </Space>
            ))}
            <div>
              <Button onClick={() => add({ days: 'every-day' })}>{say(rosterWords, 'addStaffing')}</Button>
            </div>
          </>
        )}
      </Form.List>
      <Form.Item name="minimumRestHours" label={say(rosterWords, 'minimumRest')}>
        <InputNumber min={0} max={24} precision={0} />
      </Form.Item>
      <Form.Item name="comprehensiveHours" valuePropName="checked">
        <Checkbox disabled={!holdsOneOf(user, 'administrator')}>{say(rosterWords, 'comprehensive')}</Checkbox>
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {say(rosterWords, 'save')}
      </Button>
    </Form>
  );
}
