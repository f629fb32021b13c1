import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { ApiClient, eventually, until, type Answer } from '@ledgerline/installation';
import { HostWithClock, SettableClock } from '../ticker/host-with-clock.js';

jest.setTimeout(240_000);

const password = 'correct-horse-battery';
const hour = 3_600_000;
type Items = readonly Record<string, unknown>[];

/** Absences of people of one house: who stands in may do their work, in their name and in no other way. */
describe('a substitute during an absence', () => {
  let host: HostWithClock;
  const clients = new Map<string, ApiClient>();
  const ids = new Map<string, string>();
  const as = (name: string) => clients.get(name) as ApiClient;
  const idOf = (name: string) => String(ids.get(name));
  const url = () => host.running.address ?? '';
  const later = (hours: number) => new Date(host.clock.now() + hours * hour).toISOString();
  const items = ({ body }: Answer) => body['items'] as Items;
  const code = ({ status, body }: Answer) => [status, body['code']];

  async function employs(username: string, name: string, roles: readonly string[], ...departments: readonly string[]) {
    const { body } = await as('admin').post('/users', { username, password, name, roles, departments });
    ids.set(username, String(body['id']));
    clients.set(username, (await ApiClient.signIn(url(), username, password)).repeating());
  }
  async function named(by: string, body: object): Promise<string> {
    const answer = await as(by).post('/substitutions', { until: later(48), reason: '年休假', ...body });
    expect([answer.status, answer.body['code']]).toEqual([201, undefined]);
    return String(answer.body['id']);
  }
  const ends = async (id: string) => expect((await as('admin').post(`/substitutions/${id}/end`)).status).toBe(200);
  const acts = async (who: string, onBehalfOf: string) =>
    expect(code(await as(who).post('/session/acting', { onBehalfOf }))).toEqual([204, undefined]);
  const stops = (who: string) => as(who).call('DELETE', '/session/acting');
  const does = (who: string, ticket: string, command: string, body: object = {}) =>
    as(who).post(`/tickets/${ticket}/${command}`, body);
  async function ticket(about: object = {}): Promise<string> {
    const { body } = await as('coordinator').post('/tickets', {
      channel: 'phone', kind: 'complaint', level: 'general', item: 'fault', subject: '漏水', description: '冰箱漏水',
      caller: { name: '王五', phone: '13800138000' }, ...about,
    }); // prettier-ignore
    await does('coordinator', String(body['id']), 'route', { lead: 'quality' });
    return String(body['id']);
  }
  const accepted = async (who: string, id: string, command: string, body: object = {}) =>
    expect(code(await does(who, id, command, body))).toEqual([200, undefined]);
  const result = { result: '已修复', reply: '已为您修复', publishable: false, confidentialReason: '个案' };

  beforeAll(async () => {
    host = await HostWithClock.start(new SettableClock(Date.parse('2026-03-02T01:00:00Z')));
    clients.set('admin', (await ApiClient.signIn(url(), 'admin', password)).repeating());
    for (const one of ['quality', 'sales']) await as('admin').post('/departments', { code: one, name: one });
    await as('admin').post('/departments', { code: 'dealer', name: 'dealer', external: true });
    await employs('coordinator', '周协调', ['coordinator'], 'call-centre');
    await employs('handler', '李处理', ['handler'], 'quality');
    await employs('manager', '赵经理', ['manager'], 'quality');
    await employs('colleague', '孙同事', ['handler'], 'quality');
    await employs('seller', '钱销售', ['handler'], 'sales');
    await employs('boss', '吴总', ['leader']);
    await employs('outside', '郑外联', ['handler'], 'dealer');
    await host.settled();
  });
  afterAll(() => host.stop());

  test('is named by the person, by their manager or an administrator; by nobody else, and nobody takes it themselves', async () => {
    const name = (by: string, body: object) => as(by).post('/substitutions', { until: later(8), reason: 'x', ...body });
    expect(code(await name('seller', { absent: 'handler', substitute: 'colleague' }))).toEqual([403, 'not-allowed']);
    expect(code(await name('manager', { absent: 'boss', substitute: 'colleague' }))).toEqual([403, 'not-allowed']);
    expect(code(await name('manager', { absent: 'handler', substitute: 'manager' }))).toEqual([403, 'names-themselves']);
    expect(code(await name('handler', { substitute: 'handler' }))).toEqual([409, 'own-substitute']);
    expect(code(await name('handler', { substitute: 'outside' }))).toEqual([409, 'substitute-is-external']);
    expect(code(await name('handler', { substitute: 'who-is-that' }))).toEqual([409, 'no-such-substitute']);
    expect((await name('handler', { substitute: 'colleague', until: 'tomorrow' })).status).toBe(400);
    const key = { 'idempotency-key': 'one-absence' };
    const body = { absent: 'handler', substitute: 'colleague', until: later(8), reason: '生病' };
    const [first, again] = [await as('manager').post('/substitutions', body, key), await as('manager').post('/substitutions', body, key)];
    expect([first.status, again.body['id']]).toEqual([201, first.body['id']]);
    expect(code(await name('handler', { substitute: 'seller' }))).toEqual([409, 'already-substituted']);
    // No chains: who is away stands in for nobody.
    expect(code(await name('manager', { substitute: 'handler' }))).toEqual([409, 'substitute-is-absent']);
    await host.settled();
    const seen = async (who: string) => items(await as(who).get('/substitutions')).map(({ id }) => id);
    for (const who of ['handler', 'manager', 'colleague', 'admin']) expect(await seen(who)).toEqual([first.body['id']]);
    for (const who of ['seller', 'boss']) expect(await seen(who)).toEqual([]);
    expect(items(await as('colleague').get('/substitutions'))[0]).toMatchObject({
      absent: idOf('handler'), substitute: idOf('colleague'), reason: '生病', namedBy: idOf('manager'),
    }); // prettier-ignore
    expect(code(await as('seller').post(`/substitutions/${String(first.body['id'])}/end`))).toEqual([404, 'substitution-not-found']);
    expect((await as('colleague').post(`/substitutions/${String(first.body['id'])}/end`)).status).toBe(200);
    await host.settled();
    const told = async (who: string) =>
      items(await as(who).get('/notifications')).map(({ kind, standingIn }) => [kind, (standingIn as { absent: string }).absent]);
    // Nobody is told of what they did themselves.
    const both = [['substitution-ended', idOf('handler')], ['substitute-named', idOf('handler')]];
    expect((await told('handler')).toSorted()).toEqual(both.toSorted());
    expect(await told('colleague')).toEqual([['substitute-named', idOf('handler')]]);
    expect([await told('manager'), await told('seller')]).toEqual([[], []]);
  }); // prettier-ignore

  test('does what the absent person may, as themselves on that person’s behalf, and nothing of their own meanwhile', async () => {
    const mine = await ticket();
    await accepted('handler', mine, 'accept');
    expect(code(await does('colleague', mine, 'record-progress', { text: 'x' }))).toEqual([403, 'not-the-assigned-handler']);
    expect(code(await as('colleague').post('/session/acting', { onBehalfOf: 'handler' }))).toEqual([403, 'not-their-substitute']);
    const id = await named('handler', { substitute: 'colleague' });
    await acts('colleague', 'handler');
    await accepted('colleague', mine, 'record-progress', { text: '已联系厂家' });
    const event = items(await as('coordinator').get(`/tickets/${mine}/events`)).at(-1) as { meta: object };
    expect(event.meta).toMatchObject({
      actor: { kind: 'person', id: idOf('colleague'), roles: ['handler'], departments: ['quality'] },
      onBehalfOf: idOf('handler'),
    });
    const { user } = (await as('colleague').get('/session')).body as { user: Record<string, unknown> };
    expect(user).toMatchObject({ id: idOf('colleague'), onBehalfOf: idOf('handler'), standsInFor: [{ absent: idOf('handler'), name: '李处理' }] });
    // What is taken on in their name is theirs when they come back.
    const fresh = await ticket();
    await accepted('colleague', fresh, 'accept');
    const { parts } = (await as('coordinator').get(`/tickets/${fresh}`)).body as { parts: Items };
    expect(parts[0]).toMatchObject({ handler: idOf('handler') });
    await ends(id);
    await eventually(async () => expect(code(await does('colleague', mine, 'record-progress', { text: 'x' }))[0]).toBe(403));
    await accepted('handler', fresh, 'record-progress', { text: '回来了' });
    await stops('colleague');
  }); // prettier-ignore

  test('never administers, changes no account of either, and names nobody in turn', async () => {
    await employs('two-hats', '冯主任', ['administrator', 'auditor', 'coordinator'], 'call-centre');
    const id = await named('two-hats', { substitute: 'seller' });
    await acts('seller', 'two-hats');
    const { user } = (await as('seller').get('/session')).body as {
      user: { roles: readonly string[]; areas: readonly string[] };
    };
    expect(user.roles).toEqual(['coordinator']);
    expect(user.areas).not.toContain('administration');
    const forbidden: readonly (readonly [string, object])[] = [
      ['/users', { username: 'x', password, name: 'x', roles: [], departments: [] }],
      ['/tokens', { name: 'x', roles: ['coordinator'] }],
      ['/session/password', { current: password, password: 'another-long-password' }],
      ['/session/second-factor', { password }],
      ['/substitutions', { substitute: 'colleague', until: later(4), reason: 'x' }],
      ['/undertakings', { edition: '2026-1' }],
    ];
    for (const [path, body] of forbidden)
      expect([path, ...code(await as('seller').post(path, body))]).toEqual([path, 403, 'not-on-behalf']);
    expect((await as('seller').get('/audit/sign-ins')).status).toBe(403);
    expect(code(await as('seller').post('/session/acting', { onBehalfOf: 'boss' }))).toEqual([403, 'not-their-substitute']);
    await ends(id);
    await stops('seller');
  });

  test('is no second pair of eyes to what they did, nor are they one in two powers', async () => {
    const id = await named('manager', { substitute: 'handler' });
    const drafted = await ticket();
    await accepted('handler', drafted, 'accept');
    await accepted('handler', drafted, 'submit-result', result);
    await acts('handler', 'manager');
    expect(code(await does('handler', drafted, 'approve-result'))).toEqual([403, 'own-work']);
    const others = await ticket();
    await accepted('colleague', others, 'accept');
    await accepted('colleague', others, 'submit-result', result);
    await accepted('handler', others, 'approve-result');
    const both = await ticket();
    await accepted('handler', both, 'accept', { department: 'quality' });
    await accepted('handler', both, 'submit-result', result);
    expect(code(await does('handler', both, 'approve-result'))).toEqual([403, 'own-work']);
    await stops('handler');
    await ends(id);
    // The other way round: who drafted in another's name does not approve in their own.
    const back = await named('handler', { substitute: 'manager' });
    const turned = await ticket();
    await accepted('handler', turned, 'accept');
    await acts('manager', 'handler');
    await accepted('manager', turned, 'submit-result', result);
    await stops('manager');
    expect(code(await does('manager', turned, 'approve-result'))).toEqual([403, 'own-work']);
    await ends(back);
  });

  test('approves no document that they or the absent person drafted', async () => {
    const paragraphs = [{ number: '1', text: '九点到岗' }];
    const rule = { code: 'desk', title: '值班', effectiveFrom: '2026-04-01T00:00:00Z', paragraphs };
    const drafted = async (who: string) => {
      const { body } = await as(who).post('/rules', rule);
      const version = String(body['id']);
      expect((await as(who).post(`/rules/${version}/submit`)).status).toBe(200);
      return version;
    };
    const [own, theirs] = [await drafted('coordinator'), await drafted('boss')];
    const id = await named('boss', { substitute: 'coordinator' });
    await acts('coordinator', 'boss');
    for (const version of [own, theirs, await drafted('coordinator')])
      expect(code(await as('coordinator').post(`/rules/${version}/approve`))).toEqual([403, 'own-draft']);
    await stops('coordinator');
    await ends(id);
  });

  test('keeps away from what is about themselves or their department, whoever they stand in for', async () => {
    const id = await named('coordinator', { substitute: 'seller' });
    const [person, sales] = [await ticket({ about: { person: '销售部的钱销售' } }), await ticket({ about: { department: 'sales' } })];
    await acts('seller', 'coordinator');
    expect(code(await does('seller', person, 'urge', { department: 'quality', text: 'x' }))).toEqual([403, 'ticket-concerns-you']);
    expect(code(await does('seller', sales, 'urge', { department: 'quality', text: 'x' }))).toEqual([409, 'ticket-concerns-department']);
    // What a caller says is taken down all the same.
    await accepted('seller', person, 'add-message', { from: 'caller', text: '补充' });
    await stops('seller');
    await ends(id);
  }); // prettier-ignore

  test('is told what the absent person is told, and so is who looks at the ticket', async () => {
    const id = await named('handler', { substitute: 'colleague' });
    const told = await ticket();
    await accepted('handler', told, 'accept');
    await accepted('coordinator', told, 'urge', { department: 'quality', text: '请尽快' });
    await host.settled();
    const kinds = async (who: string) =>
      items(await as(who).get('/notifications?unread=true')).filter((one) => one['ticket'] === told);
    expect(await kinds('handler')).toMatchObject([{ kind: 'urged' }]);
    expect(await kinds('colleague')).toMatchObject([{ kind: 'urged', onBehalfOf: [idOf('handler')] }]);
    expect(await kinds('seller')).toEqual([]);
    const list = async (who: string) =>
      items(await as(who).get(`/tickets?handler=${idOf('handler')}&open=true&limit=200`)).map((one) => one['id']);
    await acts('colleague', 'handler');
    expect(await list('colleague')).toEqual(await list('handler'));
    await stops('colleague');
    await ends(id);
    await host.settled();
    expect(await kinds('colleague')).toEqual([]);
  });

  test('is rung up in an urgent matter like the executive on duty, and named among those who were told', async () => {
    const id = await named('boss', { substitute: 'manager' });
    const urgent = await ticket();
    await accepted('coordinator', urgent, 'escalate-urgent', { reason: '漏电' });
    await host.settled();
    const events = items(await as('coordinator').get(`/tickets/${urgent}/events`));
    const alerted = events.find(({ type }) => type === 'ExecutivesAlerted') as { data: { told: readonly string[] } };
    expect(alerted.data.told).toEqual([idOf('boss'), idOf('manager')]);
    const rung = items(await as('manager').get('/notifications?unread=true')).find(({ kind }) => kind === 'urgent-alerted');
    expect(rung).toMatchObject({ ticket: urgent });
    await acts('manager', 'boss');
    await accepted('manager', urgent, 'acknowledge-urgent');
    await stops('manager');
    await ends(id);
  });

  test('a confidential ticket shows where the absent person sees it, and the look is that of the one who looked', async () => {
    const secret = await ticket({ confidential: true });
    await accepted('handler', secret, 'accept');
    const id = await named('handler', { substitute: 'colleague' });
    expect((await as('colleague').get(`/tickets/${secret}`)).status).toBe(404);
    await acts('colleague', 'handler');
    expect((await as('colleague').get(`/tickets/${secret}`)).status).toBe(200);
    const looks = items(await as('coordinator').get(`/tickets/${secret}/accesses`));
    expect(looks.at(-1)).toMatchObject({ who: idOf('colleague'), onBehalfOf: idOf('handler') });
    await stops('colleague');
    expect((await as('colleague').get(`/tickets/${secret}`)).status).toBe(404);
    await ends(id);
  });

  test('begins and ends by itself; a command that was meant for the other power is refused', async () => {
    await named('handler', { substitute: 'colleague', from: later(1), until: later(2) });
    const early = await as('colleague').post('/session/acting', { onBehalfOf: 'handler' });
    expect(code(early)).toEqual([403, 'not-their-substitute']);
    host.clock.pass(hour);
    await acts('colleague', 'handler');
    const open = await ticket();
    const meant = { 'ledgerline-on-behalf-of': idOf('handler') };
    const accept = () => as('colleague').post(`/tickets/${open}/accept`, {}, meant);
    expect(code(await as('colleague').post(`/tickets/${open}/accept`, {}, { 'ledgerline-on-behalf-of': 'none' }))).toEqual([409, 'acting-otherwise']);
    host.clock.pass(hour);
    // As long as the edge trusts an answer about a session.
    const user = async () => (await as('colleague').get('/session')).body['user'] as { readonly onBehalfOf?: string };
    await until(async () => (await user()).onBehalfOf === undefined);
    expect(code(await accept())).toEqual([409, 'acting-otherwise']);
    await accepted('colleague', open, 'accept');
  }); // prettier-ignore

  test('stands on record: who named whom, for how long, and who acted', async () => {
    await host.settled();
    const audited = async (path: string) => items(await as('admin').get(`/audit/${path}?limit=200`));
    const named = (await audited('permission-changes')).filter(
      ({ type, by }) => type === 'SubstituteNamed' && by === idOf('handler'),
    );
    expect(named).toContainEqual(
      expect.objectContaining({
        account: idOf('handler'), substitute: idOf('colleague'), from: expect.any(String), until: expect.any(String),
      }),
    ); // prettier-ignore
    expect((await audited('permission-changes')).map(({ type }) => type)).toContain('SubstitutionEnded');
    expect((await audited('sign-ins')).find((one) => one['type'] === 'ActingBegun' && one['by'] === idOf('colleague'))).toMatchObject({
      account: idOf('colleague'), onBehalfOf: idOf('handler'),
    }); // prettier-ignore
    const log = JSON.stringify(await host.running.ledgerline.store.read(undefined, 1_000));
    expect(log.includes('年休假')).toBe(false);
  });
});
