import { describe, expect, test } from '@jest/globals';
import { siteFold, siteForTickets, ticketFold, type SiteEvent, type SiteForTickets, type TicketEvent } from '@ledgerline/domain';
import { actorOf, given } from '@ledgerline/kernel/contracts';
import { closeSite, joinSite, openSite, renameSite, reopenSite } from '../../administration/src/sites/site.decisions.js';
import { registerContact } from '../../intake/src/register-ticket/register-contact.decision.js';
import { grantReturn } from '../../routing/src/grant-return/grant-return.decision.js';
import { routeByTable } from '../../routing/src/route-by-table/route-by-table.decision.js';
import { transferToSite } from '../../routing/src/transfer-site/transfer-to-site.decision.js';
import { outcome, type Decided } from './spec-outcome.js';
import * as past from './ticket-histories.js';

const coordinator = actorOf(['coordinator'], ['call-centre'], 'coord');
const administrator = actorOf(['administrator'], [], 'admin');
const on = (...history: readonly TicketEvent[]) => given(ticketFold, ...history);
const { event } = past;
const reason = 'because';
const toNorth = { site: 'north', reason };
const open = transferToSite('open');
const move = (...history: readonly TicketEvent[]) => on(...history).when(open, toNorth, coordinator);
const transferred = event('TicketTransferred', { from: 'main', to: 'north', reason });
const byTable = routeByTable({ kind: 'unambiguous', lead: 'quality', coHandling: [] } as never);
const movedOn = (...history: readonly TicketEvent[]) => on(...history, transferred);

describe.each<[string, string, () => Decided]>([
  ['moves before anybody has it', 'TicketTransferred', () => move(past.registered)],
  ['moves away from departments that work on it', 'TicketTransferred', () => move(...past.acceptedByTwo)],
  ['moves after a designation', 'TicketTransferred', () => move(...past.designated)],
  ['moves on', 'TicketTransferred', () => movedOn(...past.accepted).when(open, { site: 'west', reason }, coordinator)],
  ['moves back', 'TicketTransferred', () => movedOn(...past.accepted).when(open, { site: 'main', reason }, coordinator)],
  ['does not move to where it is', 'already-at-site', () => movedOn(past.registered).when(open, toNorth, coordinator)],
  [
    'moves to open sites alone',
    'unknown-site',
    () => on(past.registered).when(transferToSite('unknown-site'), toNorth, coordinator),
  ],
  [
    'does not move to hosts of another',
    'site-on-own-hosts',
    () => on(past.registered).when(transferToSite('site-on-own-hosts'), toNorth, coordinator),
  ],
  ['has to be registered', 'ticket-not-found', () => move()],
  ['is finished where its result is under review', 'result-is-submitted', () => move(...past.submitted)],
  ['is finished where its result is checked', 'result-is-submitted', () => move(...past.approved)],
  ['is replied to where it was handled', 'result-is-submitted', () => move(...past.checked)],
  ['does not move when it is replied to', 'ticket-not-open', () => move(...past.replied)],
  ['does not move when it is closed', 'ticket-not-open', () => move(...past.closed)],
  ['moves with its event', 'attached-to-event', () => move(past.registered, event('AttachedToEvent', { event: 'p0-e' }))],
  ['moves with its original', 'linked-as-duplicate', () => move(past.registered, event('LinkedAsDuplicate', { of: 'p0-o' }))],
  ['is shown to the table where it comes to', 'TicketRouted', () => movedOn(...past.accepted).when(byTable, {}, coordinator)],
  ['is shown to the table once a site', 'already-dispatched', () => on(...past.returnGranted).when(byTable, {}, coordinator)],
  [
    'is shown to the table once there too',
    'already-dispatched',
    // Routed there, and given back.
    () => on(...past.accepted, transferred, ...past.returnGranted.slice(1)).when(byTable, {}, coordinator),
  ],
  [
    'leaves requests to return behind',
    'department-has-no-part',
    () => movedOn(...past.returnRequested).when(grantReturn, { department: 'quality' }, coordinator),
  ],
])('a ticket %s', (_what, expected, decided) => {
  test(expected, () => expect(outcome(decided())).toBe(expected));
});

describe('a ticket that has moved', () => {
  test('says where from, where to and why', () =>
    expect(move(past.registered)).toEqual([
      { type: 'TicketTransferred', data: { person: 'p'.repeat(24), from: 'main', to: 'north', reason } },
    ]));

  test("is nobody's yet, is not held, and keeps who had it", () => {
    const held = event('PutOnHold', { reason: 'force-majeure', note: 'n' });
    const { state } = movedOn(...past.acceptedByTwo, held);
    expect(state).toMatchObject({ site: 'north', status: 'registered', designated: false });
    expect(state?.hold).toBeUndefined();
    expect(state?.parts.map(({ department, status }) => `${department} ${status}`)).toEqual([
      'quality released',
      'after-sales released',
    ]);
  });
});

describe('a ticket that is registered for another site', () => {
  const facts = { ticket: 't', number: 'n', person: 'p'.repeat(24) };
  const body = {
    channel: 'phone',
    kind: 'complaint',
    level: 'general',
    item: 'fault',
    subject: 's',
    description: 'd',
    caller: {},
  };
  const register = (named: string | undefined, there: SiteForTickets) =>
    registerContact(facts, { itemIsKnown: true, there })({ ...body, site: named } as never, undefined, {
      at: '2026-03-02T01:00:00.000Z',
      actor: coordinator,
      site: 'main',
    });

  test('is at home there', () => {
    const north = { ...past.registered, data: { ...past.registered.data, site: 'north' } } as TicketEvent;
    expect(on(past.registered).state?.site).toBe('main');
    expect(on(north).state?.site).toBe('north');
  });

  test.each([
    ['north', 'north'],
    ['main', undefined],
    [undefined, undefined],
  ])('%s is on record as %s', (named, recorded) =>
    expect(register(named, 'open')).toMatchObject([
      { type: 'ContactRegistered', data: expect.objectContaining({ item: 'fault', ...(recorded && { site: recorded }) }) },
    ]),
  );

  test('needs one that is open', () => expect(register('north', 'unknown-site')).toMatchObject({ rejection: 'unknown-site' }));
});

const site = (...history: readonly SiteEvent[]) => given(siteFold, ...history);
const opened: SiteEvent = { type: 'SiteOpened', data: { code: 'north', name: '北' } };
const closed: SiteEvent = { type: 'SiteClosed', data: { reason } };
const reopened: SiteEvent = { type: 'SiteReopened', data: { reason } };
const joined: SiteEvent = { type: 'SiteJoined', data: {} };
const close = closeSite('main');
const naming = { code: 'north', name: '北' };

describe.each<[string, string, () => Decided]>([
  ['is opened', 'SiteOpened', () => site().when(openSite, naming, administrator)],
  ['is opened once', 'site-exists', () => site(opened).when(openSite, naming, administrator)],
  ['that was closed keeps its code', 'site-exists', () => site(opened, closed).when(openSite, naming, administrator)],
  ['is renamed', 'SiteRenamed', () => site(opened).when(renameSite, { name: '北部', reason }, administrator)],
  [
    'is renamed to something else',
    'nothing-to-change',
    () => site(opened).when(renameSite, { name: '北', reason }, administrator),
  ],
  ['is there to be renamed', 'site-not-found', () => site().when(renameSite, { name: '北', reason }, administrator)],
  ['is closed', 'SiteClosed', () => site(opened).when(close, { reason }, administrator)],
  ['is closed once', 'already-closed', () => site(opened, closed).when(close, { reason }, administrator)],
  [
    'of the installation itself stays',
    'own-site-stays-open',
    () => site(opened).when(closeSite('north'), { reason }, administrator),
  ],
  ['is there to be closed', 'site-not-found', () => site().when(close, { reason }, administrator)],
  ['is reopened', 'SiteReopened', () => site(opened, closed).when(reopenSite, { reason }, administrator)],
  ['is reopened once', 'not-closed', () => site(opened, closed, reopened).when(reopenSite, { reason }, administrator)],
  ['joins its hub', 'SiteJoined', () => site(opened).when(joinSite('main'), {}, administrator)],
  ['joins once', 'already-joined', () => site(opened, joined).when(joinSite('main'), {}, administrator)],
  ['is open when it joins', 'site-is-closed', () => site(opened, closed).when(joinSite('main'), {}, administrator)],
  ['is another than its hub', 'own-site', () => site(opened).when(joinSite('north'), {}, administrator)],
  ['is there to join', 'site-not-found', () => site().when(joinSite('main'), {}, administrator)],
  ['is there to be reopened', 'site-not-found', () => site().when(reopenSite, { reason }, administrator)],
])('a site %s', (_what, expected, decided) => {
  test(expected, () => expect(outcome(decided())).toBe(expected));
});

describe.each<[string, string, string, Readonly<Record<string, readonly SiteEvent[]>>]>([
  ['is open', 'north', 'open', { north: [opened] }],
  ['is closed', 'north', 'unknown-site', { north: [opened, closed] }],
  ['is none', 'north', 'unknown-site', {}],
  ['has hosts of its own', 'north', 'site-on-own-hosts', { north: [opened, joined] }],
  ['is this one, on hosts of its own', 'main', 'open', { main: [opened, joined] }],
  [
    'is at the hub, seen from a site on hosts of its own',
    'north',
    'site-on-own-hosts',
    { north: [opened], main: [opened, joined] },
  ],
])('a site that %s', (_what, code, expected, sites) => {
  test(`is ${expected} for tickets`, async () => {
    const current = (stream: string) => Promise.resolve({ state: site(...(sites[stream.slice('site.'.length)] ?? [])).state });
    expect(await siteForTickets(code, 'main', { commands: { current } } as never)).toBe(expected);
  });
});
