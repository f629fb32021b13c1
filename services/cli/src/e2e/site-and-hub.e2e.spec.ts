import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { adminPassword, ApiClient, eventually, startEmbedded, type Answer, type Installation } from '@ledgerline/installation';
import { ledgerline, result } from './command-line.js';
import { CutLink } from './cut-link.js';

jest.setTimeout(240_000);

const password = 'a-good-long-password';
const ok = ({ status, body }: Answer, wanted = 200) => {
  expect([status, body['code']]).toEqual([wanted, body['code']]);
  return body;
};

/** R15: a site keeps working when its link is down, and nothing is lost when it comes back. */
describe('a site with hosts of its own', () => {
  let hub: Installation;
  let site: Installation;
  const link = new CutLink(() => hub.url);
  const at = (installation: Installation, username: string) =>
    ApiClient.signIn(installation.url, username, username === 'admin' ? adminPassword : password);
  const user = async (username: string, roles: readonly string[]) =>
    ok(
      await (await at(hub, 'admin')).post('/users', { username, password, name: username, roles, departments: ['call-centre'] }),
      201,
    );
  const linkOf = async () =>
    (await (await fetch(`${site.url}/health/ready`)).json()) as { status: string; link: { state: string } };
  const untilLink = (state: string) => eventually(async () => expect((await linkOf()).link.state).toBe(state));
  const register = async (client: ApiClient, subject: string) => {
    const ticket = {
      channel: 'phone',
      kind: 'complaint',
      level: 'general',
      item: 'fault',
      subject,
      description: `${subject} 请处理`,
      caller: { name: '王丽' },
    };
    return String(ok(await client.post('/tickets', ticket), 201)['id']);
  };
  const eventsOf = async (client: ApiClient, id: string) =>
    ok(await client.get(`/tickets/${id}/events?limit=200`))['items'] as readonly {
      hash: string;
      type: string;
      version: number;
    }[];
  const subjectsAt = async (client: ApiClient) =>
    (ok(await client.get('/tickets?limit=200'))['items'] as readonly { subject: string }[])
      .map(({ subject }) => subject)
      .toSorted();
  const isWhole = async ({ data }: Installation) =>
    expect(result(await ledgerline(['verify', '--json'], { env: { LEDGERLINE_DATA: data } }))).toMatchObject({ whole: true });

  /** Sign-ins that are refused are counted: the list of accounts is asked. */
  const hasAccount = async (username: string) => {
    const admin = await at(site, 'admin');
    await eventually(async () => {
      const users = ok(await admin.get('/users'))['items'] as readonly { username: string }[];
      expect(users.map((one) => one.username)).toContain(username);
    });
  };

  beforeAll(async () => {
    hub = await startEmbedded();
    const admin = await at(hub, 'admin');
    ok(await admin.post('/sites', { code: 'east', name: '东部分中心' }), 201);
    const token = ok(await admin.post('/tokens', { name: 'link of east', roles: [], scopes: ['site:east'] }), 201)['token'];
    await user('agent1', ['agent', 'coordinator']);
    await link.join();
    const env = { LEDGERLINE_SITE: 'east', LEDGERLINE_HUB: link.url, LEDGERLINE_HUB_TOKEN: String(token) };
    site = await startEmbedded({ env });
  });
  afterAll(async () => {
    await link.cut();
    await Promise.all([hub.stop(), site.stop()]);
  });

  test('has the organisation of its hub, and founds none of its own', async () => {
    const admin = await at(site, 'admin');
    await untilLink('up');
    await eventually(async () =>
      expect(ok(await admin.get('/sites'))['items']).toMatchObject([
        { code: 'east', own: true },
        { code: 'main', own: false },
      ]),
    );
    expect((ok(await admin.get('/users'))['items'] as object[]).length).toBe(2);
  });

  test('refuses what is at home at the hub, by name', async () => {
    const admin = await at(site, 'admin');
    const refused = await admin.post('/departments', { code: 'repair', name: '维修' });
    expect(refused).toMatchObject({ status: 409, body: { code: 'at-home-elsewhere', home: 'main' } });
    expect(await admin.post('/users/agent1/deactivate', { reason: 'x' })).toMatchObject({ body: { code: 'at-home-elsewhere' } });
  });

  test('while the link is cut both work; when it returns everything is on both, once', async () => {
    await user('agent2', ['agent', 'coordinator']);
    await hasAccount('agent2');
    await link.cut();
    await untilLink('down');
    expect((await linkOf()).status).toBe('ready');
    const [there, here] = [await at(site, 'agent2'), await at(hub, 'agent1')];
    const [lamp, stove] = [await register(there, 'lamp'), await register(there, 'stove')];
    ok(await there.post(`/tickets/${lamp}/route`, { lead: 'call-centre' }));
    const fridge = await register(here, 'fridge');
    await user('agent3', ['agent', 'coordinator']);
    // Either may die in the middle: what was acknowledged is there, and goes over once.
    await Promise.all([hub.kill(), site.kill()]);
    await Promise.all([hub.restart(), site.restart()]);
    const again = await at(site, 'agent2');
    ok(await again.post(`/tickets/${stove}/answer`, { text: '已处理' }));
    await link.join();
    await untilLink('up');
    const agent = await at(hub, 'agent1');
    await eventually(async () => expect(await subjectsAt(agent)).toEqual(['fridge', 'lamp', 'stove']));
    for (const id of [lamp, stove]) {
      const own = await eventsOf(again, id);
      await eventually(async () =>
        expect((await eventsOf(agent, id)).map(({ hash }) => hash)).toEqual(own.map(({ hash }) => hash)),
      );
    }
    await hasAccount('agent3');
    await at(site, 'agent3');
    expect(await subjectsAt(again)).toEqual(['lamp', 'stove']);
    expect((await eventsOf(agent, lamp)).length).toBe((await eventsOf(again, lamp)).length);
    expect(await agent.post(`/tickets/${lamp}/add-message`, { from: 'staff', text: 'x' })).toMatchObject({
      status: 409,
      body: { code: 'at-home-elsewhere', home: 'east' },
    });
    expect((await eventsOf(agent, fridge)).length).toBeGreaterThan(0);
    await Promise.all([isWhole(hub), isWhole(site)]);
  });
});
