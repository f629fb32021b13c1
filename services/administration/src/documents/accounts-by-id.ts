import type { DocumentType } from '@ledgerline/domain';
import { accountIdOf, type Ledgerline } from '@ledgerline/host';

type Members = Readonly<Record<string, unknown>>;

/** Usernames are personal, and documents stand in the log in plain words: a duty rota keeps the ids of its executives. */
export function withAccountIds(type: DocumentType, body: unknown, ledgerline: Pick<Ledgerline, 'digest'>): unknown {
  if (type !== 'duty-rota' || typeof body !== 'object' || body === null) return body;
  const { order, rota } = body as Members;
  const id = (named: unknown) => (typeof named === 'string' && named.length <= 64 ? accountIdOf(named, ledgerline) : named);
  return {
    ...body,
    ...(Array.isArray(order) ? { order: order.map(id) } : {}),
    ...(Array.isArray(rota) ? { rota: rota.map((turn: unknown) => withExecutive(turn, id)) } : {}),
  };
}

function withExecutive(turn: unknown, id: (named: unknown) => unknown): unknown {
  if (typeof turn !== 'object' || turn === null || !('executive' in turn)) return turn;
  return { ...turn, executive: id(turn.executive) };
}
