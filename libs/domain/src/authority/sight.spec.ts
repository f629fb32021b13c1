import { describe, expect, test } from '@jest/globals';
import { recorded } from '@ledgerline/kernel/contracts';
import { ticketFold } from '../ticket/evolve-ticket.js';
import type { TicketEvent } from '../ticket/ticket-events.js';
import type { Ticket } from '../ticket/ticket.js';
import { readerOf, readersFor } from './readers.js';
import type { Role } from './roles.js';
import { sightOf, type Viewer } from './sight.js';

const event = (type: TicketEvent['type'], data: object = {}) =>
  ({ type, data: { person: 'p', ...data } }) as unknown as TicketEvent;
const registered = (facts: object) =>
  event('TicketRegistered', {
    kind: 'complaint',
    level: 'general',
    confidential: false,
    attachments: [],
    caller: { name: '王丽' },
    ...facts,
  });
const routed = event('TicketRouted', { lead: 'quality', coHandling: ['sales'], by: 'person' });
const assigned = event('HandlerAssigned', { department: 'quality', handler: 'h1' });
const asked = event('RevealRequested', { department: 'quality', reason: 'r' });
const revealed = event('RevealGranted', { department: 'quality' });
const returned = event('ReturnGranted', { department: 'sales' });
const after = (...events: readonly TicketEvent[]) => recorded(events).reduce(ticketFold.evolve, undefined) as Ticket;

const [plain, secret, wrong] = [registered({}), registered({ confidential: true }), registered({ kind: 'report-wrongdoing' })];
const tickets = {
  'waits': after(plain),
  'routed': after(plain, routed),
  'returned by sales': after(plain, routed, returned),
  'secret, waits': after(secret),
  'secret, routed': after(secret, routed),
  'secret, assigned': after(secret, routed, assigned),
  'secret, returned by sales': after(secret, routed, returned),
  'secret, closed': after(secret, routed, assigned, event('TicketClosed', { code: 'resolved' })),
  'wrongdoing': after(wrong, routed),
  'wrongdoing, reclassified': after(wrong, routed, event('TicketReclassified', { level: 'general', kind: 'other', item: 'x' })),
  'wrongdoing, asked to reveal': after(wrong, routed, asked),
  'wrongdoing, revealed': after(wrong, routed, asked, revealed),
} as const; // prettier-ignore

const viewer = (id: string, roles: readonly Role[], ...departments: readonly string[]): Viewer => ({ id, roles, departments });
const viewers = {
  'agent': viewer('a1', ['agent'], 'call-centre'),
  'team leader': viewer('t1', ['team-leader'], 'call-centre'),
  'coordinator': viewer('c1', ['coordinator'], 'call-centre'),
  'inspector': viewer('i1', ['inspector']),
  'executive': viewer('l1', ['leader']),
  'auditor': viewer('u1', ['auditor']),
  'administrator': viewer('x1', ['administrator']),
  'assigned handler': viewer('h1', ['handler'], 'quality'),
  'other handler': viewer('h2', ['handler'], 'quality'),
  'manager': viewer('m1', ['manager'], 'quality'),
  'clerk of it': viewer('o1', ['office'], 'quality'),
  'co-handler': viewer('s1', ['handler'], 'sales'),
  'co-manager': viewer('s2', ['manager'], 'sales'),
  'stranger': viewer('z1', ['manager'], 'logistics'),
  'nobody': viewer('z2', []),
} as const; // prettier-ignore

/** Of each viewer, in the order above: plain, masked, hidden; `.` not there. */
const seen: Readonly<Record<keyof typeof tickets, string>> = {
  'waits':                       'pppppp m........',
  'routed':                      'pppppp mmmmmmm..',
  'returned by sales':           'pppppp mmmmmmm..',
  'secret, waits':               '..p.pp .........',
  'secret, routed':              '..p.pp .mmm.mm..',
  'secret, assigned':            '..p.pp .m.m.mm..',
  'secret, returned by sales':   '..p.pp .mmm.....',
  'secret, closed':              '..p.pp .m.m.mm..',
  'wrongdoing':                  'pppppp hhhhhhh..',
  'wrongdoing, reclassified':    'pppppp hhhhhhh..',
  'wrongdoing, asked to reveal': 'pppppp hhhhhhh..',
  'wrongdoing, revealed':        'pppppp hpppphh..',
}; // prettier-ignore

describe.each(Object.entries(tickets))('a ticket that %s', (name, ticket) => {
  const letters = seen[name as keyof typeof tickets].replace(' ', '');
  test.each(Object.entries(viewers).map(([who, one], place) => [who, letters[place], one] as const))(
    '%s: %s',
    (_, letter, one) => {
      const sight = sightOf(ticket, one);
      const short = typeof sight === 'string' ? '.' : sight.identity[0];
      expect(short).toBe(letter);
    },
  );

  test.each(Object.entries(viewers))('lists of %s hold what they may see and nothing else', (_, one) => {
    const sees = typeof sightOf(ticket, one) !== 'string';
    const shows = (readers: readonly string[] | undefined, reader: string) => readers === undefined || readers.includes(reader);
    const own = ticket.parts.filter(({ department, status }) => one.departments?.includes(department) && status !== 'returned');
    const inOwnList = own.some((part) => shows(readersFor(one, true), readerOf(ticket, part)));
    if (!sees) expect(inOwnList).toBe(false);
    if (sees && own.length > 0) expect(inOwnList).toBe(true);
    const siteWide = shows(readersFor(one, false), readerOf(ticket, undefined));
    if (ticket.confidential)
      expect(siteWide).toBe(sees && ['coordinator', 'leader', 'auditor'].some((role) => one.roles?.includes(role)));
  });
});
