import { expect, test } from '@jest/globals';
import { MemoryReadModels } from '@ledgerline/adapter-memory';
import { rulebookOf, type GovernedDocument, type TicketEvents, type TicketEventType } from '@ledgerline/domain';
import { projectBatch, type DecodedCommit } from '@ledgerline/kernel';
import { readFileSync } from 'node:fs';
import { deadlineSheet, deadlineSheetCollection } from '../deadline-sheet/deadline-sheet.projection.js';
import { ticketList, ticketListCollection } from './ticket-list.projection.js';
import { countTickets, listTickets, type TicketListFilter } from './ticket-list.query.js';

const shipped = '../../../administration/src/installation/shipped';
const approvedIn = (file: string) =>
  [
    {
      draft: 1,
      status: 'approved',
      body: JSON.parse(readFileSync(new URL(`${shipped}/${file}.json`, import.meta.url), 'utf8')) as object,
      draftedBy: 'x',
      effectiveFrom: '2020-01-01T00:00:00Z',
      approvedAt: '2020-01-01T00:00:00Z',
    },
  ] as unknown as NonNullable<GovernedDocument>['versions'];
const rulebook = rulebookOf(
  [undefined, { type: 'policy', code: 'company', versions: approvedIn('company-policy') }],
  new Map([['default', { type: 'calendar', code: 'default', versions: approvedIn('default-calendar') }]]),
);

type Step = { [Type in TicketEventType]: readonly [Type, Partial<TicketEvents[Type]>] }[TicketEventType];
const registered: Step = [
  'TicketRegistered',
  {
    number: '20260302-AAAAAAAA-0',
    kind: 'complaint',
    level: 'general',
    item: 'fault',
    channel: 'phone',
    confidential: false,
    caller: {},
  },
];
const routed: Step = ['TicketRouted', { lead: 'quality', coHandling: ['sales'], by: 'person' }];
const refused: Step = ['TicketRefused', { reason: 'out-of-scope' }];

/** A ticket whose events came a minute after each other on a morning in March. */
function commitsOf(id: string, day: string, ...steps: readonly Step[]): readonly DecodedCommit[] {
  return steps.map(([type, data], place) => {
    const at = `2026-03-${day}T02:0${place}:00.000Z`;
    const meta = { at, recordedAt: at, actor: { kind: 'person', id: 'p' }, site: 'main', correlation: id };
    const event = { id: `${id}.${place}`, version: place + 1, type, schema: 1, data: { person: 'k', ...data }, meta };
    return { stream: `ticket.${id}`, events: [event] } as unknown as DecodedCommit;
  });
}

async function lists(...histories: readonly (readonly DecodedCommit[])[]) {
  const models = new MemoryReadModels();
  const [tickets, sheet] = [
    await models.collection(ticketListCollection),
    await models.collection(deadlineSheetCollection),
  ] as const;
  const owners = [await tickets.claim(), await sheet.claim()] as const;
  for (const commit of histories.flat()) {
    const listed = await projectBatch(ticketList, tickets, [commit], undefined);
    await tickets.write(listed, { position: 'main.e.1' as never, owner: owners[0] });
    const timed = await projectBatch(deadlineSheet, sheet, [commit], rulebook);
    await sheet.write(timed, { position: 'main.e.1' as never, owner: owners[1] });
  }
  const live = (definition: unknown) => Promise.resolve(definition === ticketListCollection ? tickets : sheet);
  const ledgerline = { live, clock: { now: () => Date.parse('2026-03-20T02:00:00Z') } } as never;
  const coordinator = { kind: 'person', id: 'c', roles: ['coordinator'], departments: ['call-centre'] };
  const page = (body: TicketListFilter, principal: object = coordinator) => listTickets({ body, principal } as never, ledgerline);
  const all = async (body: TicketListFilter, principal?: object): Promise<readonly string[]> => {
    const answer = await page(body, principal);
    if (answer.kind !== 'page') return [answer.code];
    const ids = answer.items.map(({ id }) => id);
    return answer.next === undefined ? ids : [...ids, ...(await all({ ...body, cursor: answer.next }, principal))];
  };
  const count = (body: TicketListFilter) => countTickets({ body, principal: coordinator } as never, ledgerline);
  return { all, page, count };
}

const house = () =>
  lists(
    commitsOf('t1over', '02', registered, refused),
    commitsOf('t2late', '05', registered, routed),
    commitsOf('t3over', '06', registered, refused),
    commitsOf('t4early', '03', registered, routed),
    commitsOf('t5new', '09', registered),
  );

test('a list by due time has every ticket, those of which nothing is due at its end', async () => {
  const { all, count } = await house();
  const byDue = ['t4early', 't2late', 't5new'];
  const over = ['t3over', 't1over'];
  for (const limit of [1, 2, 3, 200]) {
    expect(await all({ sort: 'due', limit })).toEqual([...byDue, ...over]);
    expect(await all({ sort: '-due', limit })).toEqual([...byDue.toReversed(), ...over]);
  }
  expect(await count({})).toMatchObject({ count: 5 });
});

test('what is filtered stays filtered, and a part that somebody holds is listed once', async () => {
  const { all } = await house();
  expect(await all({ sort: 'due', open: true, limit: 1 })).toEqual(['t4early', 't2late', 't5new']);
  expect(await all({ sort: 'due', status: 'refused', limit: 1 })).toEqual(['t3over', 't1over']);
  expect(await all({ sort: '-due', overdue: true })).toEqual(['t5new', 't2late', 't4early']);
  const both = { kind: 'person', id: 'h', roles: ['handler'], departments: ['quality', 'sales'] };
  expect(await all({ sort: 'due', limit: 1 }, both)).toEqual(['t4early', 't2late']);
});

test('several fields sort where an index goes that way; any other order is refused by name', async () => {
  const { all, page } = await house();
  expect(await all({ sort: 'status,registeredAt', limit: 1 })).toEqual(['t4early', 't2late', 't1over', 't3over', 't5new']);
  expect(await all({ sort: '-open,-registeredAt' })).toEqual(['t5new', 't2late', 't4early', 't3over', 't1over']);
  expect(await all({ sort: 'status,-registeredAt', status: 'refused' })).toEqual(['t3over', 't1over']);
  for (const sort of ['status,-registeredAt', 'due,registeredAt', 'registeredAt,status', 'updatedAt,due'])
    expect(await page({ sort })).toMatchObject({ code: 'unsupported-sort', errors: [{ pointer: '/sort' }] });
});

test('a cursor of another list is none of a list by due time', async () => {
  const { page } = await house();
  const byRegistration = await page({ sort: '-registeredAt', limit: 1 });
  const { next = '' } = byRegistration as { readonly next?: string };
  await expect(page({ sort: 'due', cursor: next })).rejects.toMatchObject({ code: 'invalid-cursor' });
});
