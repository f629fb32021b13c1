import { UnknownKey, type KeyId, type PersonKey, type Vault, type VaultEntry } from '@ledgerline/kernel';
import { JetStreamApiError } from '@nats-io/jetstream';
import { Kvm, type KV } from '@nats-io/kv';
import type { NatsConnection } from '@nats-io/transport-node';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

export interface NatsVaultOptions {
  readonly site: string;
  readonly replicas: number;
  /** 32 bytes, outside NATS: what lies in the bucket is sealed with it. */
  readonly masterKey: Uint8Array;
  /** The one before, while values are still sealed with it. */
  readonly masterKeyBefore?: Uint8Array | undefined;
}

const poolSize = 64;

/** The Vault in a NATS key-value bucket: one value a key, wrapped; a destroyed key is purged and its id remembered. */
export class NatsVault implements Vault {
  private pool: KeyId[] = [];
  private filling: Promise<void> | undefined;

  private constructor(
    private readonly bucket: KV,
    private readonly masterKey: Uint8Array,
    private readonly masterKeyBefore: Uint8Array | undefined,
  ) {}

  static async open(
    connection: NatsConnection,
    { site, replicas, masterKey, masterKeyBefore }: NatsVaultOptions,
  ): Promise<NatsVault> {
    return new NatsVault(await new Kvm(connection).create(`VAULT_${site}`, { history: 1, replicas }), masterKey, masterKeyBefore);
  }

  async newPerson(): Promise<KeyId> {
    while (this.pool.length === 0) await this.refill();
    if (this.pool.length < poolSize / 2) void this.refill().catch(() => undefined);
    return this.pool.pop() as KeyId;
  }

  async keys(persons: readonly KeyId[]): Promise<ReadonlyMap<KeyId, PersonKey>> {
    const found = await Promise.all(persons.map(async (person) => [person, await this.key(person)] as const));
    return new Map(found);
  }

  async destroy(persons: readonly KeyId[]): Promise<void> {
    for (const person of persons) {
      await this.bucket.put(`destroyed.${person}`, '1');
      await this.bucket.purge(`person.${person}`);
    }
    this.pool = this.pool.filter((id) => !persons.includes(id));
  }

  async destroyed(): Promise<readonly KeyId[]> {
    const ids: KeyId[] = [];
    for await (const key of await this.bucket.keys('destroyed.*')) ids.push(key.slice('destroyed.'.length));
    return ids.sort();
  }

  async adopt(entries: readonly VaultEntry[]): Promise<void> {
    await this.destroy(entries.flatMap(({ kind, id }) => (kind === 'destroyed' ? [id] : [])));
    await Promise.all(
      entries.map(async (entry) => {
        if (entry.kind === 'destroyed') return;
        if (entry.kind === 'person' && (await this.bucket.get(`destroyed.${entry.id}`))) return;
        const key = `${entry.kind}.${entry.id}`;
        try {
          await this.bucket.create(key, this.wrap(entry.value, key));
        } catch (error) {
          if (!(error instanceof JetStreamApiError)) throw error;
        }
      }),
    );
  }

  /**
   * Seals everything with the master key that is still sealed with the one before; beside whoever works with both.
   *
   * @param onKey told after each value that was looked at
   * @returns how many were sealed anew
   */
  async rewrap(onKey?: () => void): Promise<number> {
    let count = 0;
    for (const pattern of ['person.*', 'secret.*'])
      for await (const key of await this.bucket.keys(pattern)) {
        const entry = await this.bucket.get(key);
        onKey?.();
        if (entry?.operation !== 'PUT' || opened(this.masterKey, entry.value, key)) continue;
        const value = this.wrap(this.unwrap(entry.value, key), key);
        await this.bucket.put(key, value, { previousSeq: entry.revision });
        count += 1;
      }
    return count;
  }

  async secret(name: string): Promise<Uint8Array> {
    const key = `secret.${name}`;
    try {
      await this.bucket.create(key, this.wrap(randomBytes(32), key));
    } catch (error) {
      if (!(error instanceof JetStreamApiError)) throw error;
    }
    const entry = await this.bucket.get(key);
    if (!entry) throw new UnknownKey(key);
    return this.unwrap(entry.value, key);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private async key(person: KeyId): Promise<PersonKey> {
    const entry = await this.bucket.get(`person.${person}`);
    if (entry?.operation === 'PUT') return this.unwrap(entry.value, `person.${person}`);
    if (await this.bucket.get(`destroyed.${person}`)) return 'destroyed';
    throw new UnknownKey(person);
  }

  private refill(): Promise<void> {
    this.filling ??= this.make().finally(() => {
      this.filling = undefined;
    });
    return this.filling;
  }

  private async make(): Promise<void> {
    const ids = Array.from({ length: poolSize }, () => randomBytes(12).toString('hex'));
    await Promise.all(ids.map((id) => this.bucket.create(`person.${id}`, this.wrap(randomBytes(32), `person.${id}`))));
    this.pool.push(...ids);
  }

  private wrap(key: Uint8Array, place: string): Uint8Array {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.masterKey, nonce).setAAD(Buffer.from(place));
    return Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
  }

  private unwrap(box: Uint8Array, place: string): Uint8Array {
    const key = opened(this.masterKey, box, place) ?? (this.masterKeyBefore && opened(this.masterKeyBefore, box, place));
    if (!key) throw new WrongVaultKey(`the vault key does not open ${place}; LEDGERLINE_VAULT_KEY (or _BEFORE) is another one's`);
    return key;
  }
}

/** What lies in the bucket was sealed with another key. */
export class WrongVaultKey extends Error {
  override readonly name = 'WrongVaultKey';
  readonly code = 'wrong-vault-key';
}

/** undefined where another key, or another place, sealed it. */
function opened(masterKey: Uint8Array, box: Uint8Array, place: string): Uint8Array | undefined {
  const bytes = Buffer.from(box);
  const decipher = createDecipheriv('aes-256-gcm', masterKey, bytes.subarray(0, 12)).setAAD(Buffer.from(place));
  decipher.setAuthTag(bytes.subarray(bytes.length - 16));
  const plain = decipher.update(bytes.subarray(12, bytes.length - 16));
  try {
    return Buffer.concat([plain, decipher.final()]);
  } catch {
    return undefined;
  }
}
