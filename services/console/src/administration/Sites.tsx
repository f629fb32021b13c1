import { Table, Tag } from 'antd';
import { useSites } from '../api/ticket-queries.ts';
import type { SiteView } from '../api/views.ts';
import { ActionButton } from '../commands/ActionButton.tsx';
import { useWords } from '../words/use-words.ts';

const refresh = ['sites'];

/** Sites of this installation; nothing moves to one that is closed. */
export function Sites() {
  const { t } = useWords();
  const sites = useSites();
  return (
    <div className="stack">
      <span>
        <ActionButton type="primary" operation="/sites" title={t('newSite')} refresh={refresh} />
      </span>
      <Table<SiteView>
        size="small"
        rowKey="code"
        dataSource={[...sites]}
        pagination={false}
        columns={[
          { title: t('code'), dataIndex: 'code' },
          { title: t('name'), dataIndex: 'name' },
          { title: t('status'), render: (_, { open }) => !open && <Tag color="red">{t('closed')}</Tag> },
          {
            title: t('actions'),
            render: (_, { code, name, open }) => (
              <span className="row-end">
                <ActionButton operation="/sites/{id}/rename" id={code} title={t('rename')} initial={{ name }} refresh={refresh} />
                {open ? (
                  <ActionButton operation="/sites/{id}/close" id={code} title={t('closeSite')} refresh={refresh} />
                ) : (
                  <ActionButton operation="/sites/{id}/reopen" id={code} title={t('reopenSite')} refresh={refresh} />
                )}
              </span>
            ),
          },
        ]}
      />
    </div>
  );
}
