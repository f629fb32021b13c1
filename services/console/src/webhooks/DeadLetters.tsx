import { Button, Tag, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { call } from '../api/client.ts';
import { usePages } from '../api/pages.ts';
import { useAct } from '../api/use-act.ts';
import { PagedTable } from '../look/PagedTable.tsx';
import { Instant } from '../look/times.tsx';
import { deliveryWords, webhookWords } from '../words/webhook-words.ts';
import { useWords } from '../words/use-words.ts';
import type { DeadLetterView } from './webhook-view.ts';

/** Events that the receiver refused to the end. They are sent again when somebody says so, and may come after later ones. */
export function DeadLetters({ webhook, mayGovern }: { readonly webhook: string; readonly mayGovern: boolean }) {
  const { of, say } = useWords();
  const list = usePages<DeadLetterView>(['webhooks', webhook, 'dead-letters'], `/webhooks/${webhook}/dead-letters`, {});
  const redeliver = useAct(
    (events: readonly string[] | undefined) =>
      call('POST', `/webhooks/${webhook}/redeliver`, { body: events === undefined ? {} : { events } }),
    ['webhooks'],
  );
  const columns: TableColumnsType<DeadLetterView> = [
    { title: say(webhookWords, 'givenUp'), render: (_, { at }) => <Instant at={at} seconds /> },
    { title: say(webhookWords, 'event'), render: (_, { type }) => <code>{type}</code> },
    {
      title: say(webhookWords, 'ticket'),
      render: (_, { ticket }) => <Link to={`/tickets/${ticket}`}>{ticket}</Link>,
    },
    {
      title: say(webhookWords, 'attempts'),
      align: 'end',
      render: (_, { attempts }) => <span className="figure">{attempts}</span>,
    },
    { title: say(webhookWords, 'why'), render: (_, { why }) => of(deliveryWords, why) },
    ...(mayGovern
      ? [
          {
            key: 'again',
            render: (_: unknown, { event, again }: DeadLetterView) =>
              again ? (
                <Tag color="blue">{say(webhookWords, 'again')}</Tag>
              ) : (
                <Button onClick={() => redeliver.mutate([event])}>{say(webhookWords, 'redeliver')}</Button>
              ),
          },
        ]
      : []),
  ];
  return (
    <div className="stack">
      {mayGovern && list.items.some(({ again }) => !again) && (
        <span>
          <Button type="primary" loading={redeliver.isPending} onClick={() => redeliver.mutate(undefined)}>
            {say(webhookWords, 'redeliverAll')}
          </Button>
        </span>
      )}
      <PagedTable list={list} columns={columns} rowKey="event" empty={say(webhookWords, 'noneDead')} />
    </div>
  );
}
