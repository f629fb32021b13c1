import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { adminPassword, ApiClient, startEmbedded, until, type Installation } from '@ledgerline/installation';
import { setTimeout as sleep } from 'node:timers/promises';

jest.setTimeout(240_000);

interface Report {
  readonly position: string;
  readonly items: readonly {
    readonly group: Readonly<Record<string, string>>;
    readonly figures: Figures;
    readonly tickets: string;
  }[];
  readonly total: { readonly figures: Figures; readonly tickets: string };
}
type Figures = Readonly<Record<string, number | null>>;

describe('reports', () => {
  let installation: Installation;
  let admin: ApiClient;
  const clients: Record<string, ApiClient> = {};
  let last = '';
  /** When nothing had gone to a department yet. */
  let undispatched = '';
  const send = async (path: string, body: object) => {
    const answer = await admin.post(path, body);
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    last = String(answer.body['position'] ?? last);
    return answer.body;
  };
  const register = async (more: object = {}) => {
    const matter = { channel: 'phone', kind: 'complaint', level: 'general', item: 'fault', subject: 'Mooncake', description: 'Mooncake', caller: { name: 'Mooncake' } };
    return String((await send('/tickets', { ...matter, ...more }))['id']);
  }; // prettier-ignore
  const ask = async (path: string, who = admin) => {
    const { status, body } = await who.get(`/reports/${path}`, { 'Ledgerline-After': last });
    expect([path, status]).toEqual([path, 200]);
    return body as unknown as Report;
  };
  /** Tickets behind each cell of each line: as many as the cell counts facts. */
  const holds = async (path: string, who = admin) => {
    const { items, total } = await ask(path, who);
    for (const { figures, tickets } of [...items, total])
      for (const cell of ((await ask(path, who)) as unknown as { readonly cells: readonly string[] }).cells) {
        const { body } = await who.get(`${tickets.replace('/api/v1', '')}${tickets.includes('?') ? '&' : '?'}cell=${cell}`);
        const facts = (body['items'] as { readonly facts: number }[]).reduce((sum, one) => sum + one.facts, 0);
        expect([path, tickets, cell, facts]).toEqual([path, tickets, cell, figures[cell]]);
      }
    return items;
  };

  beforeAll(async () => {
    installation = await startEmbedded();
    admin = await ApiClient.signIn(installation.url, 'admin', adminPassword);
    for (const code of ['quality', 'sales']) await send('/departments', { code, name: code });
    for (const [name, roles, departments] of [['agent', ['agent'], ['call-centre']], ['quality', ['manager'], ['quality']], ['sales', ['handler'], ['sales']]] as const) {
      const { token } = await send('/tokens', { name, roles, departments });
      clients[name] = new ApiClient(installation.url, String(token));
    } // prettier-ignore
    const [first, second] = [await register(), await register({ level: 'important', kind: 'request' })];
    const secret = await register({ confidential: true });
    undispatched = new Date().toISOString();
    await sleep(10);
    for (const id of [first, secret]) await send(`/tickets/${id}/route`, { lead: 'quality', coHandling: [] });
    await send(`/tickets/${second}/route`, { lead: 'sales', coHandling: ['quality'] });
    await send(`/tickets/${first}/accept`, { department: 'quality' });
    await send(`/tickets/${first}/urge`, { department: 'quality', text: 'Mooncake' });
    await send(`/tickets/${second}/request-return`, { department: 'sales', reason: 'Mooncake' });
    await register();
  });
  afterAll(async () => {
    expect(await installation.stop()).toEqual([0]);
  });

  test('count what happened, with the place in the log that they were computed at', async () => {
    const backlog = await ask('backlog?group=department');
    expect(backlog.position).not.toBe('');
    expect(backlog.items.map(({ group, figures }) => [group['department'], figures['open']])).toEqual([
      ['none', 1],
      ['quality', 2],
      ['sales', 1],
    ]);
    const sla = await ask('sla?clock=accept&group=department,outcome');
    expect(sla.items.map(({ group, figures }) => [group['department'], group['outcome'], figures['clocks']])).toEqual([
      ['quality', 'in-time', 1],
      ['quality', 'running', 2],
      ['sales', 'in-time', 1],
    ]);
    expect((await ask('sla?clock=accept')).total.figures).toMatchObject({ clocks: 4, inTime: 2, open: 2, attainment: 1 });
    expect((await ask('urging')).total.figures).toEqual({ urged: 1, acknowledged: 0, tickets: 1 });
    expect((await ask('returns?department=sales')).total.figures['requested']).toBe(1);
    expect((await ask('load?group=kind&from=2000-01-01')).items).toHaveLength(2);
    expect((await ask('load?to=2000-01-01')).total.figures['registered']).toBe(0);
  });

  test('lead from each number to its tickets', async () => {
    for (const path of [
      'sla?group=clock',
      'backlog?group=status',
      'ageing',
      'times?group=holder',
      'durations',
      'load?group=hour',
      'rework',
      'conformance?group=deviation,department',
    ])
      await holds(path);
  });

  test('show the process: what follows what, and the courses that tickets took', async () => {
    const { status, body } = await admin.get('/reports/process');
    const { cases, edges, variants } = body as unknown as { cases: number; edges: object[]; variants: object[] };
    expect([status, cases]).toEqual([200, 4]);
    expect(edges[0]).toMatchObject({ from: 'TicketRegistered', to: 'TicketRouted', count: 3 });
    expect(variants).toContainEqual(expect.objectContaining({ activities: ['TicketRegistered', 'TicketRouted'], cases: 1 }));
    expect((await admin.get('/reports/process?log=imported')).body['cases']).toBe(0);
    expect((await admin.get('/reports/process?log=theirs')).status).toBe(400);
  });

  test('lead from what follows what, and from whole courses, to their tickets', async () => {
    interface Counted {
      readonly tickets: string;
      readonly count?: number;
      readonly cases?: number;
    }
    const counts = async (who = admin) => {
      const { body } = await who.get('/reports/process', { 'Ledgerline-After': last });
      const { edges, bottlenecks, variants } = body as unknown as Record<
        'edges' | 'bottlenecks' | 'variants',
        readonly Counted[]
      >;
      for (const { tickets, count, cases } of [body as unknown as Counted, ...edges, ...bottlenecks, ...variants]) {
        const { body: behind } = await who.get(tickets.replace('/api/v1', ''));
        const facts = (behind['items'] as { readonly facts: number }[]).reduce((sum, one) => sum + one.facts, 0);
        expect([tickets, facts, behind['next']]).toEqual([tickets, count ?? cases, null]);
      }
      return body['cases'];
    };
    expect([await counts(), await counts(clients['agent']), await counts(clients['sales'])]).toEqual([4, 3, 1]);
    for (const query of ['next=TicketRouted', 'cell=count', 'activity=TicketRouted&cell=cases', 'course=1.0', 'cursor=x'])
      expect((await admin.get(`/reports/process/tickets?${query}`)).body['code']).toBe('invalid-query');
  });

  test('say what to expect, of the days to come, from a history that has just begun', async () => {
    const { status, body } = await admin.get('/reports/forecast?days=3&group=item', { 'Ledgerline-After': last });
    expect(status).toBe(200);
    expect(body).toMatchObject({ method: 'mean-of-like-days', calendar: 'default', history: null, items: [] });
    const { days, error } = body['total'] as {
      days: readonly { expected: number | null; restsOn: readonly unknown[] }[];
      error: unknown;
    };
    expect(days.map(({ expected, restsOn }) => [expected, restsOn])).toEqual([[null, []], [null, []], [null, []]]); // prettier-ignore
    expect(error).toBeNull();
    for (const query of ['days=0', 'weeks=x', 'group=item,kind', 'group=caller', 'from=2026-01-01'])
      expect((await admin.get(`/reports/forecast?${query}`)).body['code']).toBe('invalid-query');
  });

  test('find nothing out of order in what the commands allowed', async () => {
    const { figures } = (await ask('conformance?log=own')).total;
    expect(figures).toMatchObject({ tickets: 4, fit: 4, skipped: 0, outOfOrder: 0, unexpected: 0, fitness: 1 });
  });

  test('neither show nor count what the asker may not see', async () => {
    const open = async (who: ApiClient | undefined) => (await ask('backlog', who)).total.figures['open'];
    expect([
      await open(admin),
      await open(clients['agent']),
      await open(clients['quality']),
      await open(clients['sales']),
    ]).toEqual([4, 3, 3, 1]);
    expect((await ask('load', clients['agent'])).total.figures['confidential']).toBe(0);
    await holds('sla?group=clock', clients['agent']);
  });

  test('refuse what they do not understand, and whoever is not signed in', async () => {
    const code = async (path: string) => {
      const { status, body } = await admin.get(`/reports/${path}`);
      return [status, body['code']];
    };
    expect(await code('nothing')).toEqual([404, 'report-not-found']);
    expect(await code('sla?group=caller')).toEqual([400, 'invalid-query']);
    expect(await code('sla?group=clock&group=kind')).toEqual([400, 'invalid-query']);
    expect(await code('sla?from=yesterday')).toEqual([400, 'invalid-query']);
    expect(await code("sla?kind=x'%20OR%201=1")).toEqual([200, undefined]);
    expect(await code('backlog?from=2026-01-01')).toEqual([400, 'invalid-query']);
    expect(await code('sla/tickets?cell=nothing')).toEqual([400, 'invalid-query']);
    expect((await new ApiClient(installation.url).get('/reports/sla')).status).toBe(401);
    const foreign = await admin.get('/reports/sla', { 'Ledgerline-After': 'nowhere' });
    expect([foreign.status, foreign.body['code']]).toEqual([400, 'unknown-position']);
  });

  test('work lists and their counts stand as they stood, by the rights of today', async () => {
    const seen = async (query: string, who = admin) => {
      const headers = { 'Ledgerline-After': last };
      const [list, count] = [await who.get(`/tickets?${query}`, headers), await who.get(`/tickets/count?${query}`, headers)];
      expect([list.status, count.status]).toEqual([200, 200]);
      const items = list.body['items'] as readonly {
        readonly status: string;
        readonly version: number;
        readonly subject: string;
      }[];
      expect(count.body['count']).toBe(items.length);
      return items;
    };
    const then = `at=${undispatched}`;
    expect(await seen(`${then}&status=registered`)).toMatchObject([
      { version: 1, withheld: true },
      { version: 1, subject: 'Mooncake' },
      { version: 1, subject: 'Mooncake' },
    ]);
    expect(await seen(`${then}&department=quality`)).toEqual([]);
    expect(await seen(then, clients['agent'])).toHaveLength(2);
    expect(await seen(then, clients['sales'])).toEqual([]);
    expect(await seen(`at=${new Date().toISOString()}&department=quality&part=lead`)).toHaveLength(2);
    expect((await admin.get(`/tickets?${then}&q=Mooncake`)).body).toMatchObject({
      code: 'invalid-query',
      errors: [{ pointer: '/q' }],
    });
    expect((await admin.get(`/tickets?${then}&cursor=x`)).status).toBe(400);
  });

  test('count how long a clock took that ended with the last event of its ticket', async () => {
    const before = (await ask('durations?clock=resolve')).total.figures['clocks'];
    await send(`/tickets/${await register()}/withdraw`, { reason: 'Mooncake' });
    expect((await ask('durations?clock=resolve')).total.figures['clocks']).toBe(Number(before) + 1);
    await holds('durations?group=outcome');
  });

  test('are the same after a restart, from the facts that were kept', async () => {
    const before = (await ask('sla?group=clock,outcome')).items;
    await installation.stop();
    await installation.restart();
    const again = await ApiClient.signIn(installation.url, 'admin', adminPassword);
    expect((await ask('sla?group=clock,outcome', again)).items).toEqual(before);
  });
});

describe('where DuckDB has no native module', () => {
  let installation: Installation;
  beforeAll(async () => {
    const preload = new URL('without-duckdb.mjs', import.meta.url).href;
    installation = await startEmbedded({ env: { NODE_OPTIONS: `--import=${preload}`, LOG_LEVEL: 'silent' } });
  });
  afterAll(async () => {
    expect(await installation.stop()).toEqual([0]);
  });

  test('everything else goes on, and reports and health say why', async () => {
    const admin = await ApiClient.signIn(installation.url, 'admin', adminPassword);
    const matter = {
      channel: 'phone',
      kind: 'complaint',
      level: 'general',
      item: 'fault',
      subject: 's',
      description: 'd',
      caller: {},
    };
    expect((await admin.post('/tickets', matter)).status).toBe(201);
    const { status, body } = await admin.get('/reports/sla');
    expect([status, body['code']]).toEqual([503, 'analytics-unavailable']);
    expect(body['why']).toMatch(/DuckDB has no native module for \w+ \w+ here \(.*@duckdb\/node-bindings/);
    let told: readonly { readonly loop: string; readonly why: string }[] | undefined;
    await until(async () => {
      const health = await fetch(`${installation.url}/health/ready`);
      expect(health.status).toBe(200);
      told = ((await health.json()) as { readonly keepsStill?: typeof told }).keepsStill;
      return told !== undefined;
    });
    expect(told).toEqual([expect.objectContaining({ loop: 'analytics', why: expect.stringMatching(/^there are no reports: /) })]);
  });
});
