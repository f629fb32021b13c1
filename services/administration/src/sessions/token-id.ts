import { idOfDigest, type Ledgerline } from '@ledgerline/host';

/** The stream of a session or API token. */
export function tokenId(token: string, ledgerline: Pick<Ledgerline, 'digest'>): string {
  return idOfDigest(ledgerline.digest('ids', `token ${token}`));
}
