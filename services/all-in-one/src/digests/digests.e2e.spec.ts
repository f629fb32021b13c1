import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { digestFold, digestRoundsFold, type Digest } from '@ledgerline/domain';
import { ApiClient, adminPassword, eventually } from '@ledgerline/installation';
import { idOf, streamName } from '@ledgerline/kernel';
import { HostWithClock, SettableClock } from '../ticker/host-with-clock.js';

jest.setTimeout(240_000);

const opened: HostWithClock[] = [];
afterEach(async () => {
  for (const host of opened.splice(0)) await host.stop();
});

const password = 'a-good-long-password';
/** Monday mornings, and not on a holiday. */
const schedule = {
  code: 'weekly', effectiveFrom: '2026-01-01T00:00:00Z', template: 'department-digest', period: 'week', on: 'mon', at: '08:30',
  timeZone: 'Asia/Shanghai', calendar: 'default', readers: [{ role: 'manager', departments: ['quality', 'sales'] }],
}; // prettier-ignore

async function startedAt(time: string) {
  const clock = new SettableClock(Temporal.Instant.from(`${time.replace(' ', 'T')}+08:00`).epochMilliseconds);
  const host = await HostWithClock.start(clock);
  opened.push(host);
  for (const code of ['quality', 'sales'])
    await host.accepted('administration', 'create-department', code, { body: { code, name: code } });
  for (const [username, department] of [['quality-m', 'quality'], ['sales-m', 'sales']])
    await host.accepted('administration', 'create-user', username as string, {
      body: { username, name: username, password, roles: ['manager'], departments: [department] },
    }); // prettier-ignore
  return { host, clock };
}

async function putInForce(host: HostWithClock, type: string, body: { readonly code: string }) {
  const { code } = body;
  await host.accepted('administration', 'draft-document', code, { body: { type, code, body } });
  await host.accepted('administration', 'submit-document', code, { body: { type, code, draft: 1 } });
  await host.accepted('administration', 'approve-document', code, { body: { type, code, draft: 1 }, by: 'another' });
}

async function reported(host: HostWithClock, lead: string, about: object = {}): Promise<string> {
  const id = await host.register({ kind: 'complaint', ...about });
  await host.accepted('routing', 'route', id, { body: { lead } });
  return id;
}

/** Every digest that stands in the log, in the log's order. */
async function delivered(host: HostWithClock): Promise<readonly NonNullable<Digest>[]> {
  const { store, codec } = host.running.ledgerline;
  const commits = await codec.open(await store.read(undefined, 100_000), []);
  return commits
    .filter(({ stream }) => stream.startsWith('digest.'))
    .map(({ events }) => events.reduce(digestFold.evolve, undefined) as NonNullable<Digest>);
}

/** What stands in the log of digests, as it stands there. */
async function written(host: HostWithClock): Promise<string> {
  const commits = await host.running.ledgerline.store.read(undefined, 100_000);
  return commits.flatMap(({ stream, text }) => (stream.startsWith('digest') ? [text] : [])).join('\n');
}

const periods = (digests: readonly NonNullable<Digest>[], department: string) =>
  digests.filter(({ content }) => content.department === department).map(({ content }) => content.period.name);

describe('digests', () => {
  test('go to each manager when the week is over, once, with what they may see; and stay readable as they were', async () => {
    const { host, clock } = await startedAt('2026-03-04 10:00');
    await putInForce(host, 'digest-schedule', schedule);
    const words = { subject: '箱体异响', description: '夜里响个不停', caller: { phone: '13911112222', name: '孙小圣' } };
    const mine = await reported(host, 'quality', words);
    await reported(host, 'sales', { kind: 'opinion' });
    clock.passTo('2026-03-09 08:29');
    await host.settled();
    expect(await delivered(host)).toEqual([]);
    clock.passTo('2026-03-09 08:31');
    await eventually(async () => expect(await delivered(host)).toHaveLength(2));
    const manager = await ApiClient.signIn(String(host.running.address), 'quality-m', password);
    const [head] = await eventually(async () => {
      const { items } = (await manager.get('/digests')).body as unknown as { readonly items: readonly { readonly id: string }[] };
      expect(items).toMatchObject([{ department: 'quality', period: { name: '2026-W10' }, schedule: 'weekly' }]);
      return items;
    });
    const notices = await eventually(async () => {
      const { items } = (await manager.get('/notifications')).body as unknown as {
        readonly items: readonly { readonly kind: string }[];
      };
      const told = items.filter(({ kind }) => kind === 'digest-delivered');
      expect(told).toHaveLength(1);
      return told;
    });
    expect(notices[0]).toMatchObject({ digest: head?.id, department: 'quality' });
    // No words are kept, so that an erasure has nothing to look for here.
    for (const said of [words.subject, words.description, ...Object.values(words.caller)])
      expect(await written(host)).not.toContain(said);
    const { body } = await manager.get(`/digests/${String(head?.id)}`);
    const complaints = (body as unknown as Shown).sections.find(({ section }) => section === 'complaints');
    expect(complaints).toMatchObject({
      total: { figures: { registered: 1 }, before: { registered: 0 } },
      listed: { tickets: [mine] },
    });
    const { body: behind } = await manager.get(String(complaints?.tickets).replace('/api/v1', ''));
    expect((behind['items'] as readonly { readonly id: string }[]).map(({ id }) => id)).toEqual([mine]);
    const other = await ApiClient.signIn(String(host.running.address), 'sales-m', password);
    expect((await other.get(`/digests/${String(head?.id)}`)).body['code']).toBe('digest-not-found');
    await reported(host, 'quality');
    clock.pass(3_600_000);
    await host.settled();
    expect(await delivered(host)).toHaveLength(2);
    expect((await manager.get(`/digests/${String(head?.id)}`)).body).toEqual(body);
  });

  test('after an outage come for each week that was missed, in order, and none twice; on a holiday they wait', async () => {
    const { host, clock } = await startedAt('2026-09-16 10:00');
    await putInForce(host, 'digest-schedule', schedule);
    await reported(host, 'quality');
    await host.settled();
    clock.passTo('2026-09-21 09:00');
    await eventually(async () => expect(periods(await delivered(host), 'quality')).toEqual(['2026-W38']));
    await host.stop();
    opened.splice(0);
    // National Day: nobody works on Monday 5 October.
    clock.passTo('2026-10-05 12:00');
    const again = await HostWithClock.start(clock, { LEDGERLINE_DATA: host.data });
    opened.push(again);
    await eventually(async () => expect(periods(await delivered(again), 'sales')).toEqual(['2026-W38', '2026-W39']));
    clock.passTo('2026-10-08 08:31');
    await eventually(async () =>
      expect(periods(await delivered(again), 'quality')).toEqual(['2026-W38', '2026-W39', '2026-W40']),
    );
    await eventually(async () => {
      const { commands } = again.running.ledgerline;
      expect((await commands.current(streamName('digest-round', 'weekly'), digestRoundsFold)).version).toBe(3);
    });
    const ids = (await again.running.ledgerline.store.read(undefined, 100_000)).filter(({ stream }) =>
      stream.startsWith('digest.'),
    );
    expect(new Set(ids.map(({ stream }) => idOf(stream))).size).toBe(ids.length);
  });
});

interface Shown {
  readonly sections: readonly { readonly section: string; readonly tickets: string }[];
}

test('are made of any period when somebody asks, as a page and as files', async () => {
  const { host } = await startedAt('2026-03-10 10:00');
  const url = String(host.running.address);
  const admin = await ApiClient.signIn(url, 'admin', adminPassword);
  await reported(host, 'quality', { subject: '=cmd|x' });
  const { body } = await admin.get('/digests/now?template=executive-report&period=2026-03');
  expect(body).toMatchObject({ scope: 'centre', period: { name: '2026-03' }, sections: expect.any(Array) });
  const token = await ApiClient.tokenOf(url, 'admin', adminPassword);
  for (const [format, magic] of [
    ['pdf', '%PDF-'],
    ['xlsx', 'PK'],
  ] as const) {
    const path = `/api/v1/digests/now/file?template=executive-report&period=2026-03&format=${format}`;
    const file = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${token}` } });
    expect(file.status).toBe(200);
    expect(
      Buffer.from(await file.arrayBuffer())
        .subarray(0, magic.length)
        .toString('latin1'),
    ).toBe(magic);
  }
  const refused = await Promise.all(
    ['template=none-such', 'template=executive-report&period=2026-99', 'period=2026-03', 'template=department-digest'].map(
      (query) => admin.get(`/digests/now?${query}`),
    ),
  );
  expect(refused.map(({ body: { code } }) => code)).toEqual([
    'document-not-found',
    'invalid-query',
    'invalid-query',
    'department-required',
  ]);
});
