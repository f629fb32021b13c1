import { NatsVault } from '@ledgerline/adapter-nats';
import { progress } from '../progress.js';
import type { Embedded } from './embedded.js';

type Connection = Parameters<typeof NatsVault.open>[0];

/** Keys, secrets and the list of what was destroyed; first, because events need them. @returns how many keys */
export async function moveKeys(
  { vault }: Embedded,
  connection: Connection,
  options: { readonly site: string; readonly replicas: number; readonly masterKey: Uint8Array },
): Promise<number> {
  const target = await NatsVault.open(connection, options);
  const told = progress('moving keys');
  let count = 0;
  for await (const entries of vault.entries()) {
    await target.adopt(entries);
    count += entries.filter(({ kind }) => kind === 'person').length;
    told.at(count);
  }
  told.end();
  await target.close();
  return count;
}
