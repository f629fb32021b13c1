import { Fenced, type Checkpoints, type Position } from '@ledgerline/kernel';
import { Kvm, type KV } from '@nats-io/kv';
import type { NatsConnection } from '@nats-io/transport-node';
import { isWrongLastSequence } from './log-stream.js';

interface Saved {
  readonly owner: number;
  readonly position?: Position;
}

/** How far process managers got, in a NATS key-value bucket. A key's revision guards owner and position together. */
export class NatsCheckpoints implements Checkpoints {
  private constructor(private readonly bucket: KV) {}

  static async open(
    connection: NatsConnection,
    { site, replicas }: { readonly site: string; readonly replicas: number },
  ): Promise<NatsCheckpoints> {
    return new NatsCheckpoints(await new Kvm(connection).create(`CHECKPOINTS_${site}`, { history: 1, replicas }));
  }

  async get(name: string): Promise<Position | undefined> {
    return (await this.saved(name)).position;
  }

  async claim(name: string): Promise<number> {
    for (;;) {
      const { revision, owner, position } = await this.saved(name);
      const claimed = owner + 1;
      if (await this.replace(name, { owner: claimed, ...(position === undefined ? {} : { position }) }, revision)) return claimed;
    }
  }

  async set(name: string, position: Position, owner: number): Promise<void> {
    for (;;) {
      const saved = await this.saved(name);
      if (saved.owner > owner) throw new Fenced(`${name}: owner ${saved.owner} has taken over`);
      if (await this.replace(name, { owner, position }, saved.revision)) return;
    }
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  /** What was written before there were owners is the bare position. */
  private async saved(name: string): Promise<Saved & { readonly revision: number }> {
    const entry = await this.bucket.get(keyOf(name));
    if (!entry) return { owner: 0, revision: 0 };
    const text = entry.string();
    const saved: Saved = text.startsWith('{') ? (JSON.parse(text) as Saved) : { owner: 0, position: text as Position };
    return { ...saved, revision: entry.revision };
  }

  /** False where somebody else has written since that revision. */
  private async replace(name: string, saved: Saved, revision: number): Promise<boolean> {
    try {
      await this.bucket.put(keyOf(name), JSON.stringify(saved), { previousSeq: revision });
      return true;
    } catch (error) {
      if (isWrongLastSequence(error)) return false;
      throw error;
    }
  }
}

function keyOf(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9_-]/g, '_');
}
