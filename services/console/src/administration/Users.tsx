import { Table, Tag } from 'antd';
import { useDepartmentName } from '../api/names.ts';
import { useAccounts } from '../api/ticket-queries.ts';
import type { AccountView } from '../api/views.ts';
import { ActionButton } from '../commands/ActionButton.tsx';
import { Identities } from './Identities.tsx';
import { roleWords } from '../words/ticket-words.ts';
import { useWords } from '../words/use-words.ts';

const refresh = ['users'];

/** Accounts: made, changed and locked, each change with its reason on record. */
export function Users() {
  const { t, of } = useWords();
  const accounts = useAccounts(true);
  const departmentName = useDepartmentName();
  return (
    <div className="stack">
      <span>
        <ActionButton type="primary" operation="/users" title={t('newUser')} refresh={refresh} />
      </span>
      <Table<AccountView>
        size="small"
        rowKey="id"
        dataSource={[...accounts]}
        pagination={{ pageSize: 50, hideOnSinglePage: true }}
        scroll={{ x: 'max-content' }}
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
            render: (_, { departments, unrestricted }) =>
              unrestricted ? t('all') : departments.map(departmentName).join(t('comma')),
          },
          { title: t('status'), render: (_, { deactivated }) => deactivated && <Tag color="red">{t('locked')}</Tag> },
          { title: t('actions'), render: (_, account) => <UserActions account={account} /> },
        ]}
      />
    </div>
  );
}

function UserActions({
  account: { username, name, roles, departments, deactivated = false },
}: {
  readonly account: AccountView;
}) {
  const { t } = useWords();
  const act = { id: username, refresh };
  return (
    <span className="row-end">
      <ActionButton operation="/users/{id}/change" title={t('change')} initial={{ name, roles, departments }} {...act} />
      <Identities username={username} />
      <ActionButton operation="/users/{id}/reset-password" title={t('resetPassword')} {...act} />
      {deactivated ? (
        <ActionButton operation="/users/{id}/reactivate" title={t('unlock')} {...act} />
      ) : (
        <ActionButton operation="/users/{id}/deactivate" title={t('lock')} {...act} />
      )}
    </span>
  );
}
