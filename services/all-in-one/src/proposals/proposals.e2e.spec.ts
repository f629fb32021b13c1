import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ApiClient, eventually, type Answer } from '@ledgerline/installation';
import { streamName } from '@ledgerline/kernel';
import { ok } from '../e2e/ok.js';
import { HostWithClock, SettableClock } from '../ticker/host-with-clock.js';

jest.setTimeout(240_000);

const password = 'a-good-long-password';
const people = [
  ['agent1', 'agent', 'call-centre'],
  ['agent2', 'agent', 'call-centre'],
  ['coordinator1', 'coordinator', 'call-centre'],
  ['quality-m', 'manager', 'quality'],
  ['quality-h', 'handler', 'quality'],
] as const;

type Items = readonly Readonly<Record<string, unknown>>[];
const itemsOf = ({ body }: Answer) => body['items'] as Items;

describe('improvement proposals', () => {
  let host: HostWithClock;
  let clock: SettableClock;
  let as: Readonly<Record<(typeof people)[number][0], ApiClient>>;
  /** Sessions end with the days that pass. */
  const signInAll = async () => {
    const clients = people.map(async ([name]) => [name, await ApiClient.signIn(String(host.running.address), name, password)]);
    as = Object.fromEntries(await Promise.all(clients)) as typeof as;
  };
  const passTo = async (time: string) => {
    clock.passTo(time);
    await signInAll();
  };

  beforeEach(async () => {
    clock = new SettableClock(Temporal.Instant.from('2026-03-04T10:00:00+08:00').epochMilliseconds);
    host = await HostWithClock.start(clock);
    await host.accepted('administration', 'create-department', 'quality', { body: { code: 'quality', name: 'quality' } });
    for (const [username, role, department] of people)
      await host.accepted('administration', 'create-user', username, {
        body: { username, name: username, password, roles: [role], departments: [department] },
      });
    await signInAll();
  });
  afterEach(() => host.stop());

  const told = async (id: string) => (await host.events(id)).filter(({ type }) => type === 'ProposalOutcomeTold');
  const noticesOf = async (client: ApiClient) => itemsOf(await client.get('/notifications')).map(({ kind }) => kind);

  test('go from the callers who asked to the callers who are told, each once', async () => {
    const [one, two] = [await host.register({ kind: 'opinion' }), await host.register({ kind: 'opinion' })];
    const secret = await host.register({ kind: 'opinion', confidential: true });
    const words = { title: '夜里的异响', text: '换一种压缩机支座。' };
    const raised = { ...words, department: 'quality', item: 'fault', period: '2026-W09', tickets: [one] };
    const { id: proposal } = ok(await as.agent1.post('/proposals', raised, { 'idempotency-key': 'p-1' }), 201);
    expect(ok(await as.agent1.post('/proposals', raised, { 'idempotency-key': 'p-1' }), 201)['id']).toBe(proposal);
    const step = (client: ApiClient, name: string, body: object = {}) =>
      client.post(`/proposals/${String(proposal)}/${name}`, body);
    expect((await step(as.agent2, 'join', { tickets: [secret] })).body['code']).toBe('unknown-ticket');
    ok(await step(as.agent2, 'join', { tickets: [two] }));
    ok(await step(as.coordinator1, 'join', { tickets: [secret] }));
    await eventually(async () => expect(await noticesOf(as['quality-m'])).toEqual(['proposal-raised']));
    const dueBy = '2026-03-20T17:00:00+08:00';
    expect((await step(as['quality-m'], 'take-up', { owner: 'agent1', dueBy })).body['code']).toBe('owner-not-of-the-department');
    ok(await step(as['quality-m'], 'take-up', { owner: 'quality-h', dueBy }));
    await eventually(async () => expect(await noticesOf(as['quality-h'])).toEqual(['proposal-assigned']));
    expect((await step(as.agent1, 'tell-callers', { tickets: [one], channel: 'phone', text: 'x' })).body['code']).toBe('proposal-has-no-outcome'); // prettier-ignore
    ok(await step(as['quality-h'], 'carry-out', { text: '支座已更换。' }));
    await eventually(async () => expect(await noticesOf(as.coordinator1)).toContain('tell-outcome'));
    await host.settled();
    // Who does not see a ticket does not count it, nor learn that there is one.
    const callers = async (client: ApiClient) => ok(await client.get(`/proposals/${String(proposal)}`))['callers'];
    expect(await callers(as.agent1)).toEqual({ joined: 2, toTell: 2, told: 0 });
    expect(await callers(as.coordinator1)).toEqual({ joined: 3, toTell: 3, told: 0 });
    expect(await callers(as['quality-h'])).toEqual({ joined: 0, toTell: 0, told: 0 });
    const tell = { channel: 'phone', text: '您反映的异响已经解决。' };
    const both = await Promise.all([
      step(as.agent1, 'tell-callers', { tickets: [one, two], ...tell }),
      step(as.agent2, 'tell-callers', { tickets: [two], ...tell }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const rest = both[0].status === 200 ? [] : [one];
    if (rest.length > 0) ok(await step(as.agent1, 'tell-callers', { tickets: rest, ...tell }));
    await eventually(async () => expect([(await told(one)).length, (await told(two)).length]).toEqual([1, 1]));
    ok(await step(as.coordinator1, 'excuse-caller', { ticket: secret, reason: '来电人不希望再联系。' }));
    await host.settled();
    expect(await callers(as.coordinator1)).toEqual({ joined: 3, toTell: 0, told: 2 });
    expect(itemsOf(await as.coordinator1.get('/proposals?toTell=true'))).toEqual([]);
    expect([(await told(one)).length, (await told(two)).length, (await told(secret)).length]).toEqual([1, 1, 0]);
    // The caller reads it where they follow their own ticket, and the desk in the conversation.
    const messages = itemsOf(await as.agent1.get(`/tickets/${one}/messages`));
    expect(messages.at(-1)).toMatchObject({ type: 'ProposalOutcomeTold', by: 'staff', text: tell.text, channel: 'phone' });
    // No word of it stands in the log.
    const log = (await host.running.ledgerline.store.read(undefined, 100_000)).map(({ text }) => text).join('\n');
    for (const word of [words.title, words.text, '支座已更换', tell.text]) expect(log).not.toContain(word);
    // Reopened, its next outcome is told anew; what happened stays to be read, of the tickets that one sees.
    ok(await step(as.coordinator1, 'reopen', { reason: '异响又出现。' }));
    ok(await step(as['quality-m'], 'refuse', { reason: '旧型号不再改造。' }));
    expect(await callers(as.coordinator1)).toEqual({ joined: 3, toTell: 3, told: 0 });
    // The next digest tells what came of it, to whom it shows.
    await host.settled();
    const digest = await as['quality-m'].get('/digests/now?template=department-digest&period=2026-W10&department=quality');
    const section = (ok(digest)['sections'] as Items).find((one) => one['section'] === 'proposals');
    expect(section).toMatchObject({
      total: { figures: { proposed: 1, carriedOut: 1, notDone: 1, underWay: 0, overdueNow: 0 }, before: { proposed: 0 } },
      rows: [{ group: { department: 'quality' }, tickets: '/api/v1/proposals?department=quality' }],
      proposals: { ids: [proposal], more: false },
    });
    expect(itemsOf(await as['quality-m'].get(`/proposals?id=${String(proposal)}`))).toMatchObject([{ title: words.title }]);
    const history = ok(await as.agent1.get(`/proposals/${String(proposal)}`))['history'] as Items;
    expect(JSON.stringify(history)).not.toContain(secret);
    expect(history.map(({ type }) => type)).toEqual([
      'ProposalRaised', 'ProposalTicketJoined', 'ProposalTicketJoined', 'ProposalTakenUp', 'ProposalCarriedOut', 'CallerToldOfOutcome', 'CallerToldOfOutcome',
      'ProposalReopened', 'ProposalRefused',
    ]); // prettier-ignore
  });

  test('wake their owner when the date has passed, and the manager a week later; over a restart too, and none twice', async () => {
    const raised = { title: 't', text: 'x', department: 'quality' };
    const { id } = ok(await as.agent1.post('/proposals', raised), 201);
    const proposal = String(id);
    const dueBy = '2026-03-06T17:00:00+08:00';
    ok(await as['quality-m'].post(`/proposals/${proposal}/take-up`, { owner: 'quality-h', dueBy }));
    const reminders = async () => {
      const { store, codec } = host.running.ledgerline;
      const events = (await codec.open(await store.load(streamName('proposal', proposal)), [])).flatMap(
        (commit) => commit.events,
      );
      return events.flatMap(({ type, data }) => (type === 'ProposalOverdue' ? [(data as { repeat: number }).repeat] : []));
    };
    await host.settled();
    expect(itemsOf(await as['quality-h'].get('/proposals?overdue=true'))).toEqual([]);
    await passTo('2026-03-06 17:01');
    await eventually(async () => expect(await reminders()).toEqual([0]));
    await eventually(async () => expect(await noticesOf(as['quality-h'])).toContain('proposal-overdue'));
    expect(itemsOf(await as['quality-h'].get('/proposals?overdue=true&mine=true'))).toMatchObject([
      { id: proposal, overdue: true },
    ]);
    expect(await noticesOf(as['quality-m'])).not.toContain('proposal-overdue');
    const { data } = host;
    await host.stop();
    clock.passTo('2026-03-14 09:00');
    host = await HostWithClock.start(clock, { LEDGERLINE_DATA: data });
    await signInAll();
    await eventually(async () => expect(await reminders()).toEqual([0, 1]));
    await eventually(async () => expect(await noticesOf(as['quality-m'])).toContain('proposal-overdue'));
    ok(await as['quality-h'].post(`/proposals/${proposal}/carry-out`, { text: 'done' }));
    clock.passTo('2026-04-30 09:00');
    await host.settled();
    expect(await reminders()).toEqual([0, 1]);
  });
});
