import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { UnknownKey, type Vault, type VaultEntry } from '../vault.js';

export interface VaultHarness {
  readonly vault: Vault;
  reopen?(): Promise<Vault>;
  close(): Promise<void>;
}

/** The contract of Vault. `open` gives an empty one each time. */
export function vaultContract(name: string, open: () => Promise<VaultHarness>): void {
  describe(`Vault: ${name}`, () => {
    let harness: VaultHarness;
    let vault: Vault;
    beforeEach(async () => {
      harness = await open();
      vault = harness.vault;
    });
    afterEach(() => harness.close());

    test('gives every person a key of its own', async () => {
      const persons = await Promise.all(Array.from({ length: 700 }, () => vault.newPerson()));
      expect(new Set(persons).size).toBe(700);
      for (const person of persons) expect(person).toMatch(/^[a-z0-9]{16,40}$/);
      const keys = await vault.keys(persons);
      const hex = [...keys.values()].map((key) => Buffer.from(key as Uint8Array).toString('hex'));
      expect(hex.every((key) => key.length === 64)).toBe(true);
      expect(new Set(hex).size).toBe(700);
    });

    test('does not know what it never gave out', async () => {
      await expect(vault.keys(['0'.repeat(24)])).rejects.toThrow(UnknownKey);
    });

    test('a destroyed key stays destroyed; its id is remembered', async () => {
      const [one, two] = [await vault.newPerson(), await vault.newPerson()];
      await vault.destroy([one]);
      await vault.destroy([one]);
      const keys = await vault.keys([one, two]);
      expect(keys.get(one)).toBe('destroyed');
      expect(keys.get(two)).toBeInstanceOf(Uint8Array);
      expect(await vault.destroyed()).toEqual([one]);
    });

    test('remembers ids that a restore list brings', async () => {
      await vault.destroy(['f'.repeat(24)]);
      expect((await vault.keys(['f'.repeat(24)])).get('f'.repeat(24))).toBe('destroyed');
    });

    test('takes over what another vault holds; what is here, or was destroyed here, stays as it is', async () => {
      const id = (letter: string) => letter.repeat(24);
      const [one, other] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
      const own = await vault.newPerson();
      const before = (await vault.keys([own])).get(own);
      await vault.destroy([id('b')]);
      const entries: readonly VaultEntry[] = [
        { kind: 'person', id: id('a'), value: one },
        { kind: 'person', id: id('b'), value: one },
        { kind: 'person', id: own, value: other },
        { kind: 'destroyed', id: id('c') },
        { kind: 'secret', id: 'of-another', value: one },
      ];
      await vault.adopt(entries);
      await vault.adopt([...entries, { kind: 'person', id: id('a'), value: other }, { kind: 'person', id: id('c'), value: one }]);
      const looked = harness.reopen ? (vault = await harness.reopen()) : vault;
      const keys = await looked.keys([id('a'), id('b'), id('c'), own]);
      expect(Buffer.from(keys.get(id('a')) as Uint8Array)).toEqual(Buffer.from(one));
      expect([keys.get(id('b')), keys.get(id('c'))]).toEqual(['destroyed', 'destroyed']);
      expect(Buffer.from(keys.get(own) as Uint8Array)).toEqual(Buffer.from(before as Uint8Array));
      expect(Buffer.from(await looked.secret('of-another'))).toEqual(Buffer.from(one));
    });

    test('a secret is made once, whoever asks first', async () => {
      const asked = await Promise.all(Array.from({ length: 8 }, () => vault.secret('command-digest')));
      expect(new Set(asked.map((secret) => Buffer.from(secret).toString('hex'))).size).toBe(1);
      expect(asked[0]).toHaveLength(32);
      expect(Buffer.from(await vault.secret('ticket-secret'))).not.toEqual(Buffer.from(asked[0] as Uint8Array));
    });

    test('keys and secrets are there after opening again, destroyed ones are not', async () => {
      if (!harness.reopen) return;
      const [kept, gone] = [await vault.newPerson(), await vault.newPerson()];
      const key = (await vault.keys([kept])).get(kept);
      const secret = await vault.secret('ids');
      await vault.destroy([gone]);
      vault = await harness.reopen();
      expect(Buffer.from((await vault.keys([kept])).get(kept) as Uint8Array)).toEqual(Buffer.from(key as Uint8Array));
      expect((await vault.keys([gone])).get(gone)).toBe('destroyed');
      expect(Buffer.from(await vault.secret('ids'))).toEqual(Buffer.from(secret));
      const next = await Promise.all(Array.from({ length: 600 }, () => vault.newPerson()));
      expect(next).not.toContain(kept);
    });
  });
}
