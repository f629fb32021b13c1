import type { Checkpoints, Position } from '@ledgerline/kernel';
import { Kvm, type KV } from '@nats-io/kv';
import type { NatsConnection } from '@nats-io/transport-node';

/** How far process managers got, in a NATS key-value bucket. */
export class NatsCheckpoints implements Checkpoints {
  private constructor(private readonly bucket: KV) {}

  static async open(
    connection: NatsConnection,
    { site, replicas }: { readonly site: string; readonly replicas: number },
  ): Promise<NatsCheckpoints> {
    return new NatsCheckpoints(await new Kvm(connection).create(`CHECKPOINTS_${site}`, { history: 1, replicas }));
  }

  async get(name: string): Promise<Position | undefined> {
    return (await this.bucket.get(keyOf(name)))?.string() as Position | undefined;
  }

  async set(name: string, position: Position): Promise<void> {
    await this.bucket.put(keyOf(name), position);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

function keyOf(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9_-]/g, '_');
}
