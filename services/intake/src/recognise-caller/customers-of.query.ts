import type { QueryRequest } from '@ledgerline/contracts';
import type { CallerIdentity } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { customerIdOf, identitiesOf, type CallerWords } from './caller-identities.js';

/** What a number or address written in any way is, and the ids of the customers that it gives; for other services. */
export async function customersOf(
  { body }: QueryRequest<CallerWords & { readonly identities?: readonly CallerIdentity[] }>,
  ledgerline: Ledgerline,
): Promise<{ readonly kind: 'customers-of'; readonly identities: readonly CallerIdentity[]; readonly ids: readonly string[] }> {
  const identities = body.identities ?? identitiesOf(body, ledgerline.configuration.country);
  return { kind: 'customers-of', identities, ids: identities.map((identity) => customerIdOf(identity, ledgerline)) };
}
