import type { Ledgerline } from '@ledgerline/host';

/**
 * The seed of a sample: a keyed digest of its id. Nobody foresees it who has not the Vault's secret, whoever draws has no choice in it, and a draw that
 * failed comes to the same; in the sample it stands on record.
 */
export function seedOf(sample: string, { digest }: Pick<Ledgerline, 'digest'>): string {
  return digest('ids', `sample ${sample}`);
}
