import type { Principal } from '@ledgerline/contracts';
import type { Ledgerline } from '@ledgerline/host';

const system: Principal = { kind: 'system', id: 'notification', roles: ['system'], departments: [] };

/**
 * As whom somebody reads notices: first as themselves, then as each absent person for whom they stand in, whichever of them their session acts for
 * at the moment (ADR 0029).
 */
export async function powersOf(asker: Principal, ledgerline: Pick<Ledgerline, 'ask'>): Promise<readonly Principal[]> {
  if (asker.kind !== 'person') return [asker];
  const { onBehalfOf: _power, own, ...themselves } = asker;
  const message = { body: { id: asker.id }, principal: system };
  type Answer = { readonly code?: string; readonly items?: readonly { readonly principal: Principal }[] };
  const answer = await ledgerline.ask<Answer>('administration', 'standing-in', message);
  if (answer.items === undefined) throw new Error(`for whom does ${asker.id} stand in? ${answer.code}`);
  return [{ ...themselves, ...own }, ...answer.items.map(({ principal }) => principal)];
}
