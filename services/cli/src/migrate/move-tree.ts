import { NatsTreeStore } from '@ledgerline/adapter-nats';
import { tileWidth, type FullTile, type Position } from '@ledgerline/kernel';
import type { Embedded } from './embedded.js';

type Connection = Parameters<typeof NatsTreeStore.open>[0];
const [tilesAtOnce, checkpointsAtOnce] = [64, 500];

/** The signed tree: what was signed over the embedded log goes on being true of the same commits. */
export async function moveTree(
  { trees }: Embedded,
  connection: Connection,
  { site, replicas }: { readonly site: string; readonly replicas: number },
): Promise<void> {
  const tree = await trees.tree();
  const target = await NatsTreeStore.open(connection, { site, replicas });
  for (const [place, note] of (await trees.keyNotes()).entries()) await target.addKeyNote(place + 1, note);
  if (!tree) return;
  const kept = { ...tree, position: tree.position?.replace(/^main\./, `${site}-p0.`) as Position | undefined };
  const owner = await target.claim();
  for (let level = 0; tileWidth ** (level + 1) <= tree.size; level += 1)
    for (let index = 0; (index + 1) * tileWidth ** (level + 1) <= tree.size; index += tilesAtOnce) {
      const ids = Array.from({ length: tilesAtOnce }, (_, n) => ({ level, index: index + n }));
      const tiles: readonly FullTile[] = await trees.tiles(ids);
      await target.write({ tiles, tree: kept, owner });
    }
  let after = (await target.latest())?.size ?? 0;
  for (;;) {
    const page = await trees.checkpoints(after, checkpointsAtOnce);
    for (const checkpoint of page) await target.write({ tiles: [], tree: kept, checkpoint, owner });
    if (page.length < checkpointsAtOnce) return;
    after = page.at(-1)?.size ?? after;
  }
}
