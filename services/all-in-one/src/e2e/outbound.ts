import { expect, test } from '@jest/globals';
import { eventually, type Answer, type ApiClient, type Installation } from '@ledgerline/installation';
import { signIn } from './ticket-client.js';

/** R9 where each service is a process: the one that calls asks the customer base, over the bus, who somebody is and whether they may be called. */
export function outbound(installation: () => Installation): void {
  const people = () => signIn(installation(), 'agent1', 'coord1') as Promise<readonly [ApiClient, ApiClient]>;
  const known = async (agent: ApiClient, phone: string) => String((await agent.post('/customers', { phone })).body['id']);
  const statusOf = ({ status, body }: Answer) => [status, body['code']];

  test('whoever does not want to be called is not listed, and of the rest it is told how far the list is', async () => {
    const [agent, coordinator] = await people();
    const [willing, unwilling] = [await known(agent, '13500010001'), await known(agent, '13500010002')];
    expect(statusOf(await agent.post(`/customers/${unwilling}/do-not-call`, { reason: '不要再打' }))).toEqual([200, undefined]);
    const opening = { title: '满意度', purpose: 'satisfaction-survey', script: 'satisfaction' };
    const period = { from: new Date().toISOString(), until: new Date(Date.now() + 86_400_000).toISOString() };
    const opened = await coordinator.post('/campaigns', { ...opening, ...period });
    expect(statusOf(opened)).toEqual([201, undefined]);
    const campaign = `/campaigns/${String(opened.body['id'])}`;
    const told = await coordinator.post(`${campaign}/calls`, { customers: [willing, unwilling] });
    expect(told.body).toMatchObject({ listed: 1, refused: 1, items: [{ status: 'listed' }, { code: 'do-not-call' }] });
    await eventually(async () => expect((await agent.get(campaign)).body['progress']).toMatchObject({ waiting: 1 }));
  });

  test('a lead of somebody who was not known yet is listed with who they are', async () => {
    const [agent] = await people();
    const contact = { name: '周敏', phone: '13500010003' };
    expect(statusOf(await agent.post('/leads', { title: '想换新机', contact }))).toEqual([201, undefined]);
    await eventually(async () =>
      expect((await agent.get('/leads?mine=true')).body['items']).toMatchObject([
        { title: '想换新机', name: '周敏', phone: '+8613500010003', stage: 'new' },
      ]),
    );
  });
}
