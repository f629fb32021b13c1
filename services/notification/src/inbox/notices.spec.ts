import { describe, expect, test } from '@jest/globals';
import { MemoryReadModels } from '@ledgerline/adapter-memory';
import type { TicketEvents, TicketEventType } from '@ledgerline/domain';
import { projectBatch, type DecodedCommit, type RecordedEvent } from '@ledgerline/kernel';
import { listNotices, type InboxQuery, type ShownNotice } from './inboxes.query.js';
import { notices, noticesCollection } from './notices.projection.js';

type Step = { [Type in TicketEventType]: readonly [by: string, Type, Partial<TicketEvents[Type]>?] }[TicketEventType];

const registration = {
  number: '20260302-AAAAAAAA-0',
  kind: 'complaint',
  level: 'general',
  item: 'fault',
  channel: 'phone',
  confidential: false,
};
const quality = { department: 'quality' };

/** A commit an event, a second apart. */
function commitsOf(id: string, ...steps: readonly Step[]): readonly DecodedCommit[] {
  return steps.map(([by, type, data = {}], place) => {
    const at = `2026-03-02T01:00:${String(place).padStart(2, '0')}.000Z`;
    const meta = { at, recordedAt: at, actor: { kind: 'person', id: by }, site: 'main', correlation: id } as const;
    const body = { person: 'k', sealed: 'box', ...(type === 'TicketRegistered' ? registration : {}), ...data };
    const event: RecordedEvent = { id: `${id}.${place}`, version: place + 1, type, schema: 1, data: body, meta };
    return { stream: `ticket.${id}`, events: [event] } as unknown as DecodedCommit;
  });
}

async function inboxesAfter(...histories: readonly (readonly DecodedCommit[])[]) {
  const collection = await new MemoryReadModels().collection(noticesCollection);
  const owner = await collection.claim();
  const changes = await projectBatch(notices, collection, histories.flat(), undefined);
  await collection.write(changes, { position: 'main.e.1' as never, owner });
  type Asked = readonly [id: string, roles: readonly string[], departments: readonly string[], body?: InboxQuery, upTo?: string];
  const inPlaceOf = async (absents: readonly string[], ...[id, roles, departments, body = {}, upTo]: Asked) => {
    const commands = { current: () => Promise.resolve({ state: upTo === undefined ? undefined : { upTo } }) };
    const items = absents.map((onBehalfOf) => ({ principal: { kind: 'person', id, onBehalfOf, roles, departments } }));
    const ask = () => Promise.resolve({ items });
    const ledgerline = { live: () => Promise.resolve(collection), commands, ask };
    const answer = await listNotices({ body, principal: { kind: 'person', id, roles, departments } }, ledgerline as never);
    if (answer.kind !== 'page') throw new Error(answer.code);
    return answer;
  };
  const list = (...asked: Asked) => inPlaceOf([], ...asked);
  const kinds = async (...who: Parameters<typeof list>) => (await list(...who)).items.map(({ kind }) => kind);
  return { collection, list, inPlaceOf, kinds };
}

const handled: readonly Step[] = [
  ['agent', 'TicketRegistered'],
  ['coord', 'TicketRouted', { lead: 'quality', coHandling: [], by: 'person' }],
  ['manager', 'HandlerAssigned', { ...quality, handler: 'h1' }],
  ['h1', 'PartAccepted', { ...quality, handler: 'h1' }],
  ['coord', 'TicketUrged', quality],
  ['coord', 'GuidanceGiven', quality],
  ['boss', 'SupervisionOrdered', { ...quality, reportBy: '2026-03-05T00:00:00.000Z' }],
  ['h1', 'SupervisionAnswered', quality],
  ['h1', 'OverdueReported', quality],
  ['h1', 'ExtensionRequested', { ...quality, by: '2026-03-09T00:00:00.000Z' }],
  ['manager', 'ExtensionEndorsed', quality],
  ['coord', 'ExtensionGranted', { ...quality, by: '2026-03-09T00:00:00.000Z' }],
  ['h1', 'InformationRequested', quality],
  ['agent', 'InformationReceived'],
  ['h1', 'ResultSubmitted', { ...quality, publishable: true }],
  ['manager', 'PartApproved', quality],
  ['agent', 'ResultAccepted'],
];

describe('notices', () => {
  test('reach whom an event concerns, newest first, and never who did it', async () => {
    const { kinds } = await inboxesAfter(commitsOf('t1', ...handled));
    expect(await kinds('h1', ['handler'], ['quality'])).toEqual([
      'information-received', 'extension-granted', 'supervision-ordered', 'guidance', 'urged', 'assigned',
    ]); // prettier-ignore
    expect(await kinds('manager', ['manager'], ['quality'])).toEqual([
      'to-review', 'extension-requested', 'supervision-ordered', 'routed',
    ]); // prettier-ignore
    expect(await kinds('coord', ['coordinator'], ['call-centre'])).toEqual([
      'to-reply', 'to-check', 'tell-new-date', 'extension-endorsed', 'overdue-reported',
    ]); // prettier-ignore
    expect(await kinds('boss', ['leader'], [])).toEqual(['overdue-reported', 'supervision-answered']);
    expect(await kinds('agent', ['agent'], ['call-centre'])).toEqual(['to-check', 'tell-new-date']);
    expect(await kinds('stranger', ['manager'], ['sales'])).toEqual([]);
  });

  test('what the ticker told comes to the accounts that it told', async () => {
    const step = {
      step: 's',
      clock: 'handle',
      instance: 'handle:1',
      plannedFor: '2026-03-02T01:00:00.000Z',
      told: ['h1', 'm1'],
    } as const;
    const told: readonly Step[] = [
      ['ticker', 'DeadlineWarned', { ...step, fraction: 0.5, lateBy: 40 }],
      ['ticker', 'DeadlineBreached', { ...step, told: [] }],
    ];
    const { list } = await inboxesAfter(commitsOf('t1', ...handled.slice(0, 4), ...told));
    const [warned] = (await list('h1', ['handler'], ['quality'])).items;
    expect(warned).toMatchObject({
      kind: 'deadline-warned',
      clock: 'handle',
      lateBy: 40,
      ticket: 't1',
      number: registration.number,
      read: false,
    });
    expect((await list('coord', ['coordinator'], [])).items.map(({ kind }) => kind)).toEqual([]);
  });

  test('of a missed call come to whom the ticker told, in the call centre', async () => {
    const told = {
      step: 's',
      clock: 'return-call',
      instance: 'return-call:1',
      plannedFor: '2026-03-02T01:00:00.000Z',
      told: ['a1'],
    };
    const [commit] = commitsOf('c1', ['ticker', 'DeadlineBreached', told as never]);
    const breached = {
      ...commit,
      stream: 'contact.c1',
      events: commit?.events.map((event) => ({ ...event, type: 'ReturnCallBreached' })),
    };
    const { list } = await inboxesAfter([breached as never]);
    const { items } = await list('a1', ['coordinator'], ['call-centre']);
    expect(items).toMatchObject([{ kind: 'deadline-breached', clock: 'return-call', contact: 'c1' }]);
    expect(items[0]).not.toHaveProperty('ticket');
    expect((await list('a1', ['handler'], ['quality'])).items).toEqual([]);
  });

  test('of a digest come to its reader, and to nobody else', async () => {
    const content = { department: 'quality', period: { name: '2026-W10' } };
    const [commit] = commitsOf('d1', [
      'digests',
      'DigestDelivered',
      { schedule: 'weekly', reader: 'm1', content } as never,
    ] as never);
    const { list } = await inboxesAfter([{ ...commit, stream: 'digest.d1' } as never]);
    const { items } = await list('m1', ['manager'], ['quality']);
    expect(items).toMatchObject([
      { kind: 'digest-delivered', digest: 'd1', period: '2026-W10', department: 'quality', read: false },
    ]);
    for (const stranger of ['ticket', 'contact']) expect(items[0]).not.toHaveProperty(stranger);
    expect((await list('m2', ['manager', 'coordinator', 'leader'], ['quality'])).items).toEqual([]);
  });

  test('of an announcement come to whom it is addressed to, and to nobody in their place', async () => {
    const delivered = { edition: 1, addressed: ['a1', 'a2'] };
    const [commit] = commitsOf('n1', ['office', 'AnnouncementDelivered', delivered as never] as never);
    const { list, inPlaceOf } = await inboxesAfter([{ ...commit, stream: 'announcement.n1' } as never]);
    const agent = [['agent'], ['call-centre']] as const;
    expect((await list('a1', ...agent)).items).toMatchObject([{ kind: 'announcement', announcement: 'n1' }]);
    expect((await inPlaceOf(['a1'], 'a3', ...agent)).items).toEqual([]);
  });

  test('are read up to one; the others can be asked for alone, page by page', async () => {
    const { list } = await inboxesAfter(commitsOf('t1', ...handled));
    const who = ['h1', ['handler'], ['quality']] as const;
    const all = (await list(...who)).items;
    const upTo = Buffer.from((all[2] as ShownNotice).id, 'base64url').toString();
    expect((await list(...who, {}, upTo)).items.map(({ read }) => read)).toEqual([false, false, true, true, true, true]);
    expect((await list(...who, { unread: true }, upTo)).items.map(({ id }) => id)).toEqual(all.slice(0, 2).map(({ id }) => id));
    const first = await list(...who, { limit: 4 });
    const second = await list(...who, { limit: 4, cursor: first.next as string });
    expect([...first.items, ...second.items]).toEqual(all);
    expect(second.next).toBeUndefined();
  });

  test('say nothing of a ticket to who may not see it, and hold no words', async () => {
    const secret = commitsOf('t2', ['agent', 'TicketRegistered', { confidential: true }], ...handled.slice(1));
    const { kinds, collection } = await inboxesAfter(secret);
    expect(await kinds('agent', ['agent'], ['call-centre'])).toEqual([]);
    expect((await kinds('coord', ['coordinator'], ['call-centre'])).length).toBeGreaterThan(0);
    expect(JSON.stringify((await collection.get('t2'))?.document)).not.toContain('box');
  });

  test('imports tell nobody', async () => {
    const imported = commitsOf('t1', ...handled).map((commit) => ({
      ...commit,
      events: commit.events.map((event) => ({ ...event, meta: { ...event.meta, origin: { source: 's', reference: 'r' } } })),
    }));
    expect(await (await inboxesAfter(imported)).kinds('coord', ['coordinator'], [])).toEqual([]);
  });
});
