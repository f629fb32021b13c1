import { useTicketCount } from '../api/ticket-queries.ts';
import type { WorkList } from './work-lists.ts';

/** How many wait in a list: the reason to go there. */
export function WorkCount({ list }: { readonly list: WorkList }) {
  const { data } = useTicketCount(list.filter, list.uncounted !== true);
  if (!data || data.count === 0) return null;
  return <span className="figure quiet">{data.exact ? data.count : `${data.count}+`}</span>;
}
