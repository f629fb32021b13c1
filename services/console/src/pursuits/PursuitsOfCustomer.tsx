import { Card } from 'antd';
import { Link } from 'react-router';
import { usePages } from '../api/pages.ts';
import { Found } from '../look/Found.tsx';
import { useInWords } from '../look/use-in-words.ts';
import { pursuitWords } from '../words/pursuit-words.ts';
import { useWords } from '../words/use-words.ts';
import { NextStep } from './NextStep.tsx';
import { OpenPursuit } from './OpenPursuit.tsx';
import { PursuitState } from './PursuitState.tsx';
import type { ListedPursuit, PursuitCollection } from './pursuit-views.ts';

interface OfCustomerProps {
  readonly collection: PursuitCollection;
  readonly customer: string;
}

/** What is followed up with a customer, or was, and a way to begin. */
export function PursuitsOfCustomer({ collection, customer }: OfCustomerProps) {
  const { t, say } = useWords();
  const inWords = useInWords();
  const list = usePages<ListedPursuit>([collection, 'of', customer], `/${collection}`, { customer });
  return (
    <Card
      size="small"
      title={t(collection === 'leads' ? 'leads' : 'atRisk')}
      extra={<OpenPursuit collection={collection} of={{ customer }} />}
    >
      <Found
        asked={{ error: list.error, isLoading: list.isPending }}
        nothing={list.items.length === 0 && say(pursuitWords, 'none')}
      >
        <ul className="lines">
          {list.items.map((pursuit) => (
            <li key={pursuit.id} className="row-end">
              <Link to={`/${collection}/${pursuit.id}`}>{inWords(pursuit.title)}</Link>
              <PursuitState pursuit={pursuit} />
              <NextStep pursuit={pursuit} />
            </li>
          ))}
        </ul>
      </Found>
    </Card>
  );
}
