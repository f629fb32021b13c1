import { expect, test } from '@jest/globals';
import { ApiClient, type Installation } from '@ledgerline/installation';
import { aTicket } from './ticket-story.js';

interface Clock {
  readonly instance: string;
  readonly state: string;
  readonly due: string;
  readonly startedAt: string;
  readonly verdict: { readonly verdict: string } | null;
  readonly explanation: { readonly en: string; readonly zh: string; readonly policy: object; readonly moves: readonly object[] };
}

/** Clocks over HTTP, after the company of `ticketStory` is there: started, held, extended, met; each explains itself. */
export function deadlines(installation: () => Installation): void {
  const who = async (username: string) => ApiClient.as(installation().url, username, 'a-good-long-password');

  test('every clock of a ticket tells its due time, state and reason, now and as it stood', async () => {
    const [agent, coordinator, handler, manager, stranger] = (await Promise.all(
      ['agent1', 'coord1', 'quality-h', 'quality-m', 'sales-h'].map(who),
    )) as [ApiClient, ApiClient, ApiClient, ApiClient, ApiClient];
    const { body: made } = await agent.post('/tickets', aTicket);
    const path = `/tickets/${String(made['id'])}`;
    const does = async (client: ApiClient, command: string, body: unknown = {}) =>
      expect([command, (await client.post(`${path}/${command}`, body)).body]).toEqual([
        command,
        expect.objectContaining({ events: expect.anything() }),
      ]);
    const refused = async (client: ApiClient, command: string, body: unknown, code: string) =>
      expect([command, (await client.post(`${path}/${command}`, body)).body['code']]).toEqual([command, code]);
    const clocks = async (query = '') => {
      const { status, body } = await agent.get(`${path}/deadlines${query}`);
      expect(status).toBe(200);
      return new Map((body['items'] as readonly Clock[]).map((clock) => [clock.instance, clock]));
    };

    const first = await clocks();
    expect([...first.keys()]).toEqual(['first-response:1', 'resolve:1', 'dispatch:1']);
    expect(first.get('resolve:1')).toMatchObject({
      state: 'running',
      verdict: null,
      explanation: { policy: { code: 'company', version: 1 } },
    });

    await does(coordinator, 'route', { lead: 'quality' });
    await does(handler, 'accept');
    const working = await clocks();
    expect(working.get('accept:1')).toMatchObject({ state: 'met', verdict: { verdict: 'in-time' } });
    expect(working.get('dispatch:1')).toMatchObject({ state: 'met' });
    const due = working.get('handle:1')?.due as string;
    const computed = await agent.post('/calendars/compute', {
      calendar: 'default',
      start: working.get('handle:1')?.startedAt,
      work: 'P3D',
    });
    expect(computed.body['due']).toBe(due);

    await refused(stranger, 'hold', { department: 'quality', reason: 'third-party', note: 'n' }, 'not-your-department');
    await does(handler, 'hold', { department: 'quality', reason: 'third-party', note: '等配件' });
    expect((await clocks()).get('handle:1')).toMatchObject({ state: 'held', due });
    expect((await clocks()).get('resolve:1')).toMatchObject({ state: 'held' });
    await refused(handler, 'resume', {}, 'not-on-hold');
    await does(handler, 'resume', { department: 'quality' });
    await does(handler, 'request-information', { question: '型号？' });
    expect((await clocks()).get('handle:1')).toMatchObject({ state: 'held' });
    await does(agent, 'receive-information', { text: 'BCD-215' });
    expect((await clocks()).get('handle:1')).toMatchObject({ state: 'running', due });

    const later = (days: number) => new Date(Date.parse(due) + days * 86_400_000).toISOString();
    await refused(handler, 'request-extension', { by: due, reason: 'no' }, 'not-later-than-the-deadline');
    await does(handler, 'request-extension', { by: later(30), reason: '配件缺货' });
    await refused(coordinator, 'grant-extension', { department: 'quality' }, 'extension-not-endorsed');
    await does(manager, 'endorse-extension');
    await refused(coordinator, 'grant-extension', { department: 'quality' }, 'extension-needs-an-executive');
    await does(coordinator, 'grant-extension', { department: 'quality', by: later(1) });
    const extended = await clocks();
    expect(extended.get('handle:1')?.explanation.moves.at(-1)).toMatchObject({ move: 'extension', department: 'quality' });
    expect(Date.parse(extended.get('handle:1')?.due as string)).toBe(Date.parse(later(1)));
    expect(extended.get('extension-decision:1')).toMatchObject({ state: 'met' });
    await refused(handler, 'request-extension', { by: later(9), reason: 'again' }, 'no-extension-left');

    await does(handler, 'submit-result', { result: 'Replaced', reply: '已更换。', publishable: true });
    expect((await clocks()).get('handle:1')).toMatchObject({ state: 'suspended' });
    await does(manager, 'approve-result');
    await does(agent, 'accept-result');
    await does(agent, 'reply', { channel: 'phone' });
    const done = await clocks();
    for (const instance of ['handle:1', 'review:1', 'check:1', 'reply:1', 'resolve:1', 'first-response:1'])
      expect([instance, done.get(instance)?.state, done.get(instance)?.verdict]).toEqual([
        instance,
        'met',
        { verdict: 'in-time' },
      ]);
    expect(done.get('survey:1')?.explanation.zh).toContain('回访（政策 company 第 1 版');

    const { body } = await agent.get(`${path}/deadlines`);
    const [holder] = body['holders'] as readonly {
      parts: readonly { elapsedSeconds: number }[];
      whole: { elapsedSeconds: number };
    }[];
    expect(holder?.parts.reduce((sum, { elapsedSeconds }) => sum + elapsedSeconds, 0)).toBeCloseTo(
      holder?.whole.elapsedSeconds as number,
      3,
    );
    const past = await clocks(`?at=${encodeURIComponent(first.get('resolve:1')?.startedAt as string)}`);
    expect([...past.keys()]).toEqual([...first.keys()]);
    expect((await stranger.get(`${path}/deadlines`)).status).toBe(404);
    expect((await agent.get(`${path}/deadlines?version=1`)).body['code']).toBe('invalid-query');
  });

  test('what is due next, over all tickets that one may see', async () => {
    const [agent, coordinator, handler, stranger] = (await Promise.all(
      ['agent1', 'coord1', 'quality-h', 'sales-h'].map(who),
    )) as [ApiClient, ApiClient, ApiClient, ApiClient];
    const { body: made } = await agent.post('/tickets', aTicket);
    const { body: routed } = await coordinator.post(`/tickets/${String(made['id'])}/route`, { lead: 'quality' });
    const after = { 'ledgerline-after': String(routed['position']) };
    type Due = { readonly ticket: string; readonly instance: string; readonly due: string; readonly holder: object };
    const due = async (client: ApiClient, query: string) => {
      const { status, body } = await client.get(`/deadlines?limit=200${query}`, after);
      expect([status, body['code']]).toEqual([200, undefined]);
      return body['items'] as readonly Due[];
    };
    const mine = (items: readonly Due[]) => items.filter(({ ticket }) => ticket === made['id']).map(({ instance }) => instance);
    const all = await due(coordinator, '');
    expect(all.map((one) => one.due)).toEqual(all.map((one) => one.due).toSorted());
    expect(mine(await due(coordinator, '&department=quality&overdue=false'))).toEqual(
      expect.arrayContaining(['accept:1', 'handle:1']),
    );
    expect(mine(await due(handler, '&clock=handle'))).toEqual(['handle:1']);
    expect(mine(await due(coordinator, '&due=2020-01-01T00:00:00Z'))).toEqual([]);
    expect(mine(await due(stranger, ''))).toEqual([]);
    const first = (await coordinator.get('/deadlines?limit=1&overdue=false')).body;
    const second = (await coordinator.get(`/deadlines?limit=1&overdue=false&cursor=${String(first['next'])}`)).body;
    expect(second['items']).not.toEqual(first['items']);
    for (const query of ['clock=lunch', 'due=soon', 'due=/2026-01-01T00:00:00Z', 'limit=201', 'cursor=x', 'q=x'])
      expect([query, (await coordinator.get(`/deadlines?${query}`)).status]).toEqual([query, 400]);
  });
}
