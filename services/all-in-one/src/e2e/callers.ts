import { expect, test } from '@jest/globals';
import { eventually, type ApiClient, type Installation } from '@ledgerline/installation';
import { newTicket, signIn } from './ticket-client.js';
import { aTicket } from './ticket-story.js';

const minute = 60_000;
const ago = (milliseconds: number) => new Date(Date.now() - milliseconds).toISOString();
type Items = readonly Record<string, unknown>[];

/** R1.1, R1.5, R1.7, R1.8 over HTTP, after the company of `ticketStory` is there. */
export function callers(installation: () => Installation): void {
  const people = () =>
    signIn(installation(), 'agent1', 'coord1', 'quality-h') as Promise<readonly [ApiClient, ApiClient, ApiClient]>;

  test('a missed call is owed a call back, and the same call is one contact', async () => {
    const [agent, coordinator, handler] = await people();
    const call = {
      channel: 'phone',
      direction: 'inbound',
      from: '139 1111 2222',
      callId: 'pbx-7',
      at: ago(minute),
      outcome: 'missed',
    };
    const { status, body: made } = await agent.post('/contacts', call);
    expect(status).toBe(201);
    expect((await agent.post('/contacts', call)).body['id']).toBe(made['id']);
    expect(await agent.post('/contacts', { ...call, outcome: 'answered' })).toMatchObject({
      body: { code: 'contact-already-recorded' },
    });
    expect((await handler.post('/contacts', call)).status).toBe(403);
    const path = `/contacts/${String(made['id'])}`;
    const after = { 'ledgerline-after': String(made['position']) };
    const answered = await agent.post('/contacts', {
      ...call,
      callId: 'pbx-8',
      outcome: 'answered',
      recording: 'https://pbx/8.wav',
    });
    const list = await agent.get('/contacts', { 'ledgerline-after': String(answered.body['position']) });
    expect((list.body['items'] as Items)[0]).toMatchObject({ id: made['id'], duty: 'owed', hasRecording: false });
    expect((await agent.get('/contacts?duty=owed&phone=%2B8613911112222', after)).body['items']).toHaveLength(1);
    expect((await agent.get(path)).body).toMatchObject({ from: '139 1111 2222', clocks: [{ clock: 'return-call' }] });
    expect((await handler.get(path)).status).toBe(403);
    expect((await agent.get('/contacts/nobody')).body['code']).toBe('contact-not-found');
    expect((await agent.post(`${path}/record-contact-attempt`, { channel: 'phone', outcome: 'no-answer' })).status).toBe(200);
    const { body: returned } = await agent.post(`${path}/return-call`, { note: '已回电' });
    expect((await agent.post(`${path}/return-call`)).body['code']).toBe('call-already-returned');
    expect((await agent.get(path)).body).toMatchObject({ duty: 'returned', attempts: 1, clocks: [{ state: 'met' }] });
    expect((await agent.get('/contacts?duty=owed', { 'ledgerline-after': String(returned['position']) })).body['items']).toEqual(
      [],
    );
    const recorded = `/contacts/${String(answered.body['id'])}`;
    expect((await agent.post(`${recorded}/play-recording`, { reason: 'x' })).body['code']).toBe('not-allowed');
    expect((await coordinator.post(`${recorded}/play-recording`)).body['code']).toBe('invalid-body');
    expect((await coordinator.post(`${recorded}/play-recording`, { reason: '核对投诉内容' })).body['recording']).toBe(
      'https://pbx/8.wav',
    );
  });

  test('a ticket shows the call that it comes from, and contacts join it', async () => {
    const [agent, , handler] = await people();
    const call = { channel: 'phone', direction: 'inbound', from: '13955556666', at: ago(minute), outcome: 'answered' };
    const { body: contact } = await agent.post('/contacts', { ...call, callId: 'pbx-20', recording: 'https://pbx/20.wav' });
    const ticket = await newTicket(agent, { callId: 'pbx-20', caller: { phone: '139 5555 6666' } });
    expect(await ticket.seenBy(agent)).toMatchObject({
      call: { callId: 'pbx-20', contact: contact['id'], outcome: 'answered', hasRecording: true },
    });
    expect((await ticket.seenBy(handler))['call']).toBeUndefined();
    const { body: again } = await agent.post('/contacts', { ...call, callId: 'pbx-21' });
    const path = `/contacts/${String(again['id'])}`;
    expect((await agent.post(`${path}/attach`, { ticket: 'p0-nowhere-at-all' })).body['code']).toBe('unknown-ticket');
    expect((await agent.post(`${path}/attach`, { ticket: ticket.id })).status).toBe(200);
    await eventually(async () => expect(await ticket.seenBy(agent)).toMatchObject({ contacts: [again['id']] }));
    await eventually(async () => expect((await agent.get(path)).body['ticket']).toBe(ticket.id));
  });

  test('a caller is recognised however the number is written, and the history is seen first', async () => {
    const [agent, , handler] = await people();
    const first = await newTicket(agent, { caller: { name: '赵敏', phone: '137 2222 3333', email: 'Zhao@Example.org' } });
    const second = await newTicket(agent, { caller: { phone: '+86 13722223333' } });
    const third = await newTicket(agent, { caller: { email: 'zhao@example.org' } });
    const hidden = await newTicket(agent, { caller: { phone: '0086-137-2222-3333' }, confidential: true });
    const found = async (query: string) => (await agent.get(`/customers?${query}`)).body['items'] as Items;
    await eventually(async () => {
      for (const query of ['phone=13722223333', 'phone=%2B86%20137%202222%203333', 'email=ZHAO@example.org', 'q=137-2222-3333'])
        expect(await found(query)).toHaveLength(1);
    });
    const [customer] = await found('phone=13722223333');
    expect(customer).toMatchObject({ name: '赵敏', identities: [{ kind: 'phone', value: '+8613722223333' }, { kind: 'email' }] });
    const path = `/customers/${String(customer?.['id'])}`;
    await eventually(async () => {
      const { body } = await agent.get(`${path}/history`);
      const ids = (body['tickets'] as Items).map(({ id }) => id);
      expect(ids.toSorted()).toEqual([first.id, second.id, third.id].toSorted());
    });
    const { body: listed } = await agent.get(`${path}/tickets?limit=2`);
    expect(listed['items']).toHaveLength(2);
    expect((await agent.get(`/tickets?phone=137%202222%203333`)).body['items']).toHaveLength(2);
    expect(JSON.stringify(listed)).not.toContain(hidden.id);
    expect((await handler.get('/customers?phone=13722223333')).status).toBe(403);
    expect((await handler.get(path)).status).toBe(403);
    expect((await handler.get('/tickets?phone=13722223333')).status).toBe(403);
    expect(await found('phone=nothing')).toEqual([]);
    const nobody = await newTicket(agent, { caller: { anonymous: true, phone: '13722223333' } });
    expect((await nobody.seenBy(agent))['customer']).toBeUndefined();
  });

  test('two first calls at once make one customer', async () => {
    const [agent] = await people();
    await Promise.all(Array.from({ length: 8 }, () => newTicket(agent, { caller: { phone: '13612340000' } })));
    await eventually(async () => {
      const { body } = await agent.get('/customers?phone=136-1234-0000');
      expect(body['items']).toHaveLength(1);
      const [one] = body['items'] as Items;
      expect((await agent.get(`/customers/${String(one?.['id'])}/tickets`)).body['items']).toHaveLength(8);
    });
  });

  test('a harassing caller is restricted for a time, and heard in an emergency', async () => {
    const [agent, coordinator] = await people();
    const { body: customer } = await agent.post('/customers', { name: '某人', phone: '135 0000 1111' });
    const path = `/customers/${String(customer['id'])}`;
    const until = new Date(Date.now() + 60 * minute).toISOString();
    const eventsOf = (body: Record<string, unknown>) =>
      (body['events'] as readonly { readonly type: string }[]).map(({ type }) => type);
    expect(eventsOf((await agent.post(`${path}/restrictions`, { until, reason: '一天五十次' })).body)).toEqual([
      'RestrictionProposed',
    ]);
    const mine = { ...aTicket, caller: { phone: '13500001111' } };
    expect((await agent.post('/tickets', mine)).status).toBe(201);
    expect(eventsOf((await coordinator.post(`${path}/restrictions`, { until, reason: '同意' })).body)).toEqual([
      'CustomerRestricted',
    ]);
    expect((await agent.get(path)).body).toMatchObject({ restricted: true, restriction: { until } });
    await eventually(async () => expect((await agent.post('/tickets', mine)).body['code']).toBe('caller-is-restricted'));
    expect((await agent.post('/tickets', { ...mine, level: 'urgent' })).status).toBe(201);
    expect((await coordinator.post('/tickets', mine)).status).toBe(201);
    expect((await agent.post(`${path}/restrictions/lift`, { reason: 'x' })).body['code']).toBe('not-allowed');
    expect((await coordinator.post(`${path}/restrictions/lift`, { reason: '已道歉' })).status).toBe(200);
    await eventually(async () => expect((await agent.post('/tickets', mine)).status).toBe(201));
  });

  test('what is entered late keeps its time and is marked', async () => {
    const [agent] = await people();
    const late = await newTicket(agent, { occurredAt: ago(120 * minute) });
    expect(await late.seenBy(agent)).toMatchObject({ enteredLate: true });
    const prompt = await newTicket(agent, { occurredAt: ago(minute) });
    expect((await prompt.seenBy(agent))['enteredLate']).toBeUndefined();
  });
}
