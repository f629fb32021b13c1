import type { Ledgerline } from './ledgerline.js';

/**
 * The n-th secret of a webhook as Standard Webhooks writes them (`whsec_` and base64 of 32 bytes): two HMACs under a secret of the Vault, the same whenever it
 * is asked for, stored nowhere.
 */
export function webhookSecret(webhook: string, n: number, ledgerline: Pick<Ledgerline, 'digest'>): string {
  const half = (name: string) => Buffer.from(ledgerline.digest('ids', `webhook ${webhook} secret ${n} ${name}`), 'base64url');
  return `whsec_${Buffer.concat([half('a'), half('b')]).toString('base64')}`;
}
