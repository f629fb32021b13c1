import { expect, test } from '@jest/globals';
import { adminPassword, ApiClient, eventually, type Installation } from '@ledgerline/installation';

const password = 'a-good-long-password';

export const aTicket = {
  channel: 'phone',
  kind: 'complaint',
  level: 'general',
  item: 'fault',
  subject: '冰箱不制冷',
  description: '买了三天的冰箱不制冷，请尽快处理。 The fridge does not cool.',
  caller: { name: '王丽', phone: '138 0013 8000' },
};

/** The way of a ticket through every service; the same on each shape of the installation. */
export function ticketStory(installation: () => Installation): void {
  const who = async (username: string) =>
    ApiClient.as(installation().url, username, username === 'admin' ? adminPassword : password);

  test('a company is set up', async () => {
    const admin = await who('admin');
    for (const [code, name] of [
      ['quality', '质量部'],
      ['after-sales', '售后部'],
      ['logistics', '物流部'],
    ] as const)
      expect(await admin.post('/departments', { code, name })).toMatchObject({ status: 201, body: { id: code } });
    const people = [
      ['agent1', ['agent'], ['call-centre']],
      ['coord1', ['coordinator'], ['call-centre']],
      ['boss', ['leader'], []],
      ['quality-h', ['handler'], ['quality']],
      ['quality-m', ['manager'], ['quality']],
      ['sales-h', ['handler'], ['after-sales']],
      ['sales-m', ['manager'], ['after-sales']],
    ] as const;
    for (const [username, roles, departments] of people)
      expect((await admin.post('/users', { username, password, name: username, roles, departments })).status).toBe(201);
    expect(
      (await admin.post('/users', { username: 'agent1', password, name: 'x', roles: [], departments: [] })).body['code'],
    ).toBe('username-taken');
  });

  test('from registration over return, rework of the check and co-handling to the end', async () => {
    const [agent, coordinator, qualityHandler, qualityManager, salesHandler, salesManager] = (await Promise.all(
      ['agent1', 'coord1', 'quality-h', 'quality-m', 'sales-h', 'sales-m'].map(who),
    )) as [ApiClient, ApiClient, ApiClient, ApiClient, ApiClient, ApiClient];
    const { status, body: made } = await agent.post('/tickets', aTicket, { 'idempotency-key': 'story-1' });
    expect(status).toBe(201);
    const again = await agent.post('/tickets', aTicket, { 'idempotency-key': 'story-1' });
    expect(again.body).toEqual(made);
    const other = await agent.post('/tickets', { ...aTicket, subject: 'another' }, { 'idempotency-key': 'story-1' });
    expect(other).toMatchObject({ status: 409, body: { code: 'idempotency-key-reused' } });

    const path = `/tickets/${String(made['id'])}`;
    const does = async (client: ApiClient, command: string, body: unknown = {}) => {
      const answer = await client.post(`${path}/${command}`, body);
      expect([command, answer.status, answer.body['code']]).toEqual([command, 200, undefined]);
      return answer.body;
    };
    const refused = async (client: ApiClient, command: string, body: unknown, code: string) =>
      expect((await client.post(`${path}/${command}`, body)).body['code']).toBe(code);

    await refused(agent, 'route', { lead: 'logistics' }, 'routing-needs-a-coordinator');
    await refused(coordinator, 'route', { lead: 'nowhere' }, 'unknown-department');
    await does(coordinator, 'route', { lead: 'logistics', note: 'please look' });
    await refused(qualityHandler, 'accept', { department: 'logistics' }, 'not-your-department');
    await does(coordinator, 'route', { lead: 'quality', coHandling: ['after-sales'] });
    await refused(qualityHandler, 'submit-result', { result: 'x', reply: 'y', publishable: true }, 'not-accepted-yet');
    await does(qualityHandler, 'request-return', { department: 'quality', reason: 'not ours' });
    await does(coordinator, 'refuse-return', { department: 'quality', reason: 'it is' });
    await does(qualityHandler, 'accept', {});
    await does(qualityManager, 'assign-handler', { handler: 'quality-m' });
    await refused(qualityHandler, 'record-progress', { text: 'x' }, 'not-the-assigned-handler');
    await does(qualityManager, 'assign-handler', { handler: 'quality-h' });
    await does(qualityHandler, 'record-progress', { text: 'Compressor ordered', toldCaller: true });
    await refused(
      qualityHandler,
      'submit-result',
      { result: 'x', reply: 'y', publishable: true },
      'co-handlers-have-not-reported',
    );
    await does(coordinator, 'urge', { department: 'after-sales', text: 'the customer waits' });
    await does(salesHandler, 'accept', {});
    await does(salesHandler, 'acknowledge-urge', {});
    await does(salesHandler, 'report', { text: 'visited on Monday' });
    await does(qualityHandler, 'submit-result', { result: 'Replaced', reply: '压缩机已更换。', publishable: true });
    await refused(qualityManager, 'approve-result', {}, 'co-handlers-are-not-approved');
    await does(salesManager, 'approve-result', {});
    await does(qualityManager, 'send-back-result', { reason: 'say when' });
    await does(qualityHandler, 'submit-result', { result: 'Replaced on Monday', reply: '压缩机周一已更换。', publishable: true });
    await does(qualityManager, 'approve-result', {});
    await does(agent, 'reject-result', { reason: 'the caller asked for a new one' });
    await does(qualityHandler, 'submit-result', {
      result: 'New one',
      reply: '已换新。',
      publishable: false,
      confidentialReason: 'price',
    });
    await does(qualityManager, 'approve-result', {});
    await refused(agent, 'reject-result', { reason: 'again' }, 'already-rejected-once');
    await does(agent, 'accept-result');
    await refused(agent, 'reply', { channel: 'phone' }, 'identity-not-verified');
    await does(agent, 'reply', { channel: 'phone', verifiedBy: 'number of the order' });
    await refused(agent, 'close', { code: 'resolved' }, 'not-allowed');
    await does(coordinator, 'rework', { department: 'quality', reason: 'broken again' });
    await does(qualityHandler, 'accept', {});
    await does(qualityHandler, 'submit-result', { result: 'Checked', reply: '已检查。', publishable: true });
    await does(qualityManager, 'approve-result', {});
    await does(agent, 'accept-result');
    await does(agent, 'reply', { channel: 'phone' });
    await does(coordinator, 'close', { code: 'resolved' });
    const last = await does(coordinator, 'reopen', { reason: 'called again' });
    await does(agent, 'add-message', { from: 'caller', channel: 'phone', text: 'Still warm' });
    await does(agent, 'withdraw', { reason: 'gave it away' });

    const { body: now } = await agent.get(path);
    expect(now).toMatchObject({
      status: 'withdrawn',
      number: made['number'],
      subject: aTicket.subject,
      caller: { name: '王丽' },
    });
    const { body: then } = await agent.get(`${path}?version=${String(last['version'])}`);
    expect(then).toMatchObject({ status: 'registered', version: last['version'] });
    expect((await agent.get(`${path}?version=3`)).body).toMatchObject({ status: 'dispatched', version: 3 });
    const tooLate = await agent.get(`${path}?version=${Number(now['version']) + 1}`);
    expect([tooLate.status, tooLate.body['code']]).toEqual([404, 'ticket-not-found-then']);
    const both = await agent.get(`${path}?version=3&at=2199-01-01T00:00:00Z`);
    expect([both.status, both.body['code']]).toEqual([400, 'invalid-query']);
    const { body: events } = await agent.get(`${path}/events?limit=200`);
    const items = events['items'] as readonly { version: number; type: string; hash: string; meta: { actor: { id: string } } }[];
    expect(items.map(({ version }) => version)).toEqual(items.map((_, place) => place + 1));
    expect(items[0]).toMatchObject({ type: 'TicketRegistered' });
    expect((await agent.get(`/tickets/${String(made['number'])}`)).body['id']).toBe(made['id']);
  });

  test('lists show what each may see, and wait for what was just written', async () => {
    const [agent, coordinator, handler] = (await Promise.all(['agent1', 'coord1', 'sales-h'].map(who))) as [
      ApiClient,
      ApiClient,
      ApiClient,
    ];
    const { body: open } = await agent.post('/tickets', { ...aTicket, subject: '洗衣机漏水' });
    const { body: hidden } = await agent.post('/tickets', { ...aTicket, subject: '举报收受回扣', confidential: true });
    const routed = await coordinator.post(`/tickets/${String(open['id'])}/route`, { lead: 'after-sales' });
    const seen = { 'ledgerline-after': String(routed.body['position']) };
    const ids = async (client: ApiClient, query: string) => {
      const { status, body } = await client.get(`/tickets${query}`, seen);
      expect(status).toBe(200);
      return (body['items'] as { id: string }[]).map(({ id }) => id);
    };
    expect(await ids(agent, `?q=${encodeURIComponent('洗衣机')}`)).toEqual([open['id']]);
    expect(await ids(handler, '')).toContain(open['id']);
    expect(await ids(handler, '')).not.toContain(hidden['id']);
    expect(await ids(agent, '')).not.toContain(hidden['id']);
    expect(await ids(coordinator, '')).toContain(hidden['id']);
    expect((await handler.get(`/tickets/${String(hidden['id'])}`)).status).toBe(404);
    expect(await ids(coordinator, '?department=after-sales&open=true')).toEqual([open['id']]);
    const first = await agent.get('/tickets?limit=1', seen);
    const second = await agent.get(`/tickets?limit=1&cursor=${String(first.body['next'])}`, seen);
    expect((second.body['items'] as { id: string }[])[0]?.id).not.toBe((first.body['items'] as { id: string }[])[0]?.id);
  });

  test('a confidential ticket shows in no list, count or search of those whose work does not need it', async () => {
    const [agent, coordinator, quality, sales] = (await Promise.all(['agent1', 'coord1', 'quality-h', 'sales-h'].map(who))) as [
      ApiClient,
      ApiClient,
      ApiClient,
      ApiClient,
    ];
    const about = { department: 'logistics', person: '赵某某' };
    const words = { subject: '举报偷换零件', confidential: true, kind: 'report-wrongdoing', about };
    const { body } = await agent.post('/tickets', { ...aTicket, ...words });
    const path = `/tickets/${String(body['id'])}`;
    expect((await coordinator.post(`${path}/route`, { lead: 'logistics' })).body['code']).toBe('ticket-concerns-department');
    const routed = await coordinator.post(`${path}/route`, { lead: 'quality' });
    const after = { 'ledgerline-after': String(routed.body['position']) };
    const looks = [
      '',
      '?department=quality',
      '?department=quality&open=true',
      '?part=lead',
      '?status=dispatched',
      `?number=${String(body['number'])}`,
      `?q=${encodeURIComponent('偷换')}`,
      `?department=quality&q=${encodeURIComponent('偷换')}`,
    ];
    const finds = async (client: ApiClient, query: string) => {
      const { status, body: page } = await client.get(`/tickets${query}`, after);
      expect([query, status]).toEqual([query, 200]);
      return (page['items'] as { id: string }[]).some(({ id }) => id === body['id']);
    };
    for (const query of looks) {
      expect([query, await finds(agent, query), await finds(sales, query)]).toEqual([query, false, false]);
      expect([query, await finds(coordinator, query)]).toEqual([query, true]);
    }
    expect(await finds(quality, '?department=quality')).toBe(true);
    const count = async (client: ApiClient) =>
      Number((await client.get('/tickets/count?department=quality', after)).body['count']);
    expect(await count(coordinator)).toBe((await count(agent)) + 1);
    for (const client of [agent, sales]) {
      expect((await client.get(path)).status).toBe(404);
      expect((await client.get(`${path}/events`)).status).toBe(404);
    }
    expect((await quality.get(path)).body['about']).toEqual(about);
  });

  test('a routing table is drafted, approved by another, and routes by itself', async () => {
    const [admin, leader, agent] = (await Promise.all(['admin', 'boss', 'agent1'].map(who))) as [ApiClient, ApiClient, ApiClient];
    const table = {
      code: 'default',
      effectiveFrom: '2026-01-01T00:00:00Z',
      rules: [{ when: { item: 'installation' }, lead: 'after-sales', coHandling: ['logistics'] }],
      fallback: 'call-centre',
    };
    const broken = await admin.post('/routing-tables', { ...table, fallback: 'nowhere' });
    expect(broken).toMatchObject({ status: 400, body: { code: 'invalid-document', errors: [{ pointer: '/fallback' }] } });
    const draft = await admin.post('/routing-tables', table);
    expect(draft.status).toBe(201);
    const id = String(draft.body['id']);
    expect((await leader.post(`/routing-tables/${id}/approve`)).body['code']).toBe('not-submitted');
    expect((await admin.post(`/routing-tables/${id}/submit`)).status).toBe(200);
    expect((await admin.post(`/routing-tables/${id}/approve`)).body['code']).toBe('own-draft');
    expect((await leader.post(`/routing-tables/${id}/approve`)).status).toBe(200);
    const { body: made } = await agent.post('/tickets', { ...aTicket, item: 'installation' });
    await eventually(async () => {
      const { body } = await agent.get(`/tickets/${String(made['id'])}`);
      expect(body).toMatchObject({
        status: 'dispatched',
        parts: [{ department: 'after-sales', part: 'lead' }, { department: 'logistics' }],
      });
    });
  });
}
