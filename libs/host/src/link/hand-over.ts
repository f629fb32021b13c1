import { sealEntries } from '@ledgerline/adapter-crypto';
import { checkpointName, type Position } from '@ledgerline/kernel';
import type { Ledgerline } from '../ledgerline.js';
import { handedOver } from '../secrets.js';

/** Sealed for a site that joins: the secrets under which the hub names accounts and keeps their second factors. Nothing else is under them there. */
export async function secretsForSite(reader: string, { vault }: Pick<Ledgerline, 'vault'>): Promise<string> {
  const entries = Object.entries(handedOver).map(async ([name, id]) => ({
    kind: 'secret' as const,
    id,
    value: await vault.secret(name),
  }));
  return sealEntries(await Promise.all(entries), reader);
}

/** Up to where this hub has a site's log: a position of that log. */
export function placeOfSite(site: string, { checkpoints }: Pick<Ledgerline, 'checkpoints'>): Promise<Position | undefined> {
  return checkpoints.get(nameOf(site));
}

export async function keepPlaceOfSite(
  site: string,
  position: Position,
  { checkpoints }: Pick<Ledgerline, 'checkpoints'>,
): Promise<void> {
  await checkpoints.set(nameOf(site), position, await checkpoints.claim(nameOf(site)));
}

function nameOf(site: string): string {
  return checkpointName({ name: `from-site-${site}`, version: 1 });
}
