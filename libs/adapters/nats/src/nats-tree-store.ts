import {
  Fenced,
  parseCheckpoint,
  type FullTile,
  type KeptTree,
  type Position,
  type SignedCheckpoint,
  type TileId,
  type TreeChange,
  type TreeStore,
} from '@ledgerline/kernel';
import { jetstream, JetStreamApiError, jetstreamManager, type JetStreamClient, type JetStreamManager } from '@nats-io/jetstream';
import { Kvm, type KV } from '@nats-io/kv';
import type { NatsConnection } from '@nats-io/transport-node';
import { ensureStream } from './ensure-stream.js';
import { isWrongLastSequence, streamNotFound } from './log-stream.js';

interface Saved {
  readonly owner: number;
  readonly tree?: { readonly size: number; readonly position?: Position; readonly edges: readonly string[] };
  readonly checkpoint?: string;
}

const hashLength = 32;

/**
 * The tree over a log in JetStream. A key-value bucket has a value a full tile, and one for the growing edge, whose revision
 * guards owner and edge together; the checkpoints are the messages of a stream of their own, smallest first.
 */
export class NatsTreeStore implements TreeStore {
  private constructor(
    private readonly bucket: KV,
    private readonly client: JetStreamClient,
    private readonly manager: JetStreamManager,
    private readonly site: string,
  ) {}

  static async open(
    connection: NatsConnection,
    { site, replicas }: { readonly site: string; readonly replicas: number },
  ): Promise<NatsTreeStore> {
    const bucket = await new Kvm(connection).create(`TREE_${site}`, { history: 1, replicas });
    const manager = await jetstreamManager(connection);
    const store = new NatsTreeStore(bucket, jetstream(connection), manager, site);
    const wanted = { name: store.stream, subjects: [store.subject], num_replicas: replicas, deny_purge: true };
    await ensureStream(manager, wanted);
    return store;
  }

  /** Makes nothing; undefined where there is none of that site. */
  static async openExisting(connection: NatsConnection, { site }: { readonly site: string }): Promise<NatsTreeStore | undefined> {
    const manager = await jetstreamManager(connection);
    try {
      await manager.streams.info(`TREE_CHECKPOINTS_${site}`);
      const bucket = await new Kvm(connection).open(`TREE_${site}`);
      return new NatsTreeStore(bucket, jetstream(connection), manager, site);
    } catch (error) {
      if (error instanceof JetStreamApiError && error.code === streamNotFound) return undefined;
      throw error;
    }
  }

  async tree(): Promise<KeptTree | undefined> {
    const { tree } = await this.saved();
    return tree && { size: tree.size, position: tree.position, edges: tree.edges.map(cut) };
  }

  async tiles(ids: readonly TileId[]): Promise<readonly FullTile[]> {
    const found = await Promise.all(
      ids.map(async ({ level, index }) => {
        const entry = await this.bucket.get(tileKey({ level, index }));
        return entry === null ? [] : [{ level, index, hashes: entry.value }];
      }),
    );
    return found.flat();
  }

  async claim(): Promise<number> {
    for (;;) {
      const { revision, ...saved } = await this.saved();
      const owner = saved.owner + 1;
      if (await this.replace({ ...saved, owner }, revision)) return owner;
    }
  }

  async write({ tiles, tree, checkpoint, owner }: TreeChange): Promise<void> {
    await Promise.all(tiles.map((tile) => this.bucket.put(tileKey(tile), tile.hashes)));
    const edges = tree.edges.map((hashes) => Buffer.concat(hashes).toString('base64'));
    const kept = { size: tree.size, edges, ...(tree.position === undefined ? {} : { position: tree.position }) };
    for (;;) {
      const saved = await this.saved();
      if (saved.owner > owner) throw new Fenced(`tree: owner ${saved.owner} has taken over`);
      const note = checkpoint?.note ?? saved.checkpoint;
      if (await this.replace({ owner, tree: kept, ...(note === undefined ? {} : { checkpoint: note }) }, saved.revision)) break;
    }
    if (checkpoint) await this.client.publish(this.subject, checkpoint.note);
  }

  /** By halving: their sizes grow with the sequence. */
  async checkpoints(after: number, limit: number): Promise<readonly SignedCheckpoint[]> {
    const { last_seq: last } = (await this.manager.streams.info(this.stream)).state;
    let [low, high] = [1, last + 1];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (((await this.at(middle))?.size ?? 0) > after) high = middle;
      else low = middle + 1;
    }
    const found: SignedCheckpoint[] = [];
    for (let sequence = low; sequence <= last && found.length < limit; sequence += 1) {
      const checkpoint = await this.at(sequence);
      if (checkpoint && checkpoint.size !== found.at(-1)?.size) found.push(checkpoint);
    }
    return found;
  }

  async latest(): Promise<SignedCheckpoint | undefined> {
    const { checkpoint } = await this.saved();
    return checkpoint === undefined ? undefined : parsed(checkpoint);
  }

  async keyNotes(): Promise<readonly string[]> {
    const numbers: number[] = [];
    for await (const key of await this.bucket.keys('key.*')) numbers.push(Number(key.slice('key.'.length)));
    const entries = await Promise.all(numbers.sort((a, b) => a - b).map((number) => this.bucket.get(`key.${number}`)));
    return entries.flatMap((entry) => (entry === null ? [] : [entry.string()]));
  }

  async addKeyNote(number: number, note: string): Promise<boolean> {
    try {
      await this.bucket.create(`key.${number}`, note);
      return true;
    } catch (error) {
      if (error instanceof JetStreamApiError) return false;
      throw error;
    }
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private get stream(): string {
    return `TREE_CHECKPOINTS_${this.site}`;
  }

  private get subject(): string {
    return `tree.${this.site}.checkpoint`;
  }

  private async at(sequence: number): Promise<SignedCheckpoint | undefined> {
    const message = await this.manager.streams.getMessage(this.stream, { seq: sequence });
    return message ? parsed(message.string()) : undefined;
  }

  private async saved(): Promise<Saved & { readonly revision: number }> {
    const entry = await this.bucket.get('tree');
    return entry ? { ...entry.json<Saved>(), revision: entry.revision } : { owner: 0, revision: 0 };
  }

  /** False where somebody else has written since that revision. */
  private async replace(saved: Saved, revision: number): Promise<boolean> {
    try {
      await this.bucket.put('tree', JSON.stringify(saved), { previousSeq: revision });
      return true;
    } catch (error) {
      if (isWrongLastSequence(error)) return false;
      throw error;
    }
  }
}

function tileKey({ level, index }: TileId): string {
  return `tile.${level}.${index}`;
}

function cut(base64: string): readonly Uint8Array[] {
  const bytes = Buffer.from(base64, 'base64');
  return Array.from({ length: bytes.length / hashLength }, (_, n) => bytes.subarray(n * hashLength, (n + 1) * hashLength));
}

/** What was altered is still shown: who looks at its signature says that it is forged. */
function parsed(note: string): SignedCheckpoint {
  return parseCheckpoint(note) ?? { origin: '', size: 0, root: new Uint8Array(hashLength), note };
}
