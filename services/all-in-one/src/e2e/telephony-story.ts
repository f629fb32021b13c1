import { expect, test } from '@jest/globals';
import { adminPassword, ApiClient, eventually, type Answer, type Installation } from '@ledgerline/installation';
import { signIn } from './ticket-client.js';

type Body = Readonly<Record<string, unknown>>;

/** R12 over HTTP, after the company of `ticketStory` is there: a call through its queue, seen on the wallboard and in the report. */
export function telephonyStory(installation: () => Installation): void {
  const ok = ({ status, body }: Answer, wanted = 200) => {
    expect([status, body['code']]).toEqual([wanted, undefined]);
    return body;
  };
  const ago = (seconds: number) => Temporal.Now.instant().subtract({ seconds }).toString({ fractionalSecondDigits: 3 });

  test('a call is seen while it waits, and counted when it is over', async () => {
    const admin = await ApiClient.as(installation().url, 'admin', adminPassword);
    const [agent] = (await signIn(installation(), 'agent1')) as [ApiClient];
    ok(await agent.post('/agent-states', { state: 'ready' }), 201);
    const queued = { id: '1', state: 'queued', at: ago(20), queue: 'service' };
    const { id } = ok(await admin.post('/call-states', { callId: 'story-call', states: [queued] }), 201);
    const board = async () => {
      const { queues, states } = ok(await admin.get('/wallboard'));
      return [(queues as readonly Body[]).find(({ queue }) => queue === 'service')?.['waiting'], (states as Body)['ready']];
    };
    await eventually(async () => expect(await board()).toEqual([1, 1]));
    const answered = { id: '2', state: 'answered', at: ago(10), agent: 'agent1' };
    const over = { callId: 'story-call', states: [{ id: '3', state: 'ended', at: ago(2) }, answered] };
    const told = ok(await admin.post('/call-states', over), 201);
    expect(ok(await admin.post('/call-states', over), 201)).toMatchObject({ id, version: told['version'] });
    await eventually(async () => expect(await board()).toEqual([0, 1]));
    await eventually(async () => {
      const report = ok(await admin.get('/reports/telephony?queue=service', { 'ledgerline-after': String(told['position']) }));
      expect((report['total'] as Body)['figures']).toMatchObject({ offered: 1, answered: 1, answeredInTime: 1, serviceLevel: 1 });
    });
  });
}
