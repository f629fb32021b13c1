import { RecentMap } from './recent-map.js';
import type { KeyId, PersonKey, Vault } from './vault.js';

/** The keys this process has used lately, in front of the Vault. Bounded. `forget` when a person is erased. */
export class KeyRing {
  private readonly recent: RecentMap<KeyId, PersonKey>;

  constructor(
    private readonly vault: Pick<Vault, 'keys'>,
    size = 50_000,
  ) {
    this.recent = new RecentMap(size);
  }

  known(person: KeyId): PersonKey | undefined {
    return this.recent.get(person);
  }

  async load(persons: readonly KeyId[]): Promise<ReadonlyMap<KeyId, PersonKey>> {
    const found = await this.vault.keys(persons);
    for (const [person, key] of found) this.recent.set(person, key);
    return found;
  }

  forget(person: KeyId): void {
    this.recent.delete(person);
  }
}
