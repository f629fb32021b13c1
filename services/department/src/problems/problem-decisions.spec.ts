import { describe, expect, test } from '@jest/globals';
import { fitsProblem, problemRecordFold, seesProblem, type OtherTicket, type ProblemEvent } from '@ledgerline/domain';
import type { DomainEvent, Rejection } from '@ledgerline/kernel';
import { actorOf, given } from '@ledgerline/kernel/contracts';
import { describeProblem } from './describe-problem/describe-problem.decision.js';
import { declareKnownError, withdrawWorkaround } from './known-error/known-error.decision.js';
import { linkTickets, unlinkTicket } from './link-tickets/link-tickets.decision.js';
import { openProblem } from './open-problem/open-problem.decision.js';
import { reopenProblem, resolveProblem } from './resolve-problem/resolve-problem.decision.js';

const agent = actorOf(['agent'], ['call-centre'], 'a1');
const coordinator = actorOf(['coordinator'], ['call-centre'], 'c1');
const manager = actorOf(['manager'], ['quality'], 'm1');
const stranger = actorOf(['manager'], ['sales'], 'm2');
const handler = actorOf(['handler'], ['sales'], 'h1');
const leader = actorOf(['leader'], [], 'l1');

const ticket = (id: string, more: object = {}): OtherTicket =>
  ({ id, ticket: { person: `person-of-${id}`, confidential: false, ...more } }) as unknown as OtherTicket;
const [t1, t2] = [ticket('t1'), ticket('t2')];
const secret = ticket('s1', { confidential: true });

const matter = { item: 'fault', product: 'X-200' };
const opened: ProblemEvent = {
  type: 'ProblemOpened',
  data: { person: 'p', title: 't', text: 'x', department: 'quality', ...matter },
};
const linked = (id: string): ProblemEvent => ({ type: 'ProblemTicketLinked', data: { ticket: id } });
const declared = (version: number): ProblemEvent => ({
  type: 'KnownErrorDeclared',
  data: { person: 'p', version, cause: 'worn seal', workaround: `way ${version}`, reason: 'r' },
});
const withdrawn: ProblemEvent = { type: 'WorkaroundWithdrawn', data: { person: 'p', version: 1, reason: 'r' } };
const resolved: ProblemEvent = { type: 'ProblemResolved', data: { person: 'p', fix: 'another seal' } };
const reopened: ProblemEvent = { type: 'ProblemReopened', data: { person: 'p', reason: 'r' } };

const on = (...history: readonly ProblemEvent[]) => given(problemRecordFold, ...history);
const outcome = (decided: readonly DomainEvent[] | Rejection) =>
  Array.isArray(decided) ? decided.map(({ type }) => type).join(' ') : (decided as Rejection).rejection;
const reason = 'because';
const way = { cause: 'worn seal', workaround: 'switch it off for ten minutes', reason };
const newOne = { title: 't', text: 'x', department: 'quality', item: 'fault' };

describe('a problem', () => {
  test.each<[string, string, () => readonly DomainEvent[] | Rejection]>([
    [
      'is opened of what keeps coming',
      'ProblemOpened ProblemTicketLinked',
      () => on().when(openProblem('p', [t1]), newOne, agent),
    ],
    ['takes more tickets', 'ProblemTicketLinked', () => on(opened, linked('t1')).when(linkTickets([t2]), { tickets: [] }, agent)],
    ['each once', 'ticket-already-linked', () => on(opened, linked('t1')).when(linkTickets([t1]), { tickets: [] }, agent)],
    [
      'also when it is resolved',
      'ProblemTicketLinked',
      () => on(opened, resolved).when(linkTickets([t1]), { tickets: [] }, agent),
    ],
    [
      'lets go of one that is not of it',
      'ProblemTicketUnlinked',
      () => on(opened, linked('t1')).when(unlinkTicket([t1]), { ticket: 't1', reason }, agent),
    ],
    ['which has to be there', 'ticket-not-linked', () => on(opened).when(unlinkTicket([t1]), { ticket: 't1', reason }, agent)],
    ['becomes a known error by its department', 'KnownErrorDeclared', () => on(opened).when(declareKnownError, way, manager)],
    ['by a coordinator', 'KnownErrorDeclared', () => on(opened).when(declareKnownError, way, coordinator)],
    ['by no other department', 'not-your-department', () => on(opened).when(declareKnownError, way, stranger)],
    ['not when it is resolved', 'problem-is-resolved', () => on(opened, resolved).when(declareKnownError, way, manager)],
    [
      'has its workaround withdrawn',
      'WorkaroundWithdrawn',
      () => on(opened, declared(1)).when(withdrawWorkaround, { reason }, manager),
    ],
    ['if it has one', 'no-workaround', () => on(opened, declared(1), withdrawn).when(withdrawWorkaround, { reason }, manager)],
    ['is resolved', 'ProblemResolved', () => on(opened, declared(1)).when(resolveProblem, { fix: 'x' }, manager)],
    ['once', 'problem-is-resolved', () => on(opened, resolved).when(resolveProblem, { fix: 'x' }, manager)],
    ['by whose it is', 'not-your-department', () => on(opened).when(resolveProblem, { fix: 'x' }, stranger)],
    ['is reopened when it comes again', 'ProblemReopened', () => on(opened, resolved).when(reopenProblem, { reason }, leader)],
    ['and not before', 'problem-not-resolved', () => on(opened).when(reopenProblem, { reason }, leader)],
    ['is described better', 'ProblemDescribed', () => on(opened).when(describeProblem, { item: 'product', reason }, manager)],
    ['in something', 'nothing-to-change', () => on(opened).when(describeProblem, { item: 'fault', reason }, manager)],
    ['that is none takes nothing', 'problem-not-found', () => on().when(resolveProblem, { fix: 'x' }, manager)],
  ])('%s: %s', (_, expected, decide) => expect(outcome(decide())).toBe(expected));

  test('counts the versions of what helps, withdrawn ones too', () => {
    const next = on(opened, declared(1), declared(2), withdrawn).when(declareKnownError, way, manager);
    expect(next).toMatchObject([{ data: { version: 3 } }]);
    expect(on(opened, declared(1), declared(2)).state?.workaround).toMatchObject({ version: 2, text: 'way 2', by: 'somebody' });
  });

  test('is a known error again when it is reopened and something helps', () => {
    const statusOf = (...history: readonly ProblemEvent[]) => on(opened, ...history).state?.status;
    expect([statusOf(), statusOf(declared(1)), statusOf(declared(1), withdrawn)]).toEqual(['open', 'known-error', 'open']);
    expect([statusOf(declared(1), resolved, reopened), statusOf(resolved, reopened)]).toEqual(['known-error', 'open']);
  });

  test('described anew keeps what was not named', () => {
    const decided = on(opened).when(describeProblem, { title: 'better', reason }, manager);
    expect(decided).toEqual([
      { type: 'ProblemDescribed', data: { person: 'p', title: 'better', text: 'x', department: 'quality', ...matter, reason } },
    ]);
  });

  test('of a confidential ticket is confidential itself', () => {
    expect(on().when(openProblem('p', [t1, secret]), newOne)).toMatchObject([{ data: { confidential: true } }, {}, {}]);
  });
});

describe('a problem shows', () => {
  const all = { agent, coordinator, manager, stranger, handler, leader, office: actorOf(['office'], ['quality']) };
  const seen = (of: Parameters<typeof seesProblem>[0]) =>
    Object.entries(all).flatMap(([name, viewer]) => (seesProblem(of, viewer) ? [name] : []));
  test('to whoever speaks with callers or handles their tickets, in any department', () => {
    expect(seen({ department: 'quality', openedBy: 'x' })).toEqual([
      'agent',
      'coordinator',
      'manager',
      'stranger',
      'handler',
      'leader',
    ]);
  });
  test('of a confidential ticket to those who see such tickets and to its managers', () => {
    expect(seen({ department: 'quality', openedBy: 'x', confidential: true })).toEqual(['coordinator', 'manager', 'leader']);
  });
});

test.each([
  [{ item: 'fault' }, true],
  [{ item: 'fault', product: 'X-200' }, true],
  [{ item: 'fault', product: 'X-300' }, false],
  [{ item: 'fault', kind: 'fault-repair' as const }, true],
  [{ item: 'fault', kind: 'complaint' as const }, false],
  [{ item: 'product' }, false],
])('a ticket fits a problem about %j: %s', (problem, fits) => {
  expect(fitsProblem(problem, { item: 'fault', product: 'X-200', kind: 'fault-repair' })).toBe(fits);
});
