import { useQuery } from '@tanstack/react-query';
import { Button, Dropdown, type MenuProps } from 'antd';
import { call } from '../api/client.ts';
import { useTelephonyRule } from '../api/telephony.ts';
import { useAct } from '../api/use-act.ts';
import type { Page } from '../api/views.ts';
import { holdsOneOf, useUser } from '../session/session.tsx';
import { agentStateWords, telephonyWords } from '../words/telephony-words.ts';
import { useWords } from '../words/use-words.ts';
import { AgentStateTag } from './AgentStateTag.tsx';
import { Elapsed } from './Elapsed.tsx';
import type { AgentView } from './wallboard-views.ts';

interface Told {
  readonly state: string;
  readonly reason?: string;
}

/** In the head of the console: what one does, for whoever takes calls. In another's name nobody does. */
export function AgentStateSwitch() {
  const user = useUser();
  return holdsOneOf(user, 'agent') && user.onBehalfOf === undefined ? <OwnState /> : null;
}

function OwnState() {
  const { of, say } = useWords();
  const { breaks, breakName } = useTelephonyRule();
  const { data } = useQuery({
    queryKey: ['agent-states', 'mine'],
    queryFn: ({ signal }) => call<Page<AgentView>>('GET', '/agent-states?mine=true', { signal }),
    refetchInterval: 30_000,
  });
  const tell = useAct((told: Told) => call('POST', '/agent-states', { body: told }), ['agent-states', 'wallboard']);
  const now = data?.items[0];
  const item = (state: string) => ({ key: state, label: of(agentStateWords, state), onClick: () => tell.mutate({ state }) });
  const items: MenuProps['items'] = [
    item('ready'),
    {
      key: 'break',
      label: of(agentStateWords, 'break'),
      children: breaks.map((reason) => ({
        key: reason,
        label: breakName(reason),
        onClick: () => tell.mutate({ state: 'break', reason }),
      })),
    },
    item('after-call-work'),
    item('off'),
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button type="text" aria-haspopup="menu" title={say(telephonyWords, 'mine')} loading={tell.isPending}>
        {now === undefined ? (
          <span className="quiet">{say(telephonyWords, 'unknown')}</span>
        ) : (
          <>
            <AgentStateTag {...now} />
            {now.state !== 'off' && <Elapsed since={now.since} />}
          </>
        )}
      </Button>
    </Dropdown>
  );
}
