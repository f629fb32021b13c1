import { Table, Tag } from 'antd';
import { useDepartments } from '../api/ticket-queries.ts';
import type { DepartmentView } from '../api/views.ts';
import { ActionButton } from '../commands/ActionButton.tsx';
import { useWords } from '../words/use-words.ts';

const refresh = ['departments'];

/** Departments, outside units among them; one that has ended gets nothing new. */
export function Departments() {
  const { t } = useWords();
  const departments = useDepartments();
  return (
    <div className="stack">
      <span>
        <ActionButton type="primary" operation="/departments" title={t('newDepartment')} refresh={refresh} />
      </span>
      <Table<DepartmentView>
        size="small"
        rowKey="code"
        dataSource={[...departments]}
        pagination={{ pageSize: 50, hideOnSinglePage: true }}
        columns={[
          { title: t('code'), dataIndex: 'code' },
          { title: t('name'), dataIndex: 'name' },
          { title: t('site'), dataIndex: 'site' },
          {
            title: t('status'),
            render: (_, { external, deactivated }) => (
              <>
                {external && <Tag>{t('external')}</Tag>}
                {deactivated && <Tag color="red">{t('locked')}</Tag>}
              </>
            ),
          },
          { title: t('actions'), render: (_, department) => <DepartmentActions department={department} /> },
        ]}
      />
    </div>
  );
}

function DepartmentActions({ department: { code, name, site, external, deactivated } }: { readonly department: DepartmentView }) {
  const { t } = useWords();
  const act = { id: code, refresh };
  return (
    <span className="row-end">
      <ActionButton operation="/departments/{id}/change" title={t('change')} initial={{ name, site, external }} {...act} />
      {deactivated ? (
        <ActionButton operation="/departments/{id}/reactivate" title={t('unlock')} {...act} />
      ) : (
        <ActionButton operation="/departments/{id}/deactivate" title={t('lock')} {...act} />
      )}
    </span>
  );
}
