import type { QueryRequest } from '@ledgerline/contracts';
import type { DocumentFault, DocumentType } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { faultsOfDocument } from './faults-of-document.js';

/** `POST /policies/validate`, and of the other types: what submitting it would be refused for; nothing is drafted. */
export async function validateDocument(
  { body: { type, body } }: QueryRequest<{ readonly type: DocumentType; readonly body: unknown }>,
  ledgerline: Ledgerline,
): Promise<{ readonly kind: 'looked-at'; readonly errors: readonly DocumentFault[] }> {
  return { kind: 'looked-at', errors: await faultsOfDocument(type, body, ledgerline) };
}
