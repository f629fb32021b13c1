import { idOfDigest } from './ids.js';
import type { Ledgerline } from './ledgerline.js';

type Here = Pick<Ledgerline, 'configuration' | 'digest'>;

/** What a call's id makes unique: its contact, and under the same id its way through the telephone system. */
export function idOfCall(callId: string, { configuration: { site }, digest }: Here) {
  const unique = `contact of call ${site} ${callId}`;
  return { unique, id: idOfDigest(digest('ids', unique)) };
}

/** What makes a registration by a call unique (`POST /tickets`): a call opens one ticket, however often it is told. */
export function keyOfRegistration(callId: string, { configuration: { site } }: Pick<Here, 'configuration'>): string {
  return `call ${site} ${callId}`;
}

/** The contact that a ticket is registered from then. */
export function idOfRegistration(callId: string, here: Here): string {
  return idOfDigest(here.digest('ids', keyOfRegistration(callId, here)));
}
