import { describe, expect, test } from '@jest/globals';
import {
  callersToTell,
  mostCallers,
  proposalFold,
  remindsAt,
  seesProposal,
  tellingOf,
  unseenProposal,
  type OtherTicket,
  type Proposal,
  type ProposalEvent,
} from '@ledgerline/domain';
import { rejected, type DomainEvent, type Rejection } from '@ledgerline/kernel';
import { actorOf, given, specTime } from '@ledgerline/kernel/contracts';
import { changeProposal } from './change-proposal/change-proposal.decision.js';
import { carryOutProposal, refuseProposal } from './end-proposal/end-proposal.decision.js';
import { joinProposal, removeFromProposal } from './join-proposal/join-proposal.decision.js';
import { raiseProposal } from './raise-proposal/raise-proposal.decision.js';
import { remindOfProposal } from './remind-of-proposal/remind-of-proposal.decision.js';
import { reopenProposal } from './reopen-proposal/reopen-proposal.decision.js';
import { takeUpProposal } from './take-up-proposal/take-up-proposal.decision.js';
import { excuseCaller, tellCallers } from './tell-callers/tell-callers.decision.js';

const agent = actorOf(['agent'], ['call-centre'], 'a1');
const coordinator = actorOf(['coordinator'], ['call-centre'], 'c1');
const manager = actorOf(['manager'], ['quality'], 'm1');
const stranger = actorOf(['manager'], ['sales'], 'm2');
const owner = actorOf(['handler'], ['quality'], 'h1');
const colleague = actorOf(['handler'], ['quality'], 'h2');
const leader = actorOf(['leader'], [], 'l1');

const [before, after] = ['2026-03-01T00:00:00.000Z', '2026-04-01T00:00:00.000Z'];
const ticket = (id: string, more: object = {}): OtherTicket =>
  ({ id, ticket: { person: `person-of-${id}`, caller: {}, confidential: false, ...more } }) as unknown as OtherTicket;
const [t1, t2, t3] = [ticket('t1'), ticket('t2'), ticket('t3')];
const secret = ticket('s1', { confidential: true });

const raised: ProposalEvent = { type: 'ProposalRaised', data: { person: 'p', title: 't', text: 'x', department: 'quality' } };
const joined = (id: string): ProposalEvent => ({ type: 'ProposalTicketJoined', data: { ticket: id } });
const takenUp: ProposalEvent = { type: 'ProposalTakenUp', data: { owner: 'h1', dueBy: after } };
const done: ProposalEvent = { type: 'ProposalCarriedOut', data: { person: 'p', text: 'done' } };
const reopened: ProposalEvent = { type: 'ProposalReopened', data: { person: 'p', reason: 'again' } };
const told = (id: string, outcome = 1): ProposalEvent => ({
  type: 'CallerToldOfOutcome',
  data: { person: `person-of-${id}`, ticket: id, outcome, channel: 'phone', text: 'x' },
});
const overdue = (repeat: number): ProposalEvent => ({ type: 'ProposalOverdue', data: { dueBy: before, repeat, told: ['h1'] } });

const on = (...history: readonly ProposalEvent[]) => given(proposalFold, ...history);
const outcome = (decided: readonly DomainEvent[] | Rejection) =>
  Array.isArray(decided) ? decided.map(({ type }) => type).join(' ') : (decided as Rejection).rejection;
const reason = 'because';
const telling = { tickets: [], channel: 'phone' as const, text: 'It is better now.' };
const newOne = { title: 't', text: 'x', department: 'quality' };

describe('an improvement proposal', () => {
  test.each<[string, string, () => readonly DomainEvent[] | Rejection]>([
    [
      'is raised of what callers said',
      'ProposalRaised ProposalTicketJoined ProposalTicketJoined',
      () => on().when(raiseProposal({ person: 'p', tickets: [t1, t2] }), newOne, agent),
    ],
    [
      'is not raised for a date that has passed',
      'due-date-has-passed',
      () => on().when(raiseProposal({ person: 'p', tickets: [] }), { ...newOne, dueBy: before }, agent),
    ],
    ['is joined by more', 'ProposalTicketJoined', () => on(raised, joined('t1')).when(joinProposal([t2]), telling, agent)],
    [
      'is joined by each once',
      'ticket-already-joined',
      () => on(raised, joined('t1')).when(joinProposal([t2, t1]), telling, agent),
    ],
    [
      'is joined by so many',
      'too-many-callers',
      () =>
        on(raised, ...Array.from({ length: mostCallers }, (_, n) => joined(`x${n}`))).when(joinProposal([t1]), telling, agent),
    ],
    [
      'is joined after its outcome too',
      'ProposalTicketJoined',
      () => on(raised, takenUp, done).when(joinProposal([t1]), telling, agent),
    ],
    [
      'lets go of what joined by mistake',
      'ProposalTicketRemoved',
      () => on(raised, joined('t1')).when(removeFromProposal([t1]), { ticket: 't1', reason }, agent),
    ],
    [
      'keeps who was told',
      'caller-already-told',
      () => on(raised, joined('t1'), takenUp, done, told('t1')).when(removeFromProposal([t1]), { ticket: 't1', reason }, agent),
    ],
    ['is taken up by its department', 'ProposalTakenUp', () => on(raised).when(takeUpProposal('h1'), { dueBy: after }, manager)],
    ['by no other', 'not-your-department', () => on(raised).when(takeUpProposal('m2'), { dueBy: after }, stranger)],
    ['by an executive', 'ProposalTakenUp', () => on(raised).when(takeUpProposal('h1'), { dueBy: after }, leader)],
    ['once', 'proposal-is-taken-up', () => on(raised, takenUp).when(takeUpProposal('h1'), { dueBy: after }, manager)],
    ['for a day to come', 'due-date-has-passed', () => on(raised).when(takeUpProposal('h1'), { dueBy: before }, manager)],
    ['by whoever works there', 'nobody', () => on(raised).when(takeUpProposal(rejected('nobody')), { dueBy: after }, manager)],
    [
      'once, whoever is named',
      'proposal-is-taken-up',
      () => on(raised, takenUp).when(takeUpProposal(rejected('nobody')), { dueBy: after }, manager),
    ],
    [
      'goes to another department by a coordinator',
      'ProposalChanged',
      () => on(raised).when(changeProposal(undefined), { department: 'sales', reason }, coordinator),
    ],
    ['not by just anybody', 'not-your-department', () => on(raised).when(changeProposal('m2'), { reason }, stranger)],
    [
      'is changed in something',
      'nothing-to-change',
      () => on(raised, takenUp).when(changeProposal('h1'), { reason, dueBy: after }, manager),
    ],
    ['is carried out by its owner', 'ProposalCarriedOut', () => on(raised, takenUp).when(carryOutProposal, { text: 'x' }, owner)],
    ['or their manager', 'ProposalCarriedOut', () => on(raised, takenUp).when(carryOutProposal, { text: 'x' }, manager)],
    ['not by a colleague', 'not-its-owner', () => on(raised, takenUp).when(carryOutProposal, { text: 'x' }, colleague)],
    ['after it was taken up', 'proposal-not-taken-up', () => on(raised).when(carryOutProposal, { text: 'x' }, manager)],
    ['is refused by its department', 'ProposalRefused', () => on(raised).when(refuseProposal, { reason }, manager)],
    ['and not by its owner', 'not-your-department', () => on(raised, takenUp).when(refuseProposal, { reason }, owner)],
    [
      'has one outcome at a time',
      'proposal-has-an-outcome',
      () => on(raised, takenUp, done).when(refuseProposal, { reason }, manager),
    ],
    [
      'is reopened when it has one',
      'ProposalReopened',
      () => on(raised, takenUp, done).when(reopenProposal, { reason }, coordinator),
    ],
    ['and not before', 'proposal-has-no-outcome', () => on(raised, takenUp).when(reopenProposal, { reason }, manager)],
    [
      'has callers who are told of its outcome',
      'CallerToldOfOutcome CallerToldOfOutcome',
      () => on(raised, joined('t1'), joined('t2'), takenUp, done).when(tellCallers([t1, t2]), telling, agent),
    ],
    [
      'when there is one',
      'proposal-has-no-outcome',
      () => on(raised, joined('t1'), takenUp).when(tellCallers([t1]), telling, agent),
    ],
    [
      'each once',
      'caller-already-told',
      () => on(raised, joined('t1'), joined('t2'), takenUp, done, told('t1')).when(tellCallers([t2, t1]), telling, agent),
    ],
    [
      'if they asked for it',
      'ticket-not-joined',
      () => on(raised, joined('t1'), takenUp, done).when(tellCallers([t3]), telling, agent),
    ],
    [
      'and again of the next one',
      'CallerToldOfOutcome',
      () => on(raised, joined('t1'), takenUp, done, told('t1'), reopened, done).when(tellCallers([t1]), telling, agent),
    ],
    [
      'who are still there',
      'caller-is-erased',
      () =>
        on(raised, joined('t1'), takenUp, done).when(tellCallers([ticket('t1', { caller: { erased: true } })]), telling, agent),
    ],
    [
      'or not told, for a reason',
      'CallerExcusedFromOutcome',
      () => on(raised, joined('t1'), takenUp, done).when(excuseCaller([t1]), { ticket: 't1', reason }, agent),
    ],
  ])('%s: %s', (_, expected, decide) => expect(outcome(decide())).toBe(expected));

  test('that is none takes no command', () => {
    const none = [
      on().when(joinProposal([t1]), telling),
      on().when(takeUpProposal('h1'), { dueBy: after }, manager),
      on().when(refuseProposal, { reason }, manager),
      on().when(tellCallers([]), telling, agent),
    ];
    expect(none.map(outcome)).toEqual(none.map(() => 'proposal-not-found'));
  });

  test('of a confidential ticket is confidential itself; a ticket that joins later does not make it so', () => {
    const of = (...tickets: readonly OtherTicket[]) => on().when(raiseProposal({ person: 'p', tickets }), newOne, agent);
    expect(of(t1, secret)).toMatchObject([{ data: { confidential: true } }, {}, { data: { ticket: 's1', confidential: true } }]);
    expect(of(t1)).not.toMatchObject([{ data: { confidential: true } }, {}]);
    expect(on(raised).when(joinProposal([secret]), telling, agent)).toEqual([
      { type: 'ProposalTicketJoined', data: { ticket: 's1', confidential: true } },
    ]);
  });

  test('in another department waits to be taken up there', () => {
    const handedOn: ProposalEvent = { type: 'ProposalChanged', data: { person: 'p', department: 'sales', reason } };
    expect(on(raised, takenUp, handedOn).state).toMatchObject({ department: 'sales', status: 'raised', dueBy: after });
    expect(on(raised, takenUp, handedOn).state?.owner).toBeUndefined();
  });
});

describe('who is still to be told', () => {
  const states = (...history: readonly ProposalEvent[]) => {
    const { state } = on(raised, joined('t1'), joined('t2'), takenUp, ...history);
    return (state as Proposal).callers.map((caller) => tellingOf(state as Proposal, caller));
  };
  test('is nobody before there is an outcome, then everybody, then who was not', () => {
    expect(states()).toEqual(['waits', 'waits']);
    expect(states(done)).toEqual(['to-tell', 'to-tell']);
    expect(states(done, told('t1'))).toEqual(['told', 'to-tell']);
    expect(states(done, told('t1'), reopened)).toEqual(['waits', 'waits']);
    expect(states(done, told('t1'), reopened, done)).toEqual(['to-tell', 'to-tell']);
    expect(states(done, told('t1'), reopened, done, told('t1', 2))).toEqual(['told', 'to-tell']);
  });
  test('is told by the state', () => {
    const { state } = on(raised, joined('t1'), joined('t2'), takenUp, done, told('t2'));
    expect(callersToTell(state as Proposal).map(({ ticket }) => ticket)).toEqual(['t1']);
  });
});

describe('a proposal whose date has passed', () => {
  const late: ProposalEvent = { type: 'ProposalTakenUp', data: { owner: 'h1', dueBy: before } };
  const reminding = (repeat: number) => ({ dueBy: before, repeat, told: ['h1'] });
  const system = actorOf(['system'], [], 'proposals');
  test('is told of at that date, and each week after it', () => {
    expect(remindsAt(on(raised, late).state as Proposal)).toBe(before);
    expect(remindsAt(on(raised, late, overdue(0)).state as Proposal)).toBe('2026-03-08T00:00:00.000Z');
    expect(outcome(on(raised, late).when(remindOfProposal, reminding(0), system))).toBe('ProposalOverdue');
  });
  test.each<[string, readonly ProposalEvent[], number]>([
    ['not twice', [raised, late, overdue(0)], 0],
    ['not before its time', [raised, late, overdue(0)], 1],
    ['not when it has an outcome', [raised, late, done], 0],
    [
      'not for a date that was moved',
      [raised, late, { type: 'ProposalChanged', data: { person: 'p', dueBy: after, reason } }],
      0,
    ],
  ])('%s', (_, history, repeat) => {
    expect(outcome(on(...history).when(remindOfProposal, reminding(repeat), system))).toBe('step-no-longer-due');
  });
});

describe('a proposal shows', () => {
  const open = { department: 'quality', owner: 'h1', raisedBy: 'x' };
  const all = { agent, coordinator, manager, stranger, owner, colleague, leader };
  const seen = (proposal: Parameters<typeof seesProposal>[0]) =>
    Object.entries(all).flatMap(([name, viewer]) => (seesProposal(proposal, viewer) ? [name] : []));
  test('to whoever sees all tickets, and to its department', () => {
    expect(seen(open)).toEqual(['agent', 'coordinator', 'manager', 'owner', 'colleague', 'leader']);
  });
  test('of a confidential ticket to those who see such tickets, to its managers and its owner', () => {
    expect(seen({ ...open, confidential: true })).toEqual(['coordinator', 'manager', 'owner', 'leader']);
  });
  test('to whoever raised it', () => expect(seen({ ...open, confidential: true, raisedBy: 'm2' })).toContain('stranger'));
  test('as though it were not there to the others', () => {
    const { state } = on(raised);
    expect(unseenProposal(state, { actor: stranger })).toEqual(unseenProposal(undefined, { actor: manager }));
    expect(unseenProposal(state, { actor: manager })).toBeUndefined();
  });
});

test('times of the spec are as the cases take them', () => expect(before < specTime && specTime < after).toBe(true));
