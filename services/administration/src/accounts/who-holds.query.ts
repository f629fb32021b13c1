import { problem, type QueryRequest } from '@ledgerline/contracts';
import type { Ledgerline } from '@ledgerline/host';
import { accountsCollection } from './account-list.projection.js';

export interface WhoHolds {
  readonly role: 'coordinator' | 'leader' | 'manager' | 'inspector' | 'personnel';
  /** Of a manager. */
  readonly department?: string;
}

/** Ids of the accounts that hold a role, in order of their creation; where nobody does, of those that hold every role. */
export async function whoHolds({ body, principal }: QueryRequest<WhoHolds>, ledgerline: Ledgerline) {
  if (!principal.roles.includes('system')) return problem('not-allowed');
  const accounts = await ledgerline.live(accountsCollection);
  const holding = async (role: string, department: string) => {
    const where = { kind: 'holding', role, department };
    return (await accounts.findRows({ where, sort: ['createdAt'], limit: 200 })).items.map(({ id }) => id);
  };
  const found = await holding(body.role, body.department ?? '');
  return { kind: 'accounts' as const, ids: found.length > 0 ? found : await holding('unrestricted', '') };
}
