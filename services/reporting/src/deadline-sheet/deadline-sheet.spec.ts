import { describe, expect, test } from '@jest/globals';
import { MemoryReadModels } from '@ledgerline/adapter-memory';
import { rulebookOf, type GovernedDocument, type Rulebook, type TicketEvents, type TicketEventType } from '@ledgerline/domain';
import { projectBatch, type DecodedCommit, type RecordedEvent } from '@ledgerline/kernel';
import { readFileSync } from 'node:fs';
import type { DeadlineSheet } from './deadline-sheet.js';
import { deadlineSheet, deadlineSheetCollection } from './deadline-sheet.projection.js';
import { dueDeadlines, type DeadlineFilter, type DueDeadline } from './due-deadlines.query.js';

const shipped = '../../../administration/src/installation/shipped';
const document = (type: 'policy' | 'calendar', code: string, file: string): GovernedDocument => ({
  type,
  code,
  versions: [
    {
      draft: 1,
      status: 'approved',
      body: JSON.parse(readFileSync(new URL(`${shipped}/${file}.json`, import.meta.url), 'utf8')),
      draftedBy: 'x',
      effectiveFrom: '2020-01-01T00:00:00Z',
      approvedAt: '2020-01-01T00:00:00Z',
    },
  ],
});
const rulebook: Rulebook = rulebookOf(
  [undefined, document('policy', 'company', 'company-policy')],
  new Map([['default', document('calendar', 'default', 'default-calendar')]]),
);

type Step =
  | { [Type in TicketEventType]: readonly [string, Type, Partial<TicketEvents[Type]>?] }[TicketEventType]
  | readonly [string, 'ContactRecorded' | 'CallReturned', object?];

const registration = {
  number: '20260302-AAAAAAAA-0',
  kind: 'complaint',
  level: 'general',
  item: 'fault',
  channel: 'phone',
  confidential: false,
};

/** A commit an event; `03-02 09:30` is March 2026 in Shanghai. */
function commitsOf(id: string, ...steps: readonly Step[]): readonly DecodedCommit[] {
  return steps.map(([time, type, data = {}], place) => {
    const at = Temporal.Instant.from(`2026-${time.replace(' ', 'T')}+08:00`).toString({ fractionalSecondDigits: 3 });
    const meta = { at, recordedAt: at, actor: { kind: 'person', id: 'p' }, site: 'main', correlation: id } as const;
    const body = { person: 'k', ...(type === 'TicketRegistered' ? registration : {}), sealed: 'box', ...data };
    const event: RecordedEvent = { id: `${id}.${place}`, version: place + 1, type, schema: 1, data: body, meta };
    return { stream: `${id.startsWith('c') ? 'contact' : 'ticket'}.${id}`, events: [event] } as unknown as DecodedCommit;
  });
}

async function sheetAfter(...histories: readonly (readonly DecodedCommit[])[]) {
  const collection = await new MemoryReadModels().collection(deadlineSheetCollection);
  const owner = await collection.claim();
  const written: number[] = [];
  for (const commit of histories.flat()) {
    const changes = await projectBatch(deadlineSheet, collection, [commit], rulebook);
    await collection.write(changes, { position: 'main.e.1' as never, owner });
    written.push(changes.length);
  }
  const at = (time: string) => Temporal.Instant.from(`2026-${time.replace(' ', 'T')}+08:00`).epochMilliseconds;
  const coordinator = { kind: 'person', id: 'c', roles: ['coordinator'], departments: ['call-centre'] } as const;
  const ask = async (time: string, body: DeadlineFilter, principal: object = coordinator): Promise<readonly DueDeadline[]> => {
    const ledgerline = { live: () => Promise.resolve(collection), clock: { now: () => at(time) }, store: undefined };
    const answer = await dueDeadlines({ body, principal } as never, ledgerline as never);
    if (answer.kind !== 'page') throw new Error(answer.code);
    return answer.next === undefined
      ? answer.items
      : [...answer.items, ...(await ask(time, { ...body, cursor: answer.next }, principal))];
  };
  return { collection, written, ask };
}

const quality = { department: 'quality' };
const life: readonly Step[] = [
  ['03-02 09:30', 'TicketRegistered'],
  ['03-02 10:00', 'TicketRouted', { lead: 'quality', coHandling: ['sales'], by: 'person' }],
  ['03-02 10:05', 'MessageAdded', { from: 'staff' }],
  ['03-02 10:06', 'MessageAdded', { from: 'caller' }],
  ['03-02 10:30', 'PartAccepted', { ...quality, handler: 'h1' }],
  ['03-02 11:00', 'GuidanceGiven', quality],
];
const calls = (outcome: string): readonly Step[] => [
  ['03-02 09:40', 'ContactRecorded', { channel: 'phone', direction: 'inbound', outcome, occurredAt: '2026-03-02T01:35:00.000Z' }],
];
const inShort = (items: readonly DueDeadline[]) => items.map(({ ticket, instance }) => `${ticket} ${instance}`);

describe('the deadline sheet', () => {
  test('has every open clock in order of its due time, with whose it is', async () => {
    const { ask } = await sheetAfter(commitsOf('t1', ...life));
    const items = await ask('03-02 11:00', { limit: 2 });
    expect(items.map(({ due }) => due)).toEqual(items.map(({ due }) => due).toSorted());
    expect(inShort(items).toSorted()).toEqual(
      ['accept:2', 'first-response:1', 'handle:1', 'handle:2', 'interim-feedback:1', 'resolve:1', 'return-request:1', 'return-request:2'].map((one) => `t1 ${one}`).toSorted(),
    ); // prettier-ignore
    expect(items.find(({ instance }) => instance === 'handle:1')).toMatchObject({
      department: 'quality', part: 'lead', handler: 'h1', state: 'running', overdue: false, holder: { who: 'lead', department: 'quality' },
    }); // prettier-ignore
  });

  test('costs nothing for what moves no clock, and keeps no personal data', async () => {
    const { written, collection } = await sheetAfter(commitsOf('t1', ...life));
    expect(written).toEqual([1, 1, 0, 0, 1, 0]);
    expect(JSON.stringify((await collection.get('t1'))?.document)).not.toContain('box');
  });

  test('grown event by event is the same as folded at once', async () => {
    const more: readonly Step[] = [
      ...life,
      ['03-03 10:00', 'InformationRequested', quality],
      ['03-03 15:00', 'InformationReceived'],
      ['03-03 16:00', 'ExtensionRequested', { ...quality, by: '2026-03-09T04:00:00Z' }],
      ['03-04 10:00', 'ExtensionGranted', { ...quality, by: '2026-03-09T04:00:00Z' }],
      ['03-04 11:00', 'ReportSubmitted', { department: 'sales' }],
    ];
    const grown = (await (await sheetAfter(commitsOf('t1', ...more))).collection.get('t1'))?.document;
    const collection = await new MemoryReadModels().collection(deadlineSheetCollection);
    const [atOnce] = await projectBatch(deadlineSheet, collection, commitsOf('t1', ...more), rulebook);
    expect(grown).toEqual(atOnce?.document as DeadlineSheet);
  });

  test('tells what is late from what is not, by department, and what is held', async () => {
    const held = commitsOf('t2', ...life.slice(0, 2), ['03-02 12:00', 'PutOnHold', { ...quality, reason: 'third-party' }]);
    const { ask } = await sheetAfter(commitsOf('t1', ...life), held);
    expect(inShort(await ask('03-06 10:00', { department: 'quality', overdue: true, clock: 'handle' }))).toEqual(['t1 handle:1']);
    expect(inShort(await ask('03-06 10:00', { department: 'quality', overdue: false, clock: 'handle' }))).toEqual([
      't2 handle:1',
    ]);
    expect(inShort(await ask('03-06 10:00', { held: true, clock: 'handle' }))).toEqual(['t2 handle:1']);
    expect(await ask('03-06 10:00', { clock: 'return-request', overdue: true })).toEqual([]);
    expect(await ask('03-02 11:00', { clock: 'return-request' })).toContainEqual(expect.objectContaining({ state: 'running' }));
    for (const one of await ask('03-06 10:00', { clock: 'return-request' }))
      expect(one).toMatchObject({ state: 'lapsed', overdue: false });
    const due = { from: '2026-03-05T00:00:00.000Z', before: '2026-03-06T00:00:00.000Z' };
    expect(inShort(await ask('03-02 11:00', { due, clock: 'handle', department: 'quality' }))).toEqual([
      't1 handle:1',
      't2 handle:1',
    ]);
  });

  test('judges what is under review by its submission, as the ticket itself does', async () => {
    const handedIn = (id: string, at: string) =>
      commitsOf(id, ...life, [at, 'ResultSubmitted', { ...quality, publishable: true }]);
    const { ask } = await sheetAfter(handedIn('t1', '03-05 18:00'), handedIn('t2', '03-06 09:30'));
    const late = await ask('03-06 10:00', { department: 'quality', overdue: true, clock: 'handle' });
    expect(late).toMatchObject([{ ticket: 't2', state: 'breached', due: '2026-03-05T10:00:00.000Z', overdue: true }]);
    expect(inShort(await ask('03-09 10:00', { department: 'quality', overdue: false, clock: 'handle' }))).toEqual([
      't1 handle:1',
    ]);
  });

  test('says who has it as the time by holder is counted: whatever holds resolve, of whichever part', async () => {
    const sales = { department: 'sales' };
    const [waits, handsOff] = ['InformationRequested', 'PutOnHold'] as const;
    const holderAfter = async (...more: readonly Step[]) =>
      (await (await sheetAfter(commitsOf('t1', ...life, ...more))).ask('03-03 12:00', { clock: 'resolve' }))[0]?.holder;
    expect(await holderAfter()).toEqual({ who: 'lead', department: 'quality' });
    expect(await holderAfter(['03-03 10:00', waits, quality])).toEqual({ who: 'caller' });
    expect(await holderAfter(['03-03 10:00', waits, sales])).toEqual({ who: 'caller' });
    const reported: readonly Step[] = [
      ['03-03 10:00', waits, sales],
      ['03-03 11:00', 'InformationReceived'],
    ];
    expect(await holderAfter(...reported)).toEqual({ who: 'lead', department: 'quality' });
    expect(await holderAfter(['03-03 10:00', handsOff, { ...sales, reason: 'third-party' }])).toEqual({ who: 'third-party' });
  });

  test('shows nobody what they may not see', async () => {
    const secret = commitsOf('t3', ['03-02 09:30', 'TicketRegistered', { confidential: true }], ...life.slice(1, 2));
    const { ask } = await sheetAfter(commitsOf('t1', ...life), secret);
    const who = (roles: readonly string[], ...departments: string[]) => ({ kind: 'person', id: 'x', roles, departments });
    const tickets = async (principal: object) => new Set((await ask('03-02 11:00', {}, principal)).map(({ ticket }) => ticket));
    expect(await tickets(who(['agent'], 'call-centre'))).toEqual(new Set(['t1']));
    expect(await tickets(who(['coordinator'], 'call-centre'))).toEqual(new Set(['t1', 't3']));
    expect(await tickets(who(['handler'], 'quality'))).toEqual(new Set(['t1', 't3']));
    expect(await tickets(who(['handler'], 'logistics'))).toEqual(new Set());
    expect((await ask('03-02 11:00', {}, who(['handler'], 'sales'))).every(({ department }) => department === 'sales')).toBe(
      true,
    );
  });

  test('has missed calls until somebody calls back', async () => {
    const call = (outcome: string) => commitsOf('c1', ...calls(outcome));
    const { ask, collection } = await sheetAfter(commitsOf('t1', ...life), call('missed'));
    const [first] = await ask('03-02 11:40', { clock: 'return-call' });
    expect(first).toMatchObject({
      contact: 'c1',
      status: 'missed',
      due: '2026-03-02T03:35:00.000Z',
      overdue: true,
      holder: { who: 'call-centre' },
    });
    expect(first).not.toHaveProperty('ticket');
    expect((await ask('03-02 10:10', {})).map(({ ticket, contact }) => contact ?? ticket)).toContain('c1');
    const handler = { kind: 'person', id: 'x', roles: ['handler'], departments: ['quality'] };
    expect((await ask('03-02 10:10', {}, handler)).some(({ contact }) => contact !== undefined)).toBe(false);
    expect((await collection.rowsOf(['c1'])).get('c1')).toMatchObject([{ scope: 'contact', version: 1 }, { scope: 'clock' }]);
    expect(JSON.stringify((await collection.get('c1'))?.document)).not.toContain('box');
    const returned = await sheetAfter(commitsOf('c1', ...calls('missed'), ['03-02 10:00', 'CallReturned']));
    expect((await returned.collection.get('c1'))?.document).toBeUndefined();
    expect((await sheetAfter(call('answered'))).written).toEqual([0]);
  });

  test('lets go of what is over, and wakes for the archive', async () => {
    const over = commitsOf('t1', ...life, ['03-03 10:00', 'TicketWithdrawn']);
    const { ask, collection } = await sheetAfter(over);
    expect(await ask('03-03 11:00', {})).toEqual([]);
    expect((await collection.rowsOf(['t1'])).get('t1')).toMatchObject([{ scope: 'over', since: '2026-03-03T02:00:00.000Z' }]);
    const archived = await sheetAfter(
      commitsOf('t1', ...life, ['03-03 10:00', 'TicketWithdrawn'], ['03-04 10:00', 'TicketArchived']),
    );
    expect((await archived.collection.get('t1'))?.document).toBeUndefined();
  });
});
