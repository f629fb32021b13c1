import type { DocumentType } from '@ledgerline/domain';
import { accountIdOf, type Ledgerline } from '@ledgerline/host';

type Members = Readonly<Record<string, unknown>>;

/** Usernames are personal, and documents stand in the log in plain words: they keep the ids of the accounts that they name. */
export function withAccountIds(type: DocumentType, body: unknown, ledgerline: Pick<Ledgerline, 'digest'>): unknown {
  if (typeof body !== 'object' || body === null) return body;
  const id = (named: unknown) => (typeof named === 'string' && named.length <= 64 ? accountIdOf(named, ledgerline) : named);
  switch (type) {
    case 'duty-rota': {
      const { order, rota } = body as Members;
      const ordered = Array.isArray(order) ? { order: order.map(id) } : {};
      return { ...body, ...ordered, ...withIdAt('rota', 'executive', rota, id) };
    }
    case 'digest-schedule':
      return { ...body, ...withIdAt('readers', 'account', (body as Members)['readers'], id) };
    default:
      return body;
  }
}

/** A list whose items name an account in one of their members. */
function withIdAt(list: string, member: string, items: unknown, id: (named: unknown) => unknown): Members {
  if (!Array.isArray(items)) return {};
  const named = (item: unknown): unknown =>
    typeof item === 'object' && item !== null && member in item ? { ...item, [member]: id((item as Members)[member]) } : item;
  return { [list]: items.map(named) };
}
