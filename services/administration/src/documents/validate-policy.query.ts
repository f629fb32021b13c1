import type { QueryRequest } from '@ledgerline/contracts';
import type { DocumentFault } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { faultsOfDocument } from './faults-of-document.js';

/** `POST /policies/validate`: what drafting it would be refused for; nothing is drafted. */
export async function validatePolicy(
  { body }: QueryRequest<{ readonly policy: unknown }>,
  ledgerline: Ledgerline,
): Promise<{ readonly kind: 'looked-at'; readonly errors: readonly DocumentFault[] }> {
  return { kind: 'looked-at', errors: await faultsOfDocument('policy', body.policy, ledgerline) };
}
