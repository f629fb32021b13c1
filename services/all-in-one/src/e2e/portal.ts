import { expect, test } from '@jest/globals';
import { ApiClient, eventually, type Installation } from '@ledgerline/installation';
import { newTicket, signIn } from './ticket-client.js';
import { aTicket } from './ticket-story.js';

type Clients = readonly [ApiClient, ApiClient, ApiClient, ApiClient];
interface Published {
  readonly items: readonly Record<string, unknown>[];
  readonly next: string | null;
}

/** R7.2 and R7.3 over HTTP: what callers and anybody can see, after the company of `ticketStory` is there. */
export function portal(installation: () => Installation): void {
  const people = async () => (await signIn(installation(), 'agent1', 'coord1', 'quality-h', 'quality-m')) as unknown as Clients;
  /** The edge waits two seconds for a list that has not seen the ticket yet, and says then what it says of a wrong secret. */
  const entered = (by: { readonly number: string; readonly secret: string }) =>
    eventually(async () => {
      const { status, body } = await enter(by);
      expect(status).toBe(200);
      return body;
    });
  const pass = async ({ number, secret }: { readonly number: string; readonly secret: string }) =>
    String((await entered({ number, secret }))['token']);
  const enter = async (body: unknown, path = '/public/session') => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${installation().url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const register = async (agent: ApiClient, change: object = {}) => {
    const { status, body } = await agent.post('/tickets', { ...aTicket, ...change });
    expect(status).toBe(201);
    return { id: String(body['id']), number: String(body['number']), secret: String(body['secret']) };
  };
  const run = async (client: ApiClient, id: string, command: string, body: unknown = {}) => {
    const answer = await client.post(`/tickets/${id}/${command}`, body);
    expect([command, answer.status, answer.body['code']]).toEqual([command, 200, undefined]);
  };

  test('a caller follows the own ticket by number and secret, and sees nothing of the inside', async () => {
    const [agent, coordinator, handler, manager] = await people();
    const { id, number, secret } = await register(agent);
    const opened = await entered({ number: number.toLowerCase().replaceAll('-', ''), secret });
    expect(opened).toMatchObject({ ticket: { id, number } });
    const caller = new ApiClient(installation().url, String(opened['token']));
    await run(coordinator, id, 'route', { lead: 'quality', note: '内部备注', noticeToCaller: '已转质量部门' });
    await run(handler, id, 'accept');
    await run(handler, id, 'record-progress', { text: '内部进展', toldCaller: false });
    await run(handler, id, 'request-information', { question: '型号是什么？' });
    await run(caller, id, 'receive-information', { text: 'BX-200' });
    await run(caller, id, 'add-message', { from: 'caller', text: '周末在家' });
    await run(coordinator, id, 'guide', { text: '内部指导' });
    await run(handler, id, 'submit-result', { result: '内部结论', reply: '已换压缩机。', publishable: true });
    const before = (await caller.get(`/tickets/${id}`)).body;
    expect(before).toMatchObject({
      status: 'in-progress',
      replies: [],
      notices: [{ text: '已转质量部门' }],
      questions: [{ text: '型号是什么？', answeredAt: expect.any(String) }],
      messages: [{ text: 'BX-200' }, { text: '周末在家' }],
      mayWithdraw: true,
      survey: 'none',
    });
    await run(manager, id, 'approve-result');
    await run(agent, id, 'accept-result');
    await run(agent, id, 'reply', { channel: 'phone' });
    const after = (await caller.get(`/tickets/${number}`)).body;
    expect(after).toMatchObject({ status: 'completed', replies: [{ text: '已换压缩机。' }], survey: 'open' });
    expect((after['steps'] as readonly { step: string }[]).map(({ step }) => step)).toEqual(
      ['registered', 'dispatched', 'in-progress', 'replied'],
    ); // prettier-ignore
    expect(JSON.stringify([before, after])).not.toMatch(/内部|quality|parts|registeredBy|handler/);
    await run(caller, id, 'record-survey', { outcome: 5, service: 5, timeliness: 4 });
    expect((await caller.get(`/tickets/${id}`)).body['survey']).toBe('answered');
    const [, , events] = await Promise.all([1, 2, 3].map(() => agent.get(`/tickets/${id}/events?limit=200`)));
    const last = (events?.body['items'] as readonly { type: string; meta: { actor: object } }[]).at(-1);
    expect(last).toMatchObject({ type: 'SurveyRecorded', meta: { actor: { kind: 'caller', id } } });
  });

  test('a caller’s pass opens nothing else', async () => {
    const [agent, coordinator] = await people();
    const [own, other] = [await register(agent), await register(agent)];
    const caller = new ApiClient(installation().url, await pass(own));
    const refused = async (call: Promise<{ status: number; body: Record<string, unknown> }>, status: number, code: string) => {
      const answer = await call;
      expect([answer.status, answer.body['code']]).toEqual([status, code]);
    };
    await refused(caller.get(`/tickets/${other.id}`), 404, 'ticket-not-found');
    await refused(caller.post(`/tickets/${other.id}/add-message`, { from: 'caller', text: 'x' }), 404, 'ticket-not-found');
    await refused(caller.post(`/tickets/${other.id}/withdraw`, { reason: 'x' }), 404, 'ticket-not-found');
    await refused(caller.get(`/tickets/${own.id}/events`), 403, 'not-allowed');
    await refused(caller.get(`/tickets/${own.id}/deadlines`), 403, 'not-allowed');
    await refused(caller.get(`/tickets/${own.id}/accesses`), 403, 'not-allowed');
    for (const inside of ['/users', '/departments', '/policies', '/undertakings', '/session'])
      await refused(caller.get(inside), 403, 'not-allowed');
    await refused(caller.post('/tickets', aTicket), 403, 'not-allowed');
    await refused(caller.post(`/tickets/${own.id}/close`, { code: 'resolved' }), 403, 'not-allowed');
    const asStaff = { from: 'staff', text: 'x' };
    await refused(caller.post(`/tickets/${own.id}/add-message`, asStaff), 409, 'callers-speak-for-themselves');
    expect((await caller.get('/tickets')).body['items']).toEqual([]);
    expect((await caller.get('/tickets/count')).body).toMatchObject({ count: 0 });
    const [named, until, mac] = (await pass(own)).split('.');
    for (const forged of [`llp_${other.id}.${until}.${mac}`, `${named}.zzzzzzzz.${mac}`, `${named}.${until}.${'A'.repeat(22)}`])
      await refused(new ApiClient(installation().url, forged).get(`/tickets/${other.id}`), 401, 'not-signed-in');
    const secretOne = await register(agent, { confidential: true });
    const reporter = new ApiClient(installation().url, await pass(secretOne));
    expect((await reporter.get(`/tickets/${secretOne.id}`)).body).toMatchObject({
      status: 'registered',
      subject: aTicket.subject,
    });
    await run(reporter, secretOne.id, 'withdraw', { reason: '不追究了' });
    await run(coordinator, secretOne.id, 'close', { code: 'withdrawn' });
  });

  test('a wrong number and a wrong secret are refused alike, and not for ever', async () => {
    const [agent] = await people();
    const { number, secret } = await register(agent);
    const wrong = [
      { number, secret: 'x'.repeat(20) },
      { number: '20260101-AAAAAAAA-A', secret },
      { number: 'nonsense', secret: 'nonsense' },
    ];
    const answers = await Promise.all(wrong.map((body) => enter(body)));
    for (const { status, body } of answers) expect([status, body]).toEqual([401, answers[0]?.body]);
    expect(answers[0]?.body['code']).toBe('wrong-number-or-secret');
    expect((await enter({ number })).body['code']).toBe('invalid-body');
    expect((await enter({ number, secret }, '/api/v1/public/session')).status).toBe(200);
    for (let n = 0; n < 9; n += 1) await enter({ number, secret: 'wrong' });
    expect(await enter({ number, secret })).toMatchObject({ status: 429, body: { code: 'too-many-requests' } });
  });

  test('results that may be published appear to everybody, without personal data, until they are withdrawn', async () => {
    const [agent, coordinator, handler, manager] = await people();
    const published = async (query = '') => {
      const response = await fetch(`${installation().url}/public/publications${query}`);
      expect(response.status).toBe(200);
      return (await response.json()) as Published;
    };
    const ticket = await newTicket(agent, { about: { person: '赵某某' }, location: { address: '人民路1号' } });
    const words = { title: '冰箱压缩机批次问题', text: '该批次已免费更换，热线 400-800-1234。' };
    await ticket.does(coordinator, 'route', { lead: 'quality' });
    await ticket.does(handler, 'accept');
    await ticket.does(handler, 'submit-result', { result: 'r', reply: 'y', publishable: true });
    await ticket.does(manager, 'approve-result');
    await ticket.does(agent, 'accept-result');
    await ticket.refused(coordinator, 'publish', words, 'ticket-not-completed');
    await ticket.does(agent, 'reply', { channel: 'phone' });
    await ticket.refused(agent, 'publish', words, 'not-allowed');
    const personal = { ...words, text: '王丽女士（138-0013-8000，人民路1号）反映赵某某，另有13900001111。' };
    const refusal = await coordinator.post(`/tickets/${ticket.id}/publish`, personal);
    expect(refusal.body).toMatchObject({
      status: 409,
      code: 'contains-personal-data',
      found: ['name', 'phone', 'address', 'about-person', 'mobile-number'],
    });
    const { position } = await ticket.does(coordinator, 'publish', words);
    await ticket.refused(coordinator, 'publish', words, 'already-published');
    await coordinator.get('/tickets', { 'ledgerline-after': String(position) });
    const [line] = (await published()).items;
    expect(line).toEqual({ ...words, id: expect.any(String), publishedAt: expect.any(String), kind: 'complaint', item: 'fault' });
    expect(JSON.stringify(line)).not.toContain(ticket.id);
    expect(await published('?limit=1&cursor=2000-01-01T00:00:00.000Z_00000000000000000000000000')).toEqual({
      items: [],
      next: null,
    });
    const withdrawn = await ticket.does(coordinator, 'withdraw-publication', { reason: '数据有误' });
    await coordinator.get('/tickets', { 'ledgerline-after': String(withdrawn['position']) });
    expect((await published()).items).toEqual([]);
    await ticket.refused(coordinator, 'withdraw-publication', { reason: 'r' }, 'not-published');
  });
}
