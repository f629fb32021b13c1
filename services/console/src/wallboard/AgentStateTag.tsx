import { Tag } from 'antd';
import { useTelephonyRule } from '../api/telephony.ts';
import { agentStateWords } from '../words/telephony-words.ts';
import { useWords } from '../words/use-words.ts';
import type { AgentView } from './wallboard-views.ts';

const colours: Readonly<Record<string, string>> = { ready: 'green', break: 'gold', 'after-call-work': 'blue', off: 'default' };

export function AgentStateTag({ state, reason }: Pick<AgentView, 'state' | 'reason'>) {
  const { of } = useWords();
  const { breakName } = useTelephonyRule();
  return (
    <Tag color={colours[state] ?? 'default'}>
      {of(agentStateWords, state)}
      {reason !== null && ` · ${breakName(reason)}`}
    </Tag>
  );
}
