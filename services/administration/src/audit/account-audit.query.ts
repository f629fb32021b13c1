import { problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import { watchesHouse } from '@ledgerline/domain';
import { accountIdOf, type Ledgerline } from '@ledgerline/host';
import { accountAuditCollection, type AuditedEvent, type AuditKind } from './account-audit.projection.js';

export interface AccountAuditQuery {
  readonly kind: AuditKind;
  /** Id or username. */
  readonly account?: string;
  readonly limit?: number;
  readonly cursor?: string;
}

export type AccountAuditAnswer =
  { readonly kind: 'audited'; readonly items: readonly AuditedEvent[]; readonly next: string | null } | Problem;

/** Who signed in, was refused or ended a session, and what was changed of anybody's rights; newest first, for auditors. */
export async function auditOfAccounts(
  { body, principal }: QueryRequest<AccountAuditQuery>,
  ledgerline: Ledgerline,
): Promise<AccountAuditAnswer> {
  if (!watchesHouse(principal.roles)) return problem('not-allowed');
  const { kind, account, limit = 50, cursor } = body;
  const where = { kind, ...(account === undefined ? {} : { account: accountIdOf(account, ledgerline) }) };
  const collection = await ledgerline.live(accountAuditCollection);
  const page = await collection.find({ where, sort: ['-at'], limit, ...(cursor === undefined ? {} : { cursor }) });
  return { kind: 'audited', items: page.items.map(({ document }) => document), next: page.next ?? null };
}
