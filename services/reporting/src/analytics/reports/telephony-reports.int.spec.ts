import { nodeCryptography } from '@ledgerline/adapter-crypto';
import { DuckDBFactStore } from '@ledgerline/adapter-duckdb';
import { MemoryEventStore, MemoryVault } from '@ledgerline/adapter-memory';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { ledgerlineEvents, type CallState } from '@ledgerline/domain';
import { EventCodec, KeyRing, streamName, type FactStore, type SealedCommit } from '@ledgerline/kernel';
import { readFileSync } from 'node:fs';
import { sealing, type Step } from '../e2e/sample-histories.js';
import { factTables } from '../fact-tables.js';
import { Filling } from '../fill/filling.js';
import { WordList } from '../fill/word-list.js';
import { answerReport, answerTickets, type ReportQuestion } from './answer-report.js';
import { answerContacts } from './contacts-behind.js';

jest.setTimeout(240_000);

const begin = Date.parse('2026-03-02T01:29:30Z');
const at = (second: number) => new Date(begin + second * 1_000).toISOString();
const told = (state: CallState, second: number, more: object = {}) => ({
  id: `${state}${second}`,
  state,
  occurredAt: at(second),
  ...more,
});
const terms = { draft: 1, within: 15, shortAbandon: 5 };
const queued = (second: number, queue = 'service') => told('queued', second, { queue, site: 'north', terms });
const answered = (second: number, agent: string, site: string) =>
  told('answered', second, { agent, team: site, agentSite: site });
const states = (...all: readonly object[]): Step => ['CallStatesTold', { states: all, now: { standing: 'over', since: at(0) } }];
const ready = (agent: string, state: string, second: number, site: string): Step => [
  'AgentStateTold',
  { id: `${state}${second}`, state, occurredAt: at(second), agent, day: '2026-03-02', team: site, site },
];
const registration = (item: string): Step => [
  'TicketRegistered',
  {
    contact: 'c', person: 'p', number: 'n', channel: 'phone', kind: 'request', level: 'general', item, confidential: false, parent: false,
    attachments: [], anonymous: false, sealed: 'box',
  },
]; // prettier-ignore

const goesOn = { id: 'r', state: 'break', reason: 'rest', occurredAt: at(57_600), agent: 'wu', day: '2026-03-03', team: 'west', site: 'west' }; // prettier-ignore

type Told = readonly [stream: string, second: number, ...steps: Step[]];

/** Streams in the order in which they were told: late, out of order, and after the end. */
const log: readonly Told[] = [
  ['call.one', 90, states(told('ended', 70))],
  ['call.two', 91, states(queued(5), answered(25, 'li', 'south'), told('ended', 85))],
  ['agent-state.zhang-20260302', 92, ready('zhang', 'ready', -3_570, 'north')],
  ['call.three', 93, states(queued(10), told('abandoned', 13))],
  ['call.one', 94, states(queued(0), answered(10, 'zhang', 'north'))],
  ['call.four', 95, states(queued(10), told('abandoned', 40))],
  ['call.five', 96, states(queued(90))],
  ['call.one', 120, states(told('held', 20), told('retrieved', 30), told('wrapped-up', 100))],
  ['agent-state.zhang-20260302', 130, ready('zhang', 'break', 630, 'north')],
  ['agent-state.zhang-20260302', 131, ready('zhang', 'off', 930, 'north')],
  ['call.six', 140, states(queued(100), queued(110, 'urgent'), answered(112, 'zhang', 'north'))],
  ['agent-state.wu-20260302', 141, ready('wu', 'ready', 0, 'west')],
  [
    'agent-state.wu-20260303',
    142,
    ['AgentStateTold', { ...goesOn, carriedOver: { id: 'ready0', state: 'ready', occurredAt: at(0) } }],
  ],
  ['ticket.settled', 150, registration('a'), ['TicketAnswered', { person: 'p', articles: [], sealed: 'box' }]],
  ['ticket.asked-again', 160, registration('a')],
  ['ticket.asked-again', 170, ['MessageAdded', { person: 'p', from: 'caller', attachments: [], sealed: 'box' }]],
];

const ofEast = (second: number) => ({ ...queued(second, 'urgent'), site: 'east' });
/** Passed on by an agent of the queue's site, who was ready the moment they answered, to one of another site; and a call that was ended a year later. */
const passedOn: readonly Told[] = [
  ['call.seven', 90, states(ofEast(0), answered(5, 'hu', 'east'), ofEast(60), answered(65, 'yu', 'far'), told('wrapped-up', 80))],
  ['call.seven', 140, states(told('ended', 125), told('wrapped-up', 135))],
  ['agent-state.hu-20260302', 141, ready('hu', 'ready', 5, 'east')],
  ['call.eight', 142, states(answered(-400 * 86_400, 'lu', 'north'), told('ended', 0))],
];

const person = (id: string, ...roles: string[]) => ({ kind: 'person', id, roles, departments: ['some'] }) as const;
const auditor = person('auditor', 'auditor');

describe('telephony in figures', () => {
  const store = new MemoryEventStore();
  const codec = new EventCodec(ledgerlineEvents, nodeCryptography, new KeyRing(new MemoryVault()));
  let facts: FactStore;
  let words: WordList;
  const parts = () => ({ ask: facts.ask, words, configuration: { timeZone: 'Asia/Shanghai' } as never });
  const asked = (name: string, change: Partial<ReportQuestion> = {}): ReportQuestion => ({
    name,
    filter: { group: [], where: {} },
    principal: auditor,
    now: begin + 30 * 86_400_000,
    ...change,
  });
  const figures = async (name: string, change: Partial<ReportQuestion> = {}) =>
    (await answerReport(asked(name, change), parts())).total;
  /** @param portion commits at one time; after each batch it dies */
  async function filled(portion: number, from: MemoryEventStore = store): Promise<FactStore> {
    const filling = await DuckDBFactStore.open(':memory:', factTables);
    for (let position; ; position = await filling.position()) {
      const stored = await from.read(position, portion);
      if (stored.length === 0) return filling;
      const one = await Filling.from({ store: from, codec, facts: filling });
      await one.take(stored);
      await one.write();
    }
  }

  function sealed(streams: readonly Told[], seal = sealing(nodeCryptography)): readonly SealedCommit[] {
    return streams.map(([stream, second, ...steps]) => {
      const [category = '', id = ''] = stream.split('.');
      return seal(streamName(category, id), steps, begin + second * 1_000);
    });
  }

  beforeAll(async () => {
    const seal = sealing(nodeCryptography);
    const rule = new URL('../../../../administration/src/installation/shipped/telephony-rule.json', import.meta.url);
    const body = JSON.parse(readFileSync(rule, 'utf8')) as { effectiveFrom: string };
    const { effectiveFrom } = body;
    const of = { type: 'telephony-rule', code: 'default', draft: 1, body };
    const approved: Step = ['DocumentApproved', { draft: 1, effectiveFrom: new Date(effectiveFrom).toISOString(), shipped: true, ownDraft: false }]; // prettier-ignore
    const inForce = seal(streamName('document', 'telephony-rule-default'), [['DocumentDrafted', of], approved], begin);
    for (const commit of [inForce, ...sealed(log, seal)]) await store.append(commit);
    facts = await filled(100);
    words = new WordList();
    await words.load(facts);
  });
  afterAll(() => facts.close());

  test('are those of the definitions, from what was told in any order', async () => {
    expect(await figures('telephony', { filter: { group: [], where: { queue: 'service' } } })).toMatchObject({
      offered: 3,
      answered: 2,
      answeredInTime: 1,
      abandoned: 1,
      shortAbandoned: 1,
      passedOn: 1,
      handled: 2,
      serviceLevel: 0.3333,
      abandonedShare: 0.3333,
      speedOfAnswerSeconds: 15,
      waitUntilAbandonedSeconds: 30,
      talkSeconds: 55,
      holdSeconds: 5,
      afterCallSeconds: 15,
      handlingSeconds: 75,
    });
    const urgent = await figures('telephony', { filter: { group: [], where: { queue: 'urgent', halfHour: '09:30' } } });
    expect(urgent).toMatchObject({ offered: 1, answeredInTime: 1, handled: 0, serviceLevel: 1, speedOfAnswerSeconds: 2 });
  });

  test('are the same however often filling dies, and whatever comes in another batch', async () => {
    const other = await filled(1);
    const content = (of: FactStore) =>
      of.ask('SELECT contact, happened, queued, in_time, wait, talk, hold, wrap_up FROM calls ORDER BY contact, happened');
    expect(await content(other)).toEqual(await content(facts));
    const times = (of: FactStore) => of.ask('SELECT since, until FROM agent_times ORDER BY since, until');
    expect(await times(other)).toEqual(await times(facts));
    await other.close();
  });

  test('tell how much of their time agents were with callers, cut at half hours', async () => {
    const zhang = { filter: { group: [], where: { agent: 'zhang' } } };
    // 60 s with a caller and 30 s after it, of 70 minutes in which they were ready.
    expect(await figures('occupancy', zhang)).toMatchObject({
      occupancy: 0.0214,
      staffedHours: 1.167,
      callHours: 0.017,
      breakHours: 0.083,
    });
    const { items } = await answerReport(
      asked('occupancy', { filter: { group: ['halfHour'], where: { agent: 'zhang' } } }),
      parts(),
    );
    const halves = Object.fromEntries(items.map(({ group, figures: told }) => [group['halfHour'], told['staffedHours']]));
    expect(halves).toEqual({ '08:30': 0.5, '09:00': 0.5, '09:30': 0.167 });
  });

  test('tell of what goes on up to now, a day at most, and of a night’s shift once', async () => {
    const wu = (hours: number) => ({ filter: { group: [], where: { agent: 'wu' } }, now: begin + hours * 3_600_000 });
    expect(await figures('occupancy', wu(17))).toMatchObject({ staffedHours: 16, breakHours: 1, occupancy: 0 });
    expect(await figures('occupancy', wu(400))).toMatchObject({ staffedHours: 16, breakHours: 24 });
    const li = { filter: { group: [], where: { agent: 'li' } } };
    expect(await figures('occupancy', li)).toMatchObject({ callHours: 0.017, staffedHours: 0, occupancy: null });
  });

  test('are of the agent’s own site and moment, a day at most, also where a call was passed on', async () => {
    const other = new MemoryEventStore();
    for (const commit of sealed(passedOn)) await other.append(commit);
    const there = await filled(1, other);
    const known = new WordList();
    await known.load(there);
    const at = { ...parts(), ask: there.ask, words: known };
    const occupancy = (change: Partial<ReportQuestion>) => asked('occupancy', { now: begin + 3_605_000, ...change });
    const east = occupancy({ principal: person('co', 'coordinator'), sites: ['east'] });
    // 55 s with a caller and 20 s after it, of the hour in which they were ready.
    expect((await answerReport(east, at)).total).toMatchObject({ callHours: 0.015, staffedHours: 1, occupancy: 0.0208 });
    const { items } = await answerContacts({ ...occupancy({ principal: person('hu', 'agent') }), cell: 'calls', limit: 9 }, at);
    expect(items.map(({ agent, handlingSeconds }) => [agent, handlingSeconds])).toEqual([['hu', 75]]);
    const long = occupancy({ filter: { group: [], where: { agent: 'lu' } } });
    expect((await answerReport(long, at)).total).toMatchObject({ callHours: 24 });
    await there.close();
  });

  test('lead to the calls that they count', async () => {
    for (const cell of ['offered', 'answered', 'abandoned', 'shortAbandoned', 'handled', 'passedOn']) {
      const { items } = await answerContacts({ ...asked('telephony'), cell, limit: 200 }, parts());
      expect([cell, items.length]).toEqual([cell, (await figures('telephony'))[cell]]);
    }
    const { items, next } = await answerContacts({ ...asked('telephony'), cell: 'handled', limit: 1 }, parts());
    expect(items).toEqual([
      {
        id: 'two',
        at: at(5),
        queue: 'service',
        agent: 'li',
        outcome: 'answered',
        waitSeconds: 20,
        handlingSeconds: 60,
      },
    ]);
    const rest = await answerContacts({ ...asked('telephony'), cell: 'handled', limit: 1, before: Number(next) }, parts());
    expect([rest.items.map(({ id }) => id), rest.next]).toEqual([['one'], null]);
  });

  test.each<[string, Partial<ReportQuestion>, number]>([
    ['an agent those of their own calls', { principal: person('li', 'agent') }, 1],
    ['a team leader those of their sites', { principal: person('lead', 'team-leader'), sites: ['south'] }, 1],
    ['a coordinator of the queue’s site all that came into it', { principal: person('co', 'coordinator'), sites: ['north'] }, 4],
    ['nobody else any', { principal: person('h', 'handler') }, 0],
  ])('show to %s', async (_, who, offered) => expect((await figures('telephony', who))['offered']).toBe(offered));

  test('tell what was settled at the first contact, once the days are over', async () => {
    expect(await figures('first-contact')).toMatchObject({ judged: 2, resolved: 1, settledAtOnce: 1, cameBack: 1, firstContactResolution: 0.5 }); // prettier-ignore
    expect(await figures('first-contact', { now: begin + 86_400_000 })).toMatchObject({
      judged: 0,
      firstContactResolution: null,
    });
    const { items } = await answerTickets({ ...asked('first-contact'), cell: 'resolved', limit: 10 }, parts());
    expect(items.map(({ id }) => id)).toEqual(['settled']);
  });
});
