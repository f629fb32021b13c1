import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, Checkbox, Form, Input, Select, Table, Tabs, Tag } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { call, Refusal } from '../api/client.ts';
import { useDepartmentName } from '../api/names.ts';
import { useAccounts, useDepartments } from '../api/ticket-queries.ts';
import type { AccountView, DepartmentView } from '../api/views.ts';
import { fieldFaults } from '../commands/field-faults.ts';
import { DepartmentsField } from '../commands/choice-fields.tsx';
import { PageHead } from '../look/PageHead.tsx';
import { roleWords } from '../words/ticket-words.ts';
import { useWords } from '../words/use-words.ts';

/** Who works here, and in which departments. */
export function Page() {
  const { t } = useWords();
  const go = useNavigate();
  const { part = 'users' } = useParams();
  return (
    <div className="page stack">
      <PageHead title={t('administration')} />
      <Tabs
        activeKey={part}
        onChange={(key) => void go(`/administration/${key}`)}
        items={[
          { key: 'users', label: t('users'), children: <Users /> },
          { key: 'departments', label: t('departments'), children: <Departments /> },
        ]}
      />
    </div>
  );
}

function Users() {
  const { t, of } = useWords();
  const accounts = useAccounts(true);
  const departmentName = useDepartmentName();
  return (
    <div className="stack">
      <Create title={t('newUser')} path="/users" refresh="users">
        <Form.Item name="username" label={t('username')} rules={[{ required: true, message: t('required') }]}>
          <Input autoComplete="off" maxLength={40} />
        </Form.Item>
        <Form.Item name="name" label={t('name')} rules={[{ required: true, message: t('required') }]}>
          <Input autoComplete="off" maxLength={200} />
        </Form.Item>
        <Form.Item name="password" label={t('password')} rules={[{ required: true, message: t('required') }]}>
          <Input.Password autoComplete="new-password" maxLength={1_000} />
        </Form.Item>
        <Form.Item name="roles" label={t('roles')} initialValue={[]}>
          <Select mode="multiple" options={Object.keys(roleWords).map((value) => ({ value, label: of(roleWords, value) }))} />
        </Form.Item>
        <Form.Item name="departments" label={t('departments')} initialValue={[]}>
          <DepartmentsField several />
        </Form.Item>
      </Create>
      <Table<AccountView>
        size="small"
        rowKey="id"
        dataSource={[...accounts]}
        pagination={{ pageSize: 50, hideOnSinglePage: true }}
        columns={[
          { title: t('username'), dataIndex: 'username' },
          { title: t('name'), dataIndex: 'name' },
          {
            title: t('roles'),
            render: (_, { roles, unrestricted }) =>
              unrestricted ? t('all') : roles.map((role) => <Tag key={role}>{of(roleWords, role)}</Tag>),
          },
          {
            title: t('departments'),
            render: (_, { departments, unrestricted }) => (unrestricted ? t('all') : departments.map(departmentName).join('、')),
          },
        ]}
      />
    </div>
  );
}

function Departments() {
  const { t } = useWords();
  const departments = useDepartments();
  return (
    <div className="stack">
      <Create title={t('newDepartment')} path="/departments" refresh="departments">
        <Form.Item name="code" label={t('code')} rules={[{ required: true, message: t('required') }]}>
          <Input autoComplete="off" maxLength={40} />
        </Form.Item>
        <Form.Item name="name" label={t('name')} rules={[{ required: true, message: t('required') }]}>
          <Input autoComplete="off" maxLength={200} />
        </Form.Item>
        <Form.Item name="external" valuePropName="checked" label=" " colon={false}>
          <Checkbox>{t('external')}</Checkbox>
        </Form.Item>
      </Create>
      <Table<DepartmentView>
        size="small"
        rowKey="code"
        dataSource={[...departments]}
        pagination={{ pageSize: 50, hideOnSinglePage: true }}
        columns={[
          { title: t('code'), dataIndex: 'code' },
          { title: t('name'), dataIndex: 'name' },
          { title: t('external'), render: (_, { external }) => external && <Tag>{t('external')}</Tag> },
        ]}
      />
    </div>
  );
}

interface CreateProps {
  readonly title: string;
  readonly path: string;
  readonly refresh: string;
  readonly children: React.ReactNode;
}

/** A form for something new; what is wrong is said at its field. */
function Create({ title, path, refresh, children }: CreateProps) {
  const words = useWords();
  const client = useQueryClient();
  const [form] = Form.useForm<Record<string, unknown>>();
  const [refused, setRefused] = useState<string>();
  const create = async (body: Record<string, unknown>) => {
    setRefused(undefined);
    try {
      await call('POST', path, { body, headers: { 'idempotency-key': crypto.randomUUID() } });
      form.resetFields();
      await client.invalidateQueries({ queryKey: [refresh] });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      form.setFields(fieldFaults(error, words));
      setRefused(error.code);
    }
  };
  return (
    <Card size="small" title={title}>
      <Form form={form} layout="vertical" size="middle" className="fields" onFinish={(values) => void create(values)}>
        {children}
        <Form.Item label=" " colon={false}>
          <Button type="primary" htmlType="submit">
            {title}
          </Button>
        </Form.Item>
      </Form>
      {refused && <Alert type="error" showIcon role="alert" title={words.problem(refused)} />}
    </Card>
  );
}
