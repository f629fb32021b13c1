import { idOfDigest, type Ledgerline } from '@ledgerline/host';

/** What a call's id makes unique: its contact, and under the same id its way through the telephone system. */
export function idOfCall(callId: string, ledgerline: Pick<Ledgerline, 'configuration' | 'digest'>) {
  const unique = `contact of call ${ledgerline.configuration.site} ${callId}`;
  return { unique, id: idOfDigest(ledgerline.digest('ids', unique)) };
}
