import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { HubLink, readConfiguration, start, type Running } from '@ledgerline/host';
import { adminPassword, ApiClient, eventually } from '@ledgerline/installation';
import { openCommit, sealCommit, streamName, type Position, type RecordedEvent, type StoredCommit } from '@ledgerline/kernel';
import { startNats, type RunningNats } from '@ledgerline/servers';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { everyModule } from '../index.js';
import { projectingHere } from '../projecting-here.js';

jest.setTimeout(300_000);

/** ADR 0048 with a hub on the embedded log and a site on NATS, in one process. */
describe('a site on JetStream and its hub', () => {
  let nats: RunningNats;
  let hub: Running;
  let site: Running;
  let [atHub, atSite] = [{} as ApiClient, {} as ApiClient];
  const opened = (env: Readonly<Record<string, string>>, data = mkdtempSync(join(tmpdir(), 'ledgerline-sites-'))) => {
    const own = { PORT: '0', LOG_LEVEL: 'fatal', LEDGERLINE_DATA: data, LEDGERLINE_ADMIN_PASSWORD: adminPassword };
    return start(everyModule.map(projectingHere), readConfiguration({ ...own, ...env }));
  };
  const signedIn = async ({ address = '' }: Running) => (await ApiClient.signIn(address, 'admin', adminPassword)).repeating();
  const register = async (client: ApiClient, subject: string) => {
    const caller = { name: 'Zacharias Quillfeather' };
    const ticket = {
      channel: 'phone',
      kind: 'complaint',
      level: 'general',
      item: 'fault',
      subject,
      description: subject,
      caller,
    };
    return String((await client.post('/tickets', ticket)).body['id']);
  };
  const hashesOf = async ({ ledgerline }: Running, ticket: string) =>
    (await ledgerline.store.load(streamName('ticket', ticket))).map(({ hash }) => hash);
  const onBoth = (ticket: string) =>
    eventually(async () => {
      const own = await hashesOf(site, ticket);
      expect(await hashesOf(hub, ticket)).toEqual(own);
      return own.length;
    });
  const lengthOf = async ({ ledgerline: { store } }: Running) => (await store.read(undefined, 100_000)).length;

  beforeAll(async () => {
    [nats, hub] = [await startNats(), await opened({})];
    atHub = await signedIn(hub);
    await atHub.post('/sites', { code: 'east', name: '东部分中心' });
    const { body } = await atHub.post('/tokens', { name: 'link', roles: [], scopes: ['site:east'] });
    site = await opened({
      LEDGERLINE_SITE: 'east', LEDGERLINE_STORE: 'jetstream', NATS_URL: nats.url, LEDGERLINE_VAULT_KEY: 'k',
      LEDGERLINE_HUB: String(hub.address), LEDGERLINE_HUB_TOKEN: String(body['token']),
    }); // prettier-ignore
    atSite = await signedIn(site);
  });
  afterAll(async () => {
    await site?.stop();
    await hub?.stop();
    await nats?.stop();
  });

  test('people of the hub sign in at the site, whose tickets are read at the hub under their keys', async () => {
    const ticket = await register(atSite, '冰箱不制冷');
    expect(await onBoth(ticket)).toBeGreaterThan(0);
    await eventually(async () =>
      expect((await atHub.get(`/tickets/${ticket}`)).body).toMatchObject({ subject: '冰箱不制冷', site: 'east' }),
    );
    const commands = (await atHub.get(`/tickets/${ticket}/commands`)).body['items'] as readonly {
      possible: boolean;
      code?: string;
    }[];
    expect(commands.filter(({ possible }) => possible)).toEqual([]);
    expect(commands.some(({ code }) => code === 'at-home-elsewhere')).toBe(true);
  });

  test('a token that is the link of one site is of no use for anything else', async () => {
    const { body } = await atHub.post('/tokens', { name: 'other', roles: ['administrator'], scopes: ['site:west'] });
    const west = new ApiClient(String(hub.address), String(body['token']));
    expect((await west.get('/tickets')).body['code']).toBe('scope-not-granted');
    expect((await west.get('/link/place')).body['code']).toBe('site-has-not-joined');
    expect((await west.post('/link/join', { site: 'east', sealTo: 'x'.repeat(43) })).body['code']).toBe('not-allowed');
    expect((await west.post('/link/join', { site: 'west', sealTo: 'x'.repeat(43) })).body['code']).toBe('site-not-found');
  });

  test('whoever cannot join does not start, and says why', async () => {
    const link = { LEDGERLINE_SITE: 'west', LEDGERLINE_HUB: String(hub.address), LEDGERLINE_HUB_TOKEN: `llt_${'a'.repeat(52)}` };
    await expect(opened(link)).rejects.toThrow('answers not-signed-in');
    await expect(opened({ ...link, LEDGERLINE_HUB: 'http://127.0.0.1:1' })).rejects.toThrow('does not answer');
    const data = mkdtempSync(join(tmpdir(), 'ledgerline-own-'));
    await (await opened({ LEDGERLINE_SITE: 'west' }, data)).stop();
    await expect(opened(link, data)).rejects.toThrow('an organisation of its own');
  });

  test('an erasure is ordered at home, and reaches the copy: its key is destroyed, its list cleared', async () => {
    const ticket = await register(atSite, 'a whistling kettle');
    await onBoth(ticket);
    const [first] = await hub.ledgerline.store.load(streamName('ticket', ticket));
    const { person } = openCommit(first as StoredCommit).events[0]?.data as { person: string };
    expect((await hub.ledgerline.vault.keys([person])).get(person)).toBeInstanceOf(Uint8Array);
    expect((await atHub.post('/erasures', { ticket, ground: 'person-request' })).body).toMatchObject({
      code: 'at-home-elsewhere',
      home: 'east',
    });
    await eventually(async () => expect((await atSite.post('/erasures', { ticket, ground: 'person-request' })).status).toBe(202));
    await eventually(async () => expect((await hub.ledgerline.vault.keys([person])).get(person)).toBe('destroyed'));
    await eventually(async () => expect((await atHub.get(`/tickets/${ticket}`)).body['subject']).toEqual({ erased: true }));
    await eventually(async () =>
      expect(JSON.stringify((await atHub.get('/tickets?limit=200')).body)).not.toContain('a whistling kettle'),
    );
  });

  test('after a restore of either log it is gone through again, and nothing comes twice', async () => {
    const ticket = await register(atSite, 'lamp');
    await onBoth(ticket);
    const before = [await lengthOf(hub), await lengthOf(site)];
    const { checkpoints } = site.ledgerline;
    await checkpoints.set('from-hub@1', 'main.anotherlife.3' as Position, await checkpoints.claim('from-hub@1'));
    const ofHub = hub.ledgerline.checkpoints;
    const place = 'from-site-east@1';
    await ofHub.set(place, 'east-p0.anotherlife.3' as Position, await ofHub.claim(place));
    const link = new HubLink(site.ledgerline, new AbortController().signal);
    while (await link.takeFromHub());
    while (await link.giveToHub());
    expect(await ofHub.get(place)).not.toContain('anotherlife');
    const [here, there] = [
      await hub.ledgerline.store.read(undefined, 100_000),
      await site.ledgerline.store.read(undefined, 100_000),
    ];
    for (const log of [here, there]) expect(new Set(log.map(({ stream, first }) => `${stream} ${first}`)).size).toBe(log.length);
    expect(here.length).toBeGreaterThanOrEqual(before[0] as number);
    expect(there.length).toBeGreaterThanOrEqual(before[1] as number);
    await onBoth(ticket);
  });

  test('a stream that was written at both ends stops the link, by name; both go on working', async () => {
    const ticket = await register(atSite, 'stove');
    await onBoth(ticket);
    const { store, cryptography } = hub.ledgerline;
    const stream = streamName('ticket', ticket);
    const last = (await store.load(stream)).at(-1) as StoredCommit;
    const [event] = openCommit(last).events as [RecordedEvent];
    const first = last.last + 1;
    // As the hub would have it from a life of the site that a restore has undone.
    const commit = {
      ...openCommit(last),
      first,
      command: 'undone',
      previous: last.hash,
      events: [{ ...event, id: 'undone.1', version: first }],
    };
    expect((await store.append(sealCommit(commit, cryptography))).kind).toBe('appended');
    expect((await atSite.post(`/tickets/${ticket}/add-message`, { from: 'staff', text: 'x' })).status).toBe(200);
    const ready = async () =>
      (await (await fetch(`${site.address}/health/ready`)).json()) as { status: string; link: { state: string; why: string } };
    await eventually(async () => expect((await ready()).link.state).toBe('stands-still'));
    const why = expect.stringMatching(new RegExp(`mirror-stopped: forked at ${stream.replace('.', '\\.')} ${first}$`));
    expect(await ready()).toMatchObject({ status: 'ready', link: { why } });
    expect(await register(atSite, 'still here')).toMatch(/^p0-/);
    expect(await register(atHub, 'here too')).toMatch(/^p0-/);
  });
});
