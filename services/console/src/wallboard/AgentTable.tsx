import { Table, type TableColumnsType } from 'antd';
import { useDepartmentName, usePeople } from '../api/names.ts';
import { useTelephonyRule } from '../api/telephony.ts';
import { callStandingWords, telephonyWords } from '../words/telephony-words.ts';
import { useWords } from '../words/use-words.ts';
import { AgentStateTag } from './AgentStateTag.tsx';
import { Elapsed } from './Elapsed.tsx';
import type { AgentView } from './wallboard-views.ts';

/** Agents whose states one may see, and the calls that they are on. */
export function AgentTable({ agents }: { readonly agents: readonly AgentView[] }) {
  const { of, say } = useWords();
  const nameOf = usePeople(agents.map(({ agent }) => agent));
  const departmentName = useDepartmentName();
  const { queueName } = useTelephonyRule();
  const label = (word: keyof typeof telephonyWords) => say(telephonyWords, word);
  const columns: TableColumnsType<AgentView> = [
    { title: label('agent'), render: (_, { agent }) => nameOf(agent) },
    { title: label('team'), render: (_, { team }) => departmentName(team ?? undefined) },
    { title: label('state'), render: (_, one) => <AgentStateTag {...one} /> },
    { title: label('since'), align: 'end', render: (_, { since }) => <Elapsed since={since} /> },
    {
      title: label('call'),
      render: (_, { call }) =>
        call && (
          <span>
            {of(callStandingWords, call.standing)}
            {call.queue !== undefined && ` · ${queueName(call.queue)}`} <Elapsed since={call.since} />
          </span>
        ),
    },
  ];
  return (
    <Table<AgentView>
      size="small"
      rowKey="agent"
      columns={columns}
      dataSource={[...agents]}
      rowClassName="still"
      pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
      scroll={{ x: 'max-content' }}
      locale={{ emptyText: <span className="empty">{label('nobody')}</span> }}
    />
  );
}
