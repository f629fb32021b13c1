import { expect, test } from '@jest/globals';
import { adminPassword, ApiClient, eventually, type Answer, type Installation } from '@ledgerline/installation';
import { signIn } from './ticket-client.js';

type Items = readonly Readonly<Record<string, unknown>>[];

/** R12 over HTTP, after the company of `ticketStory` is there: what its people work with. */
export function runningTheCentre(installation: () => Installation): void {
  const ok = ({ status, body }: Answer, wanted = 200) => {
    expect([status, body['code']]).toEqual([wanted, undefined]);
    return body;
  };
  const itemsOf = ({ body }: Answer) => (body['items'] ?? []) as Items;

  test('a fault is told to whoever sees to the item, and to whoever reported it that it is mended', async () => {
    const admin = await ApiClient.as(installation().url, 'admin', adminPassword);
    const [agent, keeper] = (await signIn(installation(), 'agent1', 'quality-m')) as [ApiClient, ApiClient];
    const headset = {
      code: 'headset-1',
      name: '耳机',
      kind: 'headset',
      site: 'main',
      place: '一号坐席',
      responsible: 'quality-m',
    };
    ok(await admin.post('/equipment', headset), 201);
    const { position } = ok(await agent.post('/equipment/headset-1/report-fault', { text: '没有声音' }));
    const after = { 'ledgerline-after': String(position) };
    const faulty = async () => itemsOf(await keeper.get('/equipment?status=faulty&mine=true', after)).map(({ id }) => id);
    await eventually(async () => expect(await faulty()).toEqual(['headset-1']));
    const told = async (client: ApiClient) =>
      itemsOf(await client.get('/notifications')).flatMap(({ kind, equipment }) => (equipment === 'headset-1' ? [kind] : []));
    await eventually(async () => expect(await told(keeper)).toEqual(['fault-reported']));
    ok(await keeper.post('/equipment/headset-1/mend-fault', { fault: 1, text: '更换耳机线' }));
    await eventually(async () => expect(await told(agent)).toEqual(['fault-mended']));
    await eventually(async () => expect(await faulty()).toEqual([]));
  });

  test('an announcement waits for its reader until they have confirmed it', async () => {
    const admin = await ApiClient.as(installation().url, 'admin', adminPassword);
    const [agent] = (await signIn(installation(), 'agent1')) as [ApiClient];
    const words = { title: '停机维护', text: '周六停机两小时。', accounts: ['agent1'], mustConfirm: true };
    const { id } = ok(await admin.post('/announcements', words), 201);
    const waiting = async () => itemsOf(await agent.get('/announcements?toConfirm=true')).map((one) => one['id']);
    await eventually(async () => expect(await waiting()).toContain(id));
    ok(await agent.post(`/announcements/${String(id)}/confirm`, { edition: 1 }));
    await eventually(async () => expect(await waiting()).not.toContain(id));
    const counted = async () => ok(await admin.get(`/announcements/${String(id)}`));
    await eventually(async () => expect(await counted()).toMatchObject({ addressed: 1, confirmed: 1 }));
  });
}
