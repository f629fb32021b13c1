import { Link } from 'react-router';
import { useDepartmentName, usePeople } from '../api/names.ts';
import { Facts } from '../look/RecordPage.tsx';
import { Instant } from '../look/times.tsx';
import { seesCallers } from '../session/sees-callers.ts';
import { useUser } from '../session/session.tsx';
import { lossReasonWords, pursuitSourceWords, pursuitWords } from '../words/pursuit-words.ts';
import { useWords } from '../words/use-words.ts';
import type { PursuitView } from './pursuit-views.ts';

/** With whom, by whom, and of what it came; the customer's own page is for those who see callers. */
export function PursuitFacts({ pursuit }: { readonly pursuit: PursuitView }) {
  const { t, say, of } = useWords();
  const user = useUser();
  const departmentName = useDepartmentName();
  const { customer, name, phone, owner, department, source, origin, product, why, lostFor } = pursuit;
  const { revisits, revisitedAt, openedBy, openedAt } = pursuit;
  const nameOf = usePeople([owner, openedBy]);
  const called = name ?? t('unnamed');
  return (
    <Facts
      rows={[
        [say(pursuitWords, 'customer'), seesCallers(user) ? <Link to={`/customers/${customer}`}>{called}</Link> : called],
        [say(pursuitWords, 'phone'), phone && <span className="figure">{phone}</span>],
        [say(pursuitWords, 'owner'), nameOf(owner)],
        [t('department'), departmentName(department)],
        [
          say(pursuitWords, 'source'),
          source === 'ticket' ? (
            <Link to={`/tickets/${origin}`}>{of(pursuitSourceWords, source)}</Link>
          ) : (
            of(pursuitSourceWords, source)
          ),
        ],
        [say(pursuitWords, 'product'), product],
        [say(pursuitWords, 'why'), why && of(lossReasonWords, why)],
        [say(pursuitWords, 'lostFor'), lostFor && of(lossReasonWords, lostFor)],
        [
          say(pursuitWords, 'revisits'),
          revisits > 0 && (
            <span>
              {say(pursuitWords, 'revisited', { n: revisits })} <Instant at={revisitedAt} />
            </span>
          ),
        ],
        [say(pursuitWords, 'openedBy'), nameOf(openedBy)],
        [say(pursuitWords, 'openedAt'), <Instant key="at" at={openedAt} />],
      ]}
    />
  );
}
