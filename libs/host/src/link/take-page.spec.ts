import { beforeEach, expect, test } from '@jest/globals';
import { nodeCryptography, sealEntries } from '@ledgerline/adapter-crypto';
import { MemoryEventStore, MemoryVault } from '@ledgerline/adapter-memory';
import { CommandHandling, EventCodec, eventCatalogue, Homes, KeyRing, type MirroredPage } from '@ledgerline/kernel';
import { ownPage, ownPublicKey } from './own-page.js';
import { takePage } from './take-page.js';

/** An installation as far as pages go. */
function installation(site: string) {
  const [store, vault] = [new MemoryEventStore(), new MemoryVault()];
  const keys = new KeyRing(vault);
  const codec = new EventCodec(eventCatalogue([{ type: 'said', schema: 1, personal: ['text'] }]), nodeCryptography, keys);
  const homes = new Homes(store, site);
  const parts = { store, codec, cryptography: nodeCryptography, clock: { now: () => Date.UTC(2026, 2, 3) }, homes };
  const commands = new CommandHandling({ ...parts, site, alone: true, digestKey: new Uint8Array(32) });
  return { ...parts, vault, keys, commands, configuration: { site } as never };
}

let [site, hub] = [installation('east'), installation('main')];
let person = '';
let page: MirroredPage;
const taken = (given: MirroredPage) => takePage(given, { from: 'east', site: 'east', categories: ['ticket'] }, hub);
const lengthAtHub = async () => (await hub.store.read(undefined, 10)).length;

beforeEach(async () => {
  [site, hub] = [installation('east'), installation('main')];
  person = await site.vault.newPerson();
  const decide = () => [{ type: 'said', data: { person, text: '漏水' } }];
  const said = { id: 'c', data: {}, actor: { kind: 'system', id: 's' } } as const;
  await site.commands.handle('ticket.a', said, { fold: { initial: 0, evolve: (n: number) => n + 1 }, decide });
  page = await ownPage({ after: null, categories: ['ticket'], reader: await ownPublicKey(hub) }, site);
});

test('a page is taken in with the keys that it needs, and is read under them', async () => {
  expect([page.end, await taken(page), await taken(page)]).toEqual([page.next, 1, 0]);
  const [commit] = await hub.codec.open(await hub.store.load('ticket.a'));
  expect(commit?.events[0]?.data).toEqual({ person, text: '漏水' });
});

test('of a person whose key was destroyed at home it is destroyed here, whatever was here before', async () => {
  await taken(page);
  await site.vault.destroy([person]);
  await taken(await ownPage({ after: null, categories: ['ticket'], reader: await ownPublicKey(hub) }, site));
  expect((await hub.vault.keys([person])).get(person)).toBe('destroyed');
});

test.each<[string, () => Promise<string | null>, string]>([
  ['no keys', () => Promise.resolve(null), 'keys-do-not-fit'],
  ['keys for somebody else', async () => sealEntries([], await ownPublicKey(site)), 'keys-do-not-fit'],
  ["none of the person's", async () => sealEntries([], await ownPublicKey(hub)), 'keys-do-not-fit'],
  [
    'another key',
    async () => sealEntries([{ kind: 'person', id: person, value: new Uint8Array(32) }], await ownPublicKey(hub)),
    'cannot-be-opened at ticket.a 1',
  ],
])('a page with %s is refused, and nothing of it is in the log: no list could go on behind it', async (_what, sealed, why) => {
  await expect(taken({ ...page, sealed: await sealed() })).rejects.toThrow(why);
  expect(await lengthAtHub()).toBe(0);
});

test('neither a secret nor the key of somebody else comes in with a page', async () => {
  const value = new Uint8Array(32).fill(7);
  const other = 'b'.repeat(24);
  const key = (await site.vault.keys([person])).get(person) as Uint8Array;
  const entries = [
    { kind: 'person', id: person, value: key } as const,
    { kind: 'person', id: other, value } as const,
    { kind: 'secret', id: 'ids-of-hub', value } as const,
  ];
  expect(await taken({ ...page, sealed: await sealEntries(entries, await ownPublicKey(hub)) })).toBe(1);
  await expect(hub.vault.keys([other])).rejects.toThrow();
  expect(await hub.vault.secret('ids-of-hub')).not.toEqual(value);
});
