import { DownOutlined } from '@ant-design/icons';
import { Button, Drawer, Dropdown, Grid, Popover, Typography } from 'antd';
import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { call } from '../api/client.ts';
import { usePossibleCommands } from '../api/command-forms.ts';
import type { AcceptedView, CommandPossible, TicketView } from '../api/views.ts';
import { useKeys } from '../keys/use-keys.ts';
import { commandWords } from '../words/command-words.ts';
import { useWords } from '../words/use-words.ts';
import { CommandForm, type Sending } from './CommandForm.tsx';

/** What moves a ticket on, first; the rest is under "more". */
const important = [
  'acknowledge-urgent', 'record-decision', 'hand-down-decision', 'explain-decision', 'answer', 'route', 'accept', 'submit-result', 'report', 'approve-result', 'send-back-result',
  'accept-result', 'reject-result', 'reply', 'record-survey', 'close', 'grant-return', 'grant-extension', 'endorse-extension', 'acknowledge-urge', 'receive-information', 'resume',
  'assign-handler', 'record-progress', 'urge', 'add-message',
]; // prettier-ignore
/** In an urgent event these come before everything else. */
const ofUrgency = [
  'acknowledge-urgent',
  'record-measure',
  'record-decision',
  'hand-down-decision',
  'explain-decision',
  'route',
  'accept',
];
const shownAtOnce = 5;

interface CommandBarProps {
  readonly ticket: TicketView;
  readonly onWriting: (isWriting: boolean) => void;
}

/** The commands that are possible now, as the server's own rules say, and why the others are not. */
export function CommandBar({ ticket, onWriting }: CommandBarProps) {
  const { t, of } = useWords();
  const client = useQueryClient();
  const isWide = Grid.useBreakpoint().md ?? true;
  const { data = [], isPending } = usePossibleCommands(ticket.id);
  const [chosen, setChosen] = useState<string>();
  const [isMenuOpen, setIsMenuOpen] = useState(false);
  const possible = inOrder(
    data.filter((one) => one.possible),
    ticket.level === 'urgent' ? ofUrgency : [],
  );
  const others = data.filter((one) => !one.possible);
  const [first, rest] = [possible.slice(0, isWide ? shownAtOnce : 2), possible.slice(isWide ? shownAtOnce : 2)];
  const choose = (command: string | undefined) => {
    setChosen(command);
    onWriting(command !== undefined);
  };
  useKeys({ a: () => setIsMenuOpen(true) });
  const send = async ({ body, key, version }: Sending) => {
    const headers = { 'idempotency-key': key, 'if-match': `"${version}"` };
    await call<AcceptedView>('POST', `/tickets/${ticket.id}/${String(chosen)}`, { body, headers });
    await client.invalidateQueries({ queryKey: ['ticket', ticket.id] });
    void client.invalidateQueries({ queryKey: ['tickets'] });
  };
  return (
    <div className="row-end" role="toolbar" aria-label={t('actions')}>
      {first.map(({ command }, place) => (
        <Button key={command} size="middle" type={place === 0 ? 'primary' : 'default'} onClick={() => choose(command)}>
          {of(commandWords, command)}
        </Button>
      ))}
      {rest.length > 0 && (
        <Dropdown
          open={isMenuOpen}
          onOpenChange={setIsMenuOpen}
          trigger={['click']}
          menu={{
            items: rest.map(({ command }) => ({ key: command, label: of(commandWords, command) })),
            onClick: ({ key }) => choose(key),
            style: { maxHeight: 420, overflow: 'auto' },
          }}
        >
          <Button size="middle" icon={<DownOutlined />} iconPlacement="end">
            {t('more')}
          </Button>
        </Dropdown>
      )}
      {!isPending && possible.length === 0 && <span className="quiet">{t('noActions')}</span>}
      {others.length > 0 && <NotNow commands={others} />}
      <Drawer
        open={chosen !== undefined}
        onClose={() => choose(undefined)}
        title={chosen && of(commandWords, chosen)}
        size={isWide ? 520 : '100%'}
        destroyOnHidden
        mask={false}
      >
        {chosen && (
          <CommandForm
            key={chosen}
            command={chosen}
            ticket={ticket}
            draftKey={ticket.id}
            send={send}
            onDone={() => choose(undefined)}
          />
        )}
      </Drawer>
    </div>
  );
}

/** What one's role could do at another time, with the rule that stands against it now. */
function NotNow({ commands }: { readonly commands: readonly CommandPossible[] }) {
  const { t, of, problem } = useWords();
  const list = (
    <table style={{ maxWidth: 440 }}>
      <tbody>
        {commands.map(({ command, code = '' }) => (
          <tr key={command}>
            <th scope="row" style={{ textAlign: 'start', paddingInlineEnd: 12, fontWeight: 500, whiteSpace: 'nowrap' }}>
              {of(commandWords, command)}
            </th>
            <td>
              <Typography.Text type="secondary">{problem(code)}</Typography.Text>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
  return (
    <Popover trigger="click" placement="bottomLeft" content={<div style={{ maxHeight: 360, overflow: 'auto' }}>{list}</div>}>
      <Button type="text" size="middle">
        {t('otherActions')} {commands.length}
      </Button>
    </Popover>
  );
}

function inOrder(commands: readonly CommandPossible[], before: readonly string[]): readonly CommandPossible[] {
  const order = [...before, ...important];
  const rank = ({ command }: CommandPossible) => (order.includes(command) ? order.indexOf(command) : order.length);
  return commands.toSorted((a, b) => rank(a) - rank(b));
}
