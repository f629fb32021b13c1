import { describe, expect, test } from '@jest/globals';
import { nodeCryptography } from '@ledgerline/adapter-crypto';
import { MemoryEventStore, MemoryVault } from '@ledgerline/adapter-memory';
import { CommandHandling } from '../command-handling.js';
import { openCommit, sealCommit, type RecordedEvent, type StoredCommit, type StreamName } from '../commit.js';
import { EventCodec } from '../event-codec.js';
import { eventCatalogue } from '../events.js';
import { KeyRing } from '../key-ring.js';
import { Homes, hubJoined, linkStream, siteJoined } from './homes.js';

/** Streams by name: who wrote them, and of which event. */
type History = Readonly<Record<string, readonly [site: string, type: string, data?: object]>>;

async function logOf(history: History): Promise<MemoryEventStore> {
  const store = new MemoryEventStore();
  for (const [stream, [site, type, data = {}]] of Object.entries(history)) {
    const at = '2026-03-02T01:00:00.000Z';
    const meta = { at, recordedAt: at, actor: { kind: 'system', id: 's' } as const, site, correlation: 'c' };
    const events = [{ id: 'c.1', version: 1, type, schema: 1, data, meta }];
    const commit = {
      format: 1,
      stream: stream as StreamName,
      first: 1,
      command: 'c',
      digest: 'd',
      previous: null,
      events,
    } as const;
    await store.append(sealCommit(commit, nodeCryptography));
  }
  return store;
}

const fold = { initial: 0, evolve: (n: number) => n + 1 };
const next = { id: 'next', data: {}, actor: { kind: 'system', id: 's' } } as const;

function commandsOn(store: MemoryEventStore, site: string, alone = false): CommandHandling {
  const types = [hubJoined, siteJoined, 'Happened'].map((type) => ({ type, schema: 1 }));
  const codec = new EventCodec(eventCatalogue(types), nodeCryptography, new KeyRing(new MemoryVault()));
  return new CommandHandling({
    store, codec, site, alone, digestKey: new Uint8Array(32), cryptography: nodeCryptography, clock: { now: () => Date.UTC(2026, 2, 3) },
    homes: new Homes(store, site),
  }); // prettier-ignore
}

const alone: History = { 'ticket.old': ['before', 'Happened'], 'ticket.own': ['main', 'Happened'] };
const hub: History = {
  ...alone,
  'site.east': ['main', siteJoined],
  'ticket.east': ['east', 'Happened'],
  'customer.east': ['east', 'Happened'],
};
const site: History = {
  [linkStream]: ['east', hubJoined, { hub: 'main' }],
  'account.a': ['main', 'Happened'],
  'account.old': ['before', 'Happened'],
  'ticket.own': ['east', 'Happened'],
};

describe('where a stream is at home', () => {
  test.each<[string, History, string, StreamName, string | undefined]>([
    ['alone: its own', alone, 'main', 'ticket.own', undefined],
    ['alone: what it wrote under an earlier name', alone, 'main', 'ticket.old', undefined],
    ['alone: accounts that are none yet', alone, 'main', 'account.new', undefined],
    ['a hub: its own', hub, 'main', 'ticket.own', undefined],
    ['a hub: what it wrote under an earlier name', hub, 'main', 'ticket.old', undefined],
    ['a hub: what a site wrote', hub, 'main', 'ticket.east', 'east'],
    ["a hub: a profile of a site's customer that is none yet", hub, 'main', 'profile.east', 'east'],
    ['a hub: a ticket that is none yet', hub, 'main', 'ticket.new', undefined],
    ['a site: its own', site, 'east', 'ticket.own', undefined],
    ['a site: what the hub wrote', site, 'east', 'account.a', 'main'],
    ['a site: what the hub wrote under an earlier name', site, 'east', 'account.old', 'main'],
    ['a site: an account that is none yet', site, 'east', 'account.new', 'main'],
    ['a site: a ticket that is none yet', site, 'east', 'ticket.new', undefined],
  ])('%s', async (_what, history, own, stream, home) => {
    const store = await logOf(history);
    expect(await new Homes(store, own).homeOf(stream)).toBe(home);
    const before = (await store.load(stream)).length;
    const rules = { fold, decide: () => [{ type: 'Happened', data: {} }], isLikelyNew: true };
    const handled = await commandsOn(store, own).handle(stream, next, rules);
    expect(handled).toMatchObject(
      home === undefined ? { kind: 'accepted' } : { kind: 'rejected', rejection: { rejection: 'at-home-elsewhere', home } },
    );
    expect((await store.load(stream)).length).toBe(before + (home === undefined ? 1 : 0));
  });

  test('a refusal by the rules comes before it: who may not know of the stream does not learn whose it is', async () => {
    const store = await logOf(hub);
    const rules = { fold, decide: () => ({ rejection: 'ticket-not-found' }) };
    const handled = await commandsOn(store, 'main').handle('ticket.east', next, rules);
    expect(handled).toEqual({ kind: 'rejected', rejection: { rejection: 'ticket-not-found' } });
  });

  test('what is let in by another way is seen by the next look', async () => {
    const store = await logOf(alone);
    const commands = commandsOn(store, 'main', true);
    expect((await commands.current('ticket.own', fold)).version).toBe(1);
    const [first] = await store.load('ticket.own');
    const { meta } = openCommit(first as StoredCommit).events[0] as RecordedEvent;
    const events = [{ id: 'd.1', version: 2, type: 'Happened', schema: 1, data: {}, meta }];
    const more = {
      format: 1,
      stream: 'ticket.own',
      first: 2,
      command: 'd',
      digest: 'd',
      previous: String(first?.hash),
      events,
    } as const;
    await commands.letIn('ticket.own', () => store.append(sealCommit(more, nodeCryptography)));
    expect((await commands.current('ticket.own', fold)).version).toBe(2);
  });
});
