import { expect, test } from '@jest/globals';
import { adminPassword, ApiClient, type Answer, type Installation } from '@ledgerline/installation';
import { newTicket, signIn } from './ticket-client.js';

type Items = readonly Record<string, unknown>[];

/** R6.5 over HTTP: drafted, submitted, approved by another, in force, superseded; differences, preview, what is reported. */
export function governedDocuments(installation: () => Installation): void {
  const admin = () => ApiClient.as(installation().url, 'admin', adminPassword);
  const accepted = (answer: Answer, status = 200) => {
    expect([answer.status, answer.body['errors']]).toEqual([status, undefined]);
    return answer.body;
  };
  const drafted = async (client: ApiClient, path: string, body: unknown, query = '') =>
    String(accepted(await client.post(`/${path}${query}`, body), 201)['id']);
  const template = (text: string) => ({
    code: 'delay-notice',
    effectiveFrom: '2026-01-01T00:00:00+08:00',
    texts: { zh: { text } },
  });

  test('from draft to superseded, with who, when and why', async () => {
    const [coordinator, boss] = (await signIn(installation(), 'coord1', 'boss')) as [ApiClient, ApiClient];
    const first = await drafted(coordinator, 'templates', template('工单 {{ticket.number}} 将延期。'));
    expect((await coordinator.post(`/templates/${first}/approve`)).status).toBe(403);
    expect((await boss.post(`/templates/${first}/approve`)).body['code']).toBe('not-submitted');
    accepted(await coordinator.post(`/templates/${first}/submit`, { reason: '统一用语' }));
    accepted(await boss.post(`/templates/${first}/approve`, { reason: '同意' }));
    const second = await drafted(coordinator, 'templates', template('工单 {{ticket.number}} 将延期至 {{clock.due}}。'));
    accepted(await coordinator.post(`/templates/${second}/submit`));
    const differences = accepted(await boss.get(`/templates/${second}/differences`));
    expect(differences).toMatchObject({
      from: first,
      to: second,
      items: [{ change: 'changed', pointer: '/texts/zh/text', before: '工单 {{ticket.number}} 将延期。' }],
    });
    expect((await coordinator.post(`/templates/${second}/reject`, { reason: 'x' })).status).toBe(403);
    accepted(await boss.post(`/templates/${second}/reject`, { reason: '须说明原因' }));
    const third = await drafted(coordinator, 'templates', template('因 {{reason}}，工单 {{ticket.number}} 将延期。'));
    accepted(await coordinator.post(`/templates/${third}/submit`));
    accepted(await boss.post(`/templates/${third}/approve`));
    const whole = accepted(await coordinator.get('/templates/delay-notice'));
    expect(whole).toMatchObject({ id: third, state: 'in-force', body: { code: 'delay-notice' } });
    const versions = whole['versions'] as Items;
    expect(versions.map(({ state }) => state)).toEqual(['superseded', 'rejected', 'in-force']);
    expect((versions[0]?.['steps'] as Items).map(({ step, reason }) => [step, reason])).toEqual([
      ['drafted', undefined],
      ['submitted', '统一用语'],
      ['approved', '同意'],
    ]);
    expect(accepted(await boss.get(`/templates/${first}`))).toMatchObject({ id: first, status: 'approved' });
    expect((await boss.get('/templates/delay-notice.99')).body['code']).toBe('document-not-found');
    expect((await boss.get('/templates/Nothing')).body['code']).toBe('document-not-found');
  });

  test('a draft may be incomplete, and is then refused at submission with each fault named', async () => {
    const [coordinator] = (await signIn(installation(), 'coord1')) as [ApiClient];
    const faulty = template('{{caller.salary}} {{nothing}}');
    const refusal = await coordinator.post('/templates', faulty);
    expect([refusal.status, refusal.body['code']]).toEqual([400, 'invalid-document']);
    const { id, faults } = accepted(await coordinator.post('/templates?incomplete=true', faulty), 201);
    expect(faults).toHaveLength(2);
    const submission = await coordinator.post(`/templates/${String(id)}/submit`);
    expect([submission.status, submission.body['code'], submission.body['errors']]).toEqual([400, 'invalid-document', faults]);
    accepted(await coordinator.post(`/templates/${String(id)}/withdraw`, { reason: 'a slip' }));
    expect((await coordinator.post(`/templates/${String(id)}/submit`)).body['code']).toBe('invalid-document');
    expect(accepted(await coordinator.get(`/templates/${String(id)}`))).toMatchObject({ state: 'withdrawn' });
  });

  test('nobody approves their own draft where another could; the same person by a token neither', async () => {
    const client = await admin();
    const rule = { code: 'house-rules', effectiveFrom: '2026-01-01T00:00:00Z', title: 'House rules', paragraphs: [{ number: '1', text: 'Be kind.' }] };
    const id = await drafted(client, 'rules', rule);
    accepted(await client.post(`/rules/${id}/submit`));
    expect((await client.post(`/rules/${id}/approve`)).body['code']).toBe('own-draft');
    const { token } = accepted(await client.post('/tokens', { name: 'bypass', roles: ['leader'] }), 201);
    const byToken = new ApiClient(installation().url, String(token));
    expect((await byToken.post(`/rules/${id}/approve`)).body['code']).toBe('own-draft');
    const [boss, agent] = (await signIn(installation(), 'boss', 'agent1')) as [ApiClient, ApiClient];
    accepted(await boss.post(`/rules/${id}/approve`));
    expect(accepted(await boss.get('/audit/self-approvals'))['items']).toEqual([]);
    expect((await agent.get('/audit/self-approvals')).status).toBe(403);
  }); // prettier-ignore

  test('what a document names has to be there, and what nests without end is no document', async () => {
    const client = await admin();
    const table = { code: 'default', effectiveFrom: '2026-01-01T00:00:00Z', fallback: 'call-centre' };
    const rules = [{ when: { item: 'unheard-of', site: 'moon' }, lead: 'nowhere', coHandling: [] }];
    const { body } = await client.post('/routing-tables', { ...table, rules });
    expect((body['errors'] as Items).map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/rules/0/lead', 'unknown-department'],
      ['/rules/0/when/item', 'unknown-item'],
      ['/rules/0/when/site', 'unknown-site'],
    ]);
    const nested = `{"code":"deep","rules":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
    expect((await client.call('POST', '/routing-tables', { body: nested })).body['code']).toBe('invalid-json');
    expect((await client.post('/routing-tables/validate', [1])).body).toMatchObject({ valid: false });
    expect((await client.post('/policies/validate', { code: 'company' })).body).toMatchObject({ valid: false });
  });

  test('a preview says which open tickets a version would treat differently, page by page', async () => {
    const [agent, coordinator] = (await signIn(installation(), 'agent1', 'coord1')) as [ApiClient, ApiClient];
    const ticket = await newTicket(agent, { subject: 'seen in a preview' });
    const { body: company } = await coordinator.get('/policies/company');
    const policy = company['body'] as { clocks: { clock: string; when?: object; within: unknown }[] };
    const clocks = policy.clocks.map((rule) => (rule.clock === 'resolve' ? { ...rule, within: 'P90D' } : rule));
    const later = await drafted(coordinator, 'policies', { ...policy, clocks, effectiveFrom: '2099-01-01T00:00:00Z' });
    const { position } = await ticket.does(agent, 'add-message', { from: 'caller', text: 'x' });
    expect((await agent.get('/tickets', { 'ledgerline-after': String(position) })).status).toBe(200);
    const items: Record<string, unknown>[] = [];
    let cursor: unknown = undefined;
    for (let page = 0; page < 50 && cursor !== null; page += 1) {
      const answer = accepted(
        await coordinator.post(`/policies/${later}/preview`, { limit: 7, ...(cursor === undefined ? {} : { cursor }) }),
      );
      expect(answer).toMatchObject({ appliesFrom: '2099-01-01T00:00:00Z', judges: true });
      expect((answer['examined'] as { tickets: number }).tickets).toBeLessThanOrEqual(7);
      items.push(...(answer['items'] as Items));
      cursor = answer['next'];
    }
    const mine = items.find(({ id }) => id === ticket.id);
    expect(mine?.['clocks']).toEqual([
      expect.objectContaining({ clock: 'resolve', recalculated: false, now: expect.anything(), then: expect.anything() }),
    ]);
    const backdated = await drafted(coordinator, 'policies', { ...policy, clocks, effectiveFrom: '2020-01-01T00:00:00Z' });
    const again = accepted(await coordinator.post(`/policies/${backdated}/preview`, { limit: 200 }));
    expect((again['items'] as Items).find(({ id }) => id === ticket.id)?.['clocks']).toMatchObject([{ recalculated: true }]);
    expect((await agent.post(`/policies/${later}/preview`, {})).status).toBe(403);
  }); // prettier-ignore
}
