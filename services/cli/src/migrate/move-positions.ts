import { NatsCheckpoints } from '@ledgerline/adapter-nats';
import type { Position } from '@ledgerline/kernel';
import type { Embedded } from './embedded.js';

type Connection = Parameters<typeof NatsCheckpoints.open>[0];

/** How far process managers came: without it they would begin at the log's end and pass over what they had not done. */
export async function movePositions(
  { checkpoints }: Embedded,
  connection: Connection,
  { site, replicas }: { readonly site: string; readonly replicas: number },
): Promise<number> {
  const target = await NatsCheckpoints.open(connection, { site, replicas });
  const all = await checkpoints.all();
  for (const { name, position } of all) {
    const moved = position.replace(/^main\./, `${site}-p0.`) as Position;
    await target.set(name, moved, await target.claim(name));
  }
  return all.length;
}
