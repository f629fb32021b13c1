import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { ApiClient, eventually, type Answer } from '@ledgerline/installation';
import { ok } from '../e2e/ok.js';
import { HostWithClock, SettableClock } from '../ticker/host-with-clock.js';

jest.setTimeout(240_000);

const password = 'a-good-long-password';
const people = [
  ['agent1', ['agent']],
  ['agent2', ['agent']],
  ['inspector1', ['inspector']],
  ['inspector2', ['inspector', 'agent']],
  ['leader1', ['team-leader']],
  ['coordinator1', ['coordinator']],
  ['executive1', ['leader']],
  ['auditor1', ['auditor']],
] as const;
type Name = (typeof people)[number][0];
type Body = Readonly<Record<string, unknown>>;

const sheet = {
  code: 'calls',
  effectiveFrom: '2026-01-01T00:00:00+08:00',
  title: '通话评分表',
  groups: [
    { code: 'manner', name: '服务态度', criteria: [{ code: 'greeting', name: '问候', points: 40 }] },
    { code: 'matter', name: '业务', criteria: [{ code: 'answer', name: '答复准确', points: 60 }] },
  ],
  fatal: [{ code: 'disclosure', name: '泄露来电人信息', effect: 'zero' }],
  passes: 80,
  appeal: { within: 'P3D', calendar: 'default' },
};
const rule = {
  code: 'monthly',
  effectiveFrom: '2026-01-01T00:00:00+08:00',
  title: '每月抽检',
  sheet: 'calls',
  period: 'month',
  strata: [
    { work: 'registration', when: { channel: 'phone' }, take: { count: 2 } },
    { work: 'dissatisfied', when: {}, take: { share: 1 } },
  ],
};
const full = [
  { criterion: 'greeting', points: 40 },
  { criterion: 'answer', points: 60 },
];
const less = [full[0], { criterion: 'answer', points: 30, note: '型号说错了' }];

describe('quality inspection', () => {
  let host: HostWithClock;
  const clock = new SettableClock(Temporal.Instant.from('2026-03-04T10:00:00+08:00').epochMilliseconds);
  let as: Readonly<Record<Name, ApiClient>>;
  const passTo = async (time: string) => {
    clock.passTo(time);
    const address = String(host.running.address);
    const clients = people.map(async ([name]) => [name, await ApiClient.signIn(address, name, password)] as const);
    as = Object.fromEntries(await Promise.all(clients)) as typeof as;
  };
  const itemsOf = (answer: Answer) => ok(answer)['items'] as readonly Body[];
  const govern = async (path: string, document: object) => {
    const { id } = ok(await as.coordinator1.post(`/${path}`, document), 201);
    ok(await as.coordinator1.post(`/${path}/${String(id)}/submit`));
    ok(await as.executive1.post(`/${path}/${String(id)}/approve`));
  };
  const register = async (by: Name, about: object = {}) => {
    const body = { channel: 'phone', kind: 'complaint', level: 'general', item: 'fault', subject: 's', description: 'd', caller: { phone: '13800138000' } }; // prettier-ignore
    return String(ok(await as[by].post('/tickets', { ...body, ...about }), 201)['id']);
  };

  beforeAll(async () => {
    host = await HostWithClock.start(clock);
    for (const [username, roles] of people)
      await host.accepted('administration', 'create-user', username, {
        body: { username, name: username, password, roles, departments: ['call-centre'] },
      });
    await passTo('2026-03-04 10:00');
    await govern('score-sheets', sheet);
    await govern('sampling-rules', rule);
  });
  afterAll(() => host.stop());

  test('goes from the sample to the appeal, and neither is anybody’s choice', async () => {
    for (let n = 0; n < 5; n += 1) await register('agent1');
    await register('agent2', { channel: 'email' });
    await register('inspector2');
    const angry = await register('agent2', { channel: 'web', kind: 'request' });
    ok(await as.agent2.post(`/tickets/${angry}/answer`, { text: '请重启。' }));
    ok(await as.agent1.post(`/tickets/${angry}/survey`, { channel: 'phone' }));
    ok(await as.agent1.post(`/tickets/${angry}/record-survey`, { outcome: 1, service: 1, timeliness: 4 }));
    const asked = { rule: 'monthly', period: '2026-03' };
    expect((await as.inspector1.post('/samples', asked)).body['code']).toBe('period-not-over');
    expect((await as.inspector1.post('/samples', { ...asked, period: '2026-W10' })).body['code']).toBe(
      'not-a-period-of-the-rule',
    );

    await passTo('2026-04-01 09:30');
    await host.settled();
    expect((await as.agent1.post('/samples', asked)).status).toBe(403);
    const { id: sample } = ok(await as.coordinator1.post('/samples', asked), 201);
    expect(sample).toBe('monthly-2026-03');
    expect((await as.inspector1.post('/samples', asked)).body['code']).toBe('sample-is-drawn');
    await host.settled();
    const drawn = ok(await as.auditor1.get('/samples/monthly-2026-03'));
    expect(drawn).toMatchObject({ inspections: 4, agents: 3, unassigned: 0, sheet: { code: 'calls', draft: 1 } });
    expect(ok(await as.auditor1.get('/samples/monthly-2026-03/redraw'))).toMatchObject({
      same: true,
      seedIsItsOwn: true,
      differing: [],
    });

    // A sheet that changes later is not what is scored by; what is entered later is not drawn again.
    await govern('score-sheets', { ...sheet, passes: 10, effectiveFrom: '2026-04-01T09:00:00+08:00' });
    const inspections = itemsOf(await as.coordinator1.get('/inspections?sample=monthly-2026-03'));
    expect(inspections.map(({ work }) => work).toSorted()).toEqual([
      'dissatisfied',
      'registration',
      'registration',
      'registration',
    ]);
    expect(inspections.filter(({ agent, inspector }) => agent === inspector)).toEqual([]);
    const accounts = itemsOf(await as.coordinator1.get('/users'));
    const nameOf = (account: unknown) => accounts.find(({ id }) => id === account)?.['username'] as Name;

    const one = inspections.find(({ work }) => work === 'dissatisfied') as Body;
    const scorer = nameOf(one['inspector']);
    const decider = scorer === 'inspector1' ? 'inspector2' : 'inspector1';
    const path = `/inspections/${String(one['id'])}`;
    expect((await as.agent2.get(path)).body['code']).toBe('inspection-not-found');
    expect((await as[decider].post(`${path}/score`, { marks: less })).body['code']).toBe('not-its-inspector');
    expect((await as[scorer].post(`${path}/score`, { marks: [full[0], { criterion: 'answer', points: 30 }] })).body['code']).toBe('lost-points-need-a-note'); // prettier-ignore
    ok(await as[scorer].post(`${path}/score`, { marks: less }));
    const noticesOf = async (by: Name) => itemsOf(await as[by].get('/notifications')).map(({ kind }) => kind);
    await eventually(async () => expect(await noticesOf('agent2')).toContain('inspection-scored'));
    expect(await noticesOf(scorer)).toContain('inspections-drawn');
    expect(await noticesOf('agent1')).not.toContain('inspection-scored');
    // P3D on the shipped calendar, from a Wednesday: Thursday, Friday, and Tuesday, for Monday the sixth is a holiday (清明).
    const shown = ok(await as.agent2.get(path));
    expect(shown).toMatchObject({ status: 'scored', result: { score: 70, outOf: 100, passed: false }, scored: { notes: { answer: '型号说错了' } } }); // prettier-ignore
    expect(shown['appealBy']).toBe('2026-04-07T10:00:00.000Z');
    expect((await as.agent1.get(path)).status).toBe(404);
    const reason = { reason: '型号按来电人所说登记。' };
    expect((await as.agent1.post(`${path}/appeal`, reason)).status).toBe(404);
    ok(await as.agent2.post(`${path}/appeal`, reason));
    await eventually(async () => expect(await noticesOf('leader1')).toContain('appeal-raised'));
    expect((await as[scorer].post(`${path}/dismiss-appeal`, reason)).body['code']).toBe('own-score');
    ok(await as.leader1.post(`${path}/grant-appeal`, { ...reason, marks: full }));
    expect(ok(await as.agent2.get(path))).toMatchObject({
      status: 'decided',
      result: { score: 100, passed: true },
      original: { score: 70, passed: false },
      outcome: 'granted',
    });

    // Who is late is late, by the centre's working time.
    const other = inspections.find(({ work }) => work === 'registration') as Body;
    const late = `/inspections/${String(other['id'])}`;
    ok(
      await as[nameOf(other['inspector'])].post(`${late}/score`, {
        marks: full,
        fatal: ['disclosure'],
        remark: '念出了他人电话',
      }),
    );
    await passTo('2026-04-09 09:00');
    expect((await as[nameOf(other['agent'])].post(`${late}/appeal`, reason)).body['code']).toBe('appeal-too-late');
    await host.settled();
    const own = itemsOf(await as.agent2.get('/inspections?mine=true'));
    expect(own.map(({ id }) => id)).toEqual([one['id']]);
    expect(JSON.stringify(own)).not.toContain('型号说错了');

    // Figures: everybody's to those who watch, one's own to an agent; the score that counts is the one after the appeal.
    const figures = (client: ApiClient, by: string) => client.get(`/inspections/figures?from=2026-01&to=2026-12&by=${by}`);
    expect(ok(await figures(as.auditor1, 'month'))).toMatchObject({
      items: [
        {
          group: { month: '2026-03' },
          figures: { inspections: 2, points: 100, outOf: 200, average: 0.5, fatal: 1, appeals: 1, granted: 1 },
        },
      ],
    });
    expect(itemsOf(await figures(as.leader1, 'fatal'))).toMatchObject([
      { group: { fatal: 'disclosure' }, figures: { inspections: 1 } },
    ]);
    expect(itemsOf(await figures(as.agent2, 'agent')).map(({ group }) => group)).toEqual([{ agent: one['agent'] }]);
    expect(
      itemsOf(await as.agent2.get(`/inspections/figures?from=2026-01&to=2026-12&by=agent&agent=${String(other['agent'])}`)),
    ).toEqual([]);

    // No word that was written stands in the log; a rebuild of what is drawn from changes nothing.
    const log = (await host.running.ledgerline.store.read(undefined, 100_000)).map(({ text }) => text).join('\n');
    for (const word of ['型号说错了', reason.reason, '念出了他人电话']) expect(log).not.toContain(word);
    await register('agent1');
    await host.settled();
    expect(ok(await as.auditor1.get('/samples/monthly-2026-03/redraw'))).toMatchObject({ same: true });
  });

  test('is calibrated: several score the same, blind, and see then how far they agree', async () => {
    const tickets = [await register('agent1'), await register('agent1')];
    const secret = await register('agent2', { confidential: true });
    const asked = { title: '四月校准', sheet: 'calls', inspectors: ['inspector1', 'inspector2'] };
    const open = (more: object) => as.coordinator1.post('/calibrations', { ...asked, ...more });
    expect((await open({ tickets, inspectors: ['inspector1', 'agent1'] })).body['code']).toBe('not-an-inspector');
    expect((await open({ tickets: [secret] })).body['code']).toBe('may-not-inspect-it');
    const { id } = ok(await open({ tickets }), 201);
    const path = `/calibrations/${String(id)}`;
    const score = (by: Name, ticket: unknown, marks: readonly unknown[]) => as[by].post(`${path}/score`, { ticket, marks });
    ok(await score('inspector1', tickets[0], full));
    ok(await score('inspector1', tickets[1], less));
    expect((await score('inspector1', tickets[1], full)).body['code']).toBe('not-to-be-scored');
    ok(await score('inspector2', tickets[0], full));
    // Blind: nobody sees what another gave, not even who opened it.
    for (const by of ['inspector2', 'coordinator1'] as const)
      expect(JSON.stringify(ok(await as[by].get(path)))).not.toContain('型号说错了');
    expect((await as.coordinator1.post(`${path}/close`)).body['code']).toBe('scores-are-missing');
    expect((await as.agent1.get(path)).status).toBe(404);
    ok(await score('inspector2', tickets[1], full));
    ok(await as.coordinator1.post(`${path}/close`));
    const closed = ok(await as.inspector2.get(path));
    expect(JSON.stringify(closed)).toContain('型号说错了');
    expect(closed['agreement']).toMatchObject({
      criteria: [
        { code: 'greeting', exact: 1 },
        { code: 'answer', exact: 0.5, alpha: 0 },
      ],
      fatal: [{ code: 'disclosure', exact: 1 }],
      score: { exact: 0.5, alpha: 0 },
    });
    expect((await score('inspector2', tickets[0], full)).body['code']).toBe('calibration-is-closed');
  });
});
