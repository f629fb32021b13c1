import { Drawer } from 'antd';
import { Link } from 'react-router';
import { usePages } from '../api/pages.ts';
import { PagedList } from '../look/PagedTable.tsx';
import { Instant } from '../look/times.tsx';
import { statusWords } from '../words/ticket-words.ts';
import { useWords } from '../words/use-words.ts';

interface Behind {
  readonly id: string;
  readonly number: string;
  readonly registeredAt: string;
  readonly status: string;
}

/** The tickets that a number counted, asked by the very condition that counted it. @param address of the API; undefined: closed */
export function TicketsBehind({ address, onClose }: { readonly address: string | undefined; readonly onClose: () => void }) {
  const { t, of } = useWords();
  const [path = '', search = ''] = (address ?? '').replace('/api/v1', '').split('?');
  const parameters = Object.fromEntries(new URLSearchParams(search));
  const list = usePages<Behind>(['digest', 'behind'], path, parameters, address !== undefined);
  return (
    <Drawer open={address !== undefined} onClose={onClose} title={t('ticketsBehind')} size={520} destroyOnHidden>
      <PagedList list={list} empty={t('nothingHere')}>
        <ul className="lines">
          {list.items.map(({ id, number, registeredAt, status }) => (
            <li key={id} className="row-end">
              <Link to={`/tickets/${id}`} className="figure">
                {number}
              </Link>
              <span className="grow" />
              <span className="quiet">{of(statusWords, status)}</span>
              <Instant at={registeredAt} />
            </li>
          ))}
        </ul>
      </PagedList>
    </Drawer>
  );
}
