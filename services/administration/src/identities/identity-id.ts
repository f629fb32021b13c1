import { idOfDigest, type Ledgerline } from '@ledgerline/host';

export interface NamedIdentity {
  readonly issuer: string;
  readonly subject: string;
}

/** The stream of an identity: one subject of one issuer is one stream, so that it is never two accounts'. */
export function identityId({ issuer, subject }: NamedIdentity, ledgerline: Pick<Ledgerline, 'digest'>): string {
  return idOfDigest(ledgerline.digest('accounts', `identity ${JSON.stringify([issuer, subject])}`));
}
