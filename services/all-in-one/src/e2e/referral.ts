import { expect, test } from '@jest/globals';
import { adminPassword, ApiClient, eventually, type Installation } from '@ledgerline/installation';
import { newTicket, signIn } from './ticket-client.js';

/** R2: by authority, with reasons; the fallback department; avoidance; designation. After `ticketStory`, whose company it needs. */
export function referral(installation: () => Installation): void {
  const rules = [
    { when: { item: 'installation' }, lead: 'after-sales', coHandling: ['logistics'] },
    { when: { item: 'website' }, lead: 'quality', coHandling: [] },
    { when: { kind: 'complaint' }, lead: 'after-sales', coHandling: [] },
  ];
  const putInForce = async (change: object): Promise<string> => {
    const [coordinator, boss] = (await signIn(installation(), 'coord1', 'boss')) as [ApiClient, ApiClient];
    const drafted = await coordinator.post('/routing-tables', { code: 'default', fallback: 'call-centre', rules, ...change });
    expect([drafted.status, drafted.body['errors']]).toEqual([201, undefined]);
    const id = String(drafted.body['id']);
    expect((await coordinator.post(`/routing-tables/${id}/submit`)).status).toBe(200);
    expect((await boss.post(`/routing-tables/${id}/approve`)).body['code']).toBeUndefined();
    return id;
  };
  const statusOf = (client: ApiClient, id: string) => async () =>
    expect((await client.get(`/tickets/${id}`)).body).toMatchObject({ status: 'dispatched' });

  test('what no rule fits goes to the fallback department; what two rules fit, to a person with both explained', async () => {
    const [agent, coordinator] = (await signIn(installation(), 'agent1', 'coord1')) as [ApiClient, ApiClient];
    await putInForce({ effectiveFrom: '2026-01-01T00:00:01Z', fallback: 'logistics' });
    const praise = await newTicket(agent, { kind: 'praise', item: 'other' });
    await eventually(statusOf(agent, praise.id));
    expect(await praise.seenBy(coordinator)).toMatchObject({ parts: [{ department: 'logistics', part: 'lead' }] });
    const both = await newTicket(agent, { kind: 'complaint', item: 'website' });
    const { status, body } = await coordinator.get(`/tickets/${both.id}/routing`);
    expect([status, body['proposal']]).toMatchObject([200, { kind: 'to-a-person', candidates: [{ rule: 1 }, { rule: 2 }] }]);
    expect((body['candidates'] as { en: string; zh: string }[]).map(({ en }) => en)).toEqual([
      'Rule 1 fits by item = website (1 of its conditions, all): lead quality.',
      'Rule 2 fits by kind = complaint (1 of its conditions, all): lead after-sales.',
    ]);
    await both.refused(agent, 'route', { lead: 'quality' }, 'routing-needs-a-coordinator');
    await both.does(coordinator, 'route', { lead: 'quality' });
  });

  test('any version of the table can be tried with facts, and nothing is routed', async () => {
    const [coordinator] = (await signIn(installation(), 'coord1')) as [ApiClient];
    const id = await putInForce({ effectiveFrom: '2026-01-01T00:00:02Z' });
    const tried = (body: object) => coordinator.post('/routing-tables/try', body);
    expect((await tried({ facts: { item: 'installation' } })).body).toMatchObject({
      table: id,
      proposal: { kind: 'unambiguous', lead: 'after-sales', coHandling: ['logistics'], rule: 0 },
      zh: '按规则 0 派往主办 after-sales，协办 logistics。',
    });
    expect((await tried({ facts: { item: 'installation' }, about: 'logistics' })).body).toMatchObject({ avoids: 'logistics' });
    expect((await tried({ facts: { item: 'installation' }, version: 'default.1' })).body).toMatchObject({
      proposal: { kind: 'to-a-person', candidates: [] },
    });
    expect((await tried({ facts: {}, version: 'default.999' })).body['code']).toBe('document-not-found');
    expect((await tried({ facts: { colour: 'red' } })).status).toBe(400);
  });

  test('whom the caller complains of neither takes the ticket nor reviews it', async () => {
    const admin = await ApiClient.as(installation().url, 'admin', adminPassword);
    const password = 'a-good-long-password';
    for (const [username, role] of [['rude.h', 'handler'], ['rude.m', 'manager']] as const)
      await admin.post('/users', { username, password, name: '赵无礼', roles: [role], departments: ['quality'] });
    const [coordinator, handler, manager, rude, rudeManager] = (await signIn(
      installation(), 'coord1', 'quality-h', 'quality-m', 'rude.h', 'rude.m',
    )) as [ApiClient, ApiClient, ApiClient, ApiClient, ApiClient];
    const ticket = await newTicket(coordinator, { kind: 'praise', item: 'other', about: { person: '质量部的赵无礼' } });
    await ticket.does(coordinator, 'route', { lead: 'quality' });
    await ticket.refused(rude, 'accept', {}, 'ticket-concerns-you');
    await ticket.refused(manager, 'assign-handler', { handler: 'rude.h' }, 'ticket-concerns-handler');
    await ticket.does(handler, 'accept');
    await ticket.does(handler, 'submit-result', { result: 'r', reply: 'y', publishable: false, confidentialReason: 'staff' });
    await ticket.refused(rudeManager, 'approve-result', {}, 'ticket-concerns-you');
    await ticket.refused(rudeManager, 'send-back-result', { reason: 'no' }, 'ticket-concerns-you');
    await ticket.does(manager, 'approve-result');
  }); // prettier-ignore

  test('a designation is final but for an executive', async () => {
    const [coordinator, boss, quality, sales] = (await signIn(
      installation(), 'coord1', 'boss', 'quality-h', 'sales-h',
    )) as [ApiClient, ApiClient, ApiClient, ApiClient];
    const ticket = await newTicket(coordinator, { kind: 'praise', item: 'other' });
    const back = async (client: ApiClient, lead: string) => {
      await ticket.does(coordinator, 'route', { lead });
      await ticket.does(client, 'request-return', { reason: 'not ours' });
      await ticket.does(coordinator, 'grant-return', { department: lead });
    };
    await back(quality, 'quality');
    await ticket.refused(coordinator, 'designate', { lead: 'quality', reason: 'r' }, 'too-few-returns-to-designate');
    await back(sales, 'after-sales');
    await ticket.does(coordinator, 'designate', { lead: 'quality', reason: 'it is a fault' });
    await ticket.refused(quality, 'request-return', { reason: 'still not ours' }, 'designation-is-final');
    await ticket.refused(coordinator, 'route', { lead: 'logistics' }, 'designation-is-final');
    await ticket.refused(coordinator, 'designate', { lead: 'logistics', reason: 'r' }, 'designation-is-final');
    await ticket.does(boss, 'designate', { lead: 'after-sales', reason: 'the executive decides' });
    const { body } = await coordinator.get(`/tickets/${ticket.id}/deadlines`);
    const [held] = body['holders'] as { parts: { holder: { department?: string } }[] }[];
    expect(new Set(held?.parts.map(({ holder }) => holder.department))).toEqual(new Set([undefined, 'quality', 'after-sales']));
  }); // prettier-ignore
}
