import { useQuery } from '@tanstack/react-query';
import { Button, Card, Descriptions, Table, Tag, Typography } from 'antd';
import { call } from '../api/client.ts';
import { useDepartmentName } from '../api/names.ts';
import { useAct } from '../api/use-act.ts';
import type { Page as ApiPage } from '../api/views.ts';
import { Instant } from '../look/times.tsx';
import { roleWords } from '../words/ticket-words.ts';
import { useWords } from '../words/use-words.ts';
import { Substitutions } from '../substitutes/Substitutions.tsx';
import { SecondFactorCard } from './SecondFactorCard.tsx';
import { useUser } from './session.tsx';

interface SessionView {
  readonly id: string;
  readonly startedAt: string;
  readonly expiresAt: string;
  readonly current: boolean;
  readonly way?: 'oidc';
}

/** Who one is here, and where else one is signed in. */
export function Page() {
  const { t, of } = useWords();
  const user = useUser();
  const departmentName = useDepartmentName();
  const { data } = useQuery({ queryKey: ['sessions'], queryFn: () => call<ApiPage<SessionView>>('GET', '/sessions') });
  const end = useAct((id: string) => call('DELETE', `/sessions/${id}`), ['sessions']);
  return (
    <div className="page stack">
      <Typography.Title level={1} style={{ fontSize: 18, margin: 0 }}>
        {t('account')}
      </Typography.Title>
      <Card size="small">
        <Descriptions
          column={1}
          size="small"
          items={[
            { key: 'name', label: t('name'), children: user.name },
            { key: 'username', label: t('username'), children: user.username },
            { key: 'roles', label: t('roles'), children: user.roles.map((role) => <Tag key={role}>{of(roleWords, role)}</Tag>) },
            {
              key: 'departments',
              label: t('departments'),
              children: user.departments.map((code) => (code === '*' ? t('all') : departmentName(code))).join(t('comma')),
            },
          ]}
        />
      </Card>
      <Card size="small" title={t('substitutes')}>
        <Substitutions />
      </Card>
      <SecondFactorCard />
      <Table<SessionView>
        size="small"
        rowKey="id"
        pagination={false}
        dataSource={[...(data?.items ?? [])]}
        title={() => t('sessions')}
        columns={[
          { title: t('startedAt'), render: (_, { startedAt }) => <Instant at={startedAt} /> },
          { title: t('expiresAt'), render: (_, { expiresAt }) => <Instant at={expiresAt} /> },
          { title: t('signedInBy'), render: (_, { way }) => t(way === 'oidc' ? 'oneSignOn' : 'password') },
          {
            title: t('actions'),
            render: (_, { id, current }) =>
              current ? (
                <Tag color="green">{t('thisSession')}</Tag>
              ) : (
                <Button onClick={() => end.mutate(id)}>{t('endSession')}</Button>
              ),
          },
        ]}
      />
    </div>
  );
}
