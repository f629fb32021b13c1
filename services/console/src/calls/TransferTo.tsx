import { useQuery } from '@tanstack/react-query';
import { Button, Dropdown, type MenuProps } from 'antd';
import { useState } from 'react';
import { useMatch } from 'react-router';
import { call } from '../api/client.ts';
import { useDepartmentName, usePeople } from '../api/names.ts';
import { useAct } from '../api/use-act.ts';
import type { Page } from '../api/views.ts';
import { callWords } from '../words/call-words.ts';
import { useWords } from '../words/use-words.ts';
import { ownCalls } from './own-calls.ts';

interface Target {
  readonly agent: string;
  readonly team: string | null;
}

/** Who could take the call now. The ticket that one looks at goes along: it is what opens there first. */
export function TransferTo({ id }: { readonly id: string }) {
  const { say } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const ticket = useMatch('/tickets/:id')?.params.id;
  const departmentName = useDepartmentName();
  const { data, isPending } = useQuery({
    queryKey: ['transfer-targets', id],
    queryFn: ({ signal }) => call<Page<Target>>('GET', `/calls/${id}/transfer-targets`, { signal }),
    enabled: isOpen,
    refetchInterval: 5_000,
  });
  const targets = data?.items ?? [];
  const nameOf = usePeople(targets.map(({ agent }) => agent));
  const offer = useAct(
    (to: string) => call('POST', `/calls/${id}/offer-transfer`, { body: { to, ...(ticket === undefined ? {} : { ticket }) } }),
    [ownCalls],
  );
  const nobody: MenuProps['items'] = [{ key: 'nobody', disabled: true, label: isPending ? '…' : say(callWords, 'nobodyFree') }];
  const items: MenuProps['items'] = targets.map(({ agent, team }) => ({
    key: agent,
    label: `${nameOf(agent)}${team === null ? '' : ` · ${departmentName(team)}`}`,
    onClick: () => offer.mutate(agent),
  }));
  return (
    <Dropdown menu={{ items: items.length === 0 ? nobody : items }} trigger={['click']} open={isOpen} onOpenChange={setIsOpen}>
      <Button size="small" aria-haspopup="menu" loading={offer.isPending}>
        {say(callWords, 'transfer')}
      </Button>
    </Dropdown>
  );
}
