import { Tag, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useDepartmentName, usePeople } from '../api/names.ts';
import { usePages } from '../api/pages.ts';
import { ActionButton } from '../commands/ActionButton.tsx';
import { PagedTable } from '../look/PagedTable.tsx';
import { ToldOnce } from '../look/ToldOnce.tsx';
import { Instant } from '../look/times.tsx';
import { roleWords } from '../words/ticket-words.ts';
import { useWords } from '../words/use-words.ts';

interface TokenView {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly departments: readonly string[];
  readonly scopes: readonly string[];
  readonly expiresAt?: string;
  readonly issuedBy: string;
  readonly issuedAt: string;
  readonly revoked: boolean;
}

const refresh = ['tokens'];

/** Programs that may call the API. A token is told once, when it is issued, and to nobody again. */
export function Tokens() {
  const { t, of } = useWords();
  const departmentName = useDepartmentName();
  const list = usePages<TokenView>(refresh, '/tokens', {});
  const nameOf = usePeople(list.items.map(({ issuedBy }) => issuedBy));
  const [issued, setIssued] = useState<string>();
  const columns: TableColumnsType<TokenView> = [
    { title: t('name'), dataIndex: 'name' },
    { title: t('roles'), render: (_, { roles }) => roles.map((role) => <Tag key={role}>{of(roleWords, role)}</Tag>) },
    {
      title: t('departments'),
      render: (_, { departments }) =>
        departments.map((code) => (code === '*' ? t('all') : departmentName(code))).join(t('comma')),
    },
    { title: t('scopes'), render: (_, { scopes }) => scopes.map((scope) => <Tag key={scope}>{scope}</Tag>) },
    { title: t('expiresAt'), render: (_, { expiresAt }) => <Instant at={expiresAt} /> },
    {
      title: t('by'),
      render: (_, { issuedBy, issuedAt }) => (
        <>
          {nameOf(issuedBy)} <Instant at={issuedAt} />
        </>
      ),
    },
    {
      title: t('actions'),
      render: (_, { id, revoked }) =>
        revoked ? (
          <Tag color="red">{t('revoked')}</Tag>
        ) : (
          <ActionButton operation="/tokens/{id}/revoke" id={id} title={t('revoke')} refresh={refresh} />
        ),
    },
  ];
  return (
    <div className="stack">
      <span>
        <ActionButton
          type="primary"
          operation="/tokens"
          title={t('newToken')}
          refresh={refresh}
          onDone={({ token }) => setIssued(typeof token === 'string' ? token : undefined)}
        />
      </span>
      <ToldOnce title={t('tokenOnce')} text={issued} onSeen={() => setIssued(undefined)} />
      <PagedTable list={list} columns={columns} rowKey="id" empty={t('noTokens')} />
    </div>
  );
}
