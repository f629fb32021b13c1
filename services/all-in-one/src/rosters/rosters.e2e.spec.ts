import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { ApiClient, eventually, type Answer } from '@ledgerline/installation';
import { accountIdOf } from '@ledgerline/host';
import { ok } from '../e2e/ok.js';
import { HostWithClock, SettableClock } from '../ticker/host-with-clock.js';

jest.setTimeout(240_000);

const password = 'a-good-long-password';
type Item = Readonly<Record<string, unknown>>;
const itemsOf = ({ body }: Answer) => body['items'] as readonly Item[];
const refused = ({ status, body }: Answer) => [status, body['code']];

let host: HostWithClock;
const names = ['ann', 'bo', 'lead', 'other', 'staff', 'chief'] as const;
const people = {} as Record<(typeof names)[number], ApiClient>;
const ids = {} as Record<(typeof names)[number], string>;

beforeAll(async () => {
  host = await HostWithClock.start(new SettableClock(Temporal.Instant.from('2026-03-02T10:00:00+08:00').epochMilliseconds));
  await host.accepted('administration', 'create-department', 'elsewhere', { body: { code: 'elsewhere', name: 'elsewhere' } });
  for (const [username, roles, department] of [
    ['ann', ['agent'], 'call-centre'],
    ['bo', ['agent'], 'call-centre'],
    ['lead', ['team-leader'], 'call-centre'],
    ['other', ['team-leader'], 'elsewhere'],
    ['staff', ['personnel'], 'elsewhere'],
    ['chief', ['administrator'], 'elsewhere'],
  ] as const)
    await host.accepted('administration', 'create-user', username, {
      body: { username, name: username, password, roles: [...roles], departments: [department] },
    });
  for (const name of names) ids[name] = accountIdOf(name, host.running.ledgerline);
  for (const name of names) people[name] = await ApiClient.signIn(String(host.running.address), name, password);
});
afterAll(() => host.stop());

const roster = '/rosters/call-centre-2026-03';
const book = {
  shifts: [
    { code: 'early', name: '早班', start: '08:00', end: '16:30', breaks: [{ from: '12:00', to: '12:30' }] },
    { code: 'late', name: '晚班', start: '16:00', end: '00:30', breaks: [{ from: '20:00', to: '20:30' }] },
  ],
  staffing: [{ days: 'every-day', from: '08:00', to: '16:00', least: 1 }],
};
const cell = (person: string, day: number, ...shifts: readonly string[]) => ({
  person,
  date: `2026-03-${String(day).padStart(2, '0')}`,
  shifts,
});
const daysOf = async (client: ApiClient, person: string) => {
  const { people: rows } = ok(await client.get(roster)) as { readonly people: readonly { account: string; days: Item }[] };
  return rows.find(({ account }) => account === ids[person as keyof typeof ids])?.days ?? {};
};

test('shifts are set, a roster is planned by hand and by table, and published', async () => {
  const { ann, lead, other, chief } = people;
  expect(refused(await ann.post('/shift-books/department-call-centre/set', book))).toEqual([403, 'not-allowed']);
  expect(refused(await other.post('/shift-books/department-call-centre/set', book))).toEqual([403, 'only-own-departments']);
  expect(refused(await lead.post('/shift-books/site-main/set', book))).toEqual([403, 'only-own-departments']);
  ok(await chief.post('/shift-books/site-main/set', { shifts: [] }));
  const approved = { ...book, comprehensiveHours: true };
  expect(refused(await lead.post('/shift-books/department-call-centre/set', approved))).toEqual([403, 'comprehensive-hours-are-the-administrators']); // prettier-ignore
  ok(await lead.post('/shift-books/department-call-centre/set', book));

  expect(refused(await other.post('/rosters', { department: 'call-centre', month: '2026-03' }))).toEqual([403, 'only-own-departments']); // prettier-ignore
  ok(await lead.post('/rosters', { department: 'call-centre', month: '2026-03' }), 201);
  expect(refused(await lead.post('/rosters', { department: 'call-centre', month: '2026-03' }))).toEqual([409, 'roster-exists']);
  const plan = (...cells: readonly object[]) => lead.post(`${roster}/plan`, { cells });
  expect(refused(await plan(cell('ann', 2, 'dawn')))).toEqual([400, 'unknown-shift']);
  expect(refused(await plan(cell('staff', 2, 'early')))).toEqual([409, 'not-of-the-department']);
  expect(refused(await plan(cell('ann', 2, 'early', 'late')))).toEqual([409, 'shifts-overlap']);
  ok(await plan(cell('ann', 2, 'early'), cell('ann', 3, 'early'), cell('bo', 2, 'late'), cell('bo', 3)));

  // The draft is the planners’ own.
  expect(refused(await ann.get(roster))).toEqual([404, 'roster-not-found']);
  const table = (text: string) => lead.post(`${roster}/import`, { table: text });
  const faults = await table('person,2026-03-04,2026-03-05\nann,早班,nap\nnobody,早班,\nbo,晚班,休\n');
  expect(refused(faults)).toEqual([409, 'roster-table-has-faults']);
  expect(faults.body['faults']).toEqual([
    { line: 2, code: 'unknown-shift', date: '2026-03-05', shift: 'nap' },
    { line: 3, code: 'unknown-person' },
  ]);
  ok(await table('person,2026-03-04,2026-03-05\nann,早班,休\nbo,晚班,early\n'));

  const { events } = ok(await lead.post(`${roster}/publish`, { through: '2026-03-05' }));
  expect(events).toMatchObject([{ type: 'RosterPublished' }]);
  const seen = ok(await lead.get(roster)) as { readonly findings: readonly Item[]; readonly days: readonly Item[] };
  const told = seen.findings.filter(({ finding }) => finding !== 'understaffed');
  expect(told.find(({ finding }) => finding === 'rest-too-short')).toMatchObject({ account: ids.bo, date: '2026-03-05', minutes: 450 }); // prettier-ignore
  expect(seen.days[1]).toMatchObject({ date: '2026-03-02', rule: 'week', works: true, published: true });
  expect((seen.days[1]?.['planned'] as readonly number[]).slice(15, 33)).toEqual([0, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1, 1, 2]); // prettier-ignore
  expect(refused(await plan(cell('ann', 4)))).toEqual([409, 'day-is-published']);
});

test('each sees their own shifts, and who is on now', async () => {
  const { ann, bo, other } = people;
  const mine = async () => itemsOf(await ann.get('/rosters/mine?from=2026-03-01&through=2026-03-31'));
  await eventually(async () => expect((await mine()).map(({ date }) => date)).toEqual(['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05'])); // prettier-ignore
  expect((await mine())[3]).toMatchObject({ shifts: [], department: 'call-centre' });
  expect(itemsOf(await other.get('/rosters'))).toEqual([]);
  expect(itemsOf(await bo.get('/rosters'))).toMatchObject([{ id: 'call-centre-2026-03', publishedThrough: '2026-03-05' }]);
  expect(ok(await ann.get(roster))['findings']).toBeUndefined();
  // 10:00: the early shift.
  expect(itemsOf(await ann.get('/rosters/on-now?department=call-centre'))).toMatchObject([{ account: ids.ann, shift: 'early', from: '08:00', to: '16:30', away: false, missing: false }]); // prettier-ignore
});

test('a swap is asked for, agreed to, and approved by whoever plans', async () => {
  const { ann, bo, lead } = people;
  const swap = { date: '2026-03-04', with: 'bo', reason: '家里有事' };
  expect(refused(await lead.post(`${roster}/request-swap`, swap))).toEqual([409, 'not-on-the-roster']);
  ok(await ann.post(`${roster}/request-swap`, swap));
  expect(refused(await ann.post(`${roster}/request-swap`, swap))).toEqual([409, 'change-already-asked']);
  expect(refused(await lead.post(`${roster}/approve-change`, { request: 1 }))).toEqual([409, 'not-agreed-yet']);
  expect(refused(await ann.post(`${roster}/agree-to-swap`, { request: 1 }))).toEqual([403, 'not-asked-of-you']);
  ok(await bo.post(`${roster}/agree-to-swap`, { request: 1 }));
  expect(refused(await bo.post(`${roster}/approve-change`, { request: 1 }))).toEqual([403, 'not-allowed']);
  ok(await lead.post(`${roster}/approve-change`, { request: 1 }));
  expect([await daysOf(ann, 'ann'), await daysOf(ann, 'bo')]).toMatchObject([{ '2026-03-04': ['late'] }, { '2026-03-04': ['early'] }]); // prettier-ignore
  const { changes } = ok(await bo.get(roster)) as { readonly changes: readonly Item[] };
  expect(changes).toMatchObject([{ state: 'approved', reason: '家里有事', decided: { by: ids.lead } }]);
  // Amended by whoever plans, with the reason on record.
  ok(await lead.post(`${roster}/amend`, { cells: [cell('ann', 5, 'early')], reason: '临时加班' }));
  const { edition, history } = ok(await lead.get(roster)) as { readonly edition: number; readonly history: readonly Item[] };
  expect([edition, history.at(-1)]).toMatchObject([3, { type: 'RosterAmended', data: { reason: '临时加班' } }]);
});

test('a week without a day off is not published', async () => {
  const { lead } = people;
  ok(await lead.post(`${roster}/plan`, { cells: [9, 10, 11, 12, 13, 14, 15].map((day) => cell('ann', day, 'early')) }));
  const answer = await lead.post(`${roster}/publish`, {});
  expect(refused(answer)).toEqual([409, 'roster-breaks-the-law']);
  expect(answer.body['findings']).toMatchObject([{ finding: 'no-day-off-in-week', date: '2026-03-09', account: ids.ann }]);
});
