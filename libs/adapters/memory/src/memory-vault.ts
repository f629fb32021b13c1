import { UnknownKey, type KeyId, type PersonKey, type Vault, type VaultEntry } from '@ledgerline/kernel';
import { randomBytes } from 'node:crypto';

/** Keys in memory: gone with the process, and with them everything they sealed. */
export class MemoryVault implements Vault {
  private readonly known = new Map<KeyId, PersonKey>();
  private readonly secrets = new Map<string, Uint8Array>();

  newPerson(): Promise<KeyId> {
    const id = randomBytes(12).toString('hex');
    this.known.set(id, randomBytes(32));
    return Promise.resolve(id);
  }

  keys(persons: readonly KeyId[]): Promise<ReadonlyMap<KeyId, PersonKey>> {
    const found = new Map<KeyId, PersonKey>();
    for (const person of persons) {
      const key = this.known.get(person);
      if (key === undefined) return Promise.reject(new UnknownKey(person));
      found.set(person, key);
    }
    return Promise.resolve(found);
  }

  destroy(persons: readonly KeyId[]): Promise<void> {
    for (const person of persons) this.known.set(person, 'destroyed');
    return Promise.resolve();
  }

  async adopt(entries: readonly VaultEntry[]): Promise<void> {
    for (const entry of entries) {
      if (entry.kind === 'destroyed') await this.destroy([entry.id]);
      else if (entry.kind === 'secret') this.secrets.set(entry.id, this.secrets.get(entry.id) ?? entry.value);
      else this.known.set(entry.id, this.known.get(entry.id) ?? entry.value);
    }
  }

  destroyed(): Promise<readonly KeyId[]> {
    return Promise.resolve([...this.known].filter(([, key]) => key === 'destroyed').map(([id]) => id));
  }

  secret(name: string): Promise<Uint8Array> {
    const secret = this.secrets.get(name) ?? randomBytes(32);
    this.secrets.set(name, secret);
    return Promise.resolve(secret);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
