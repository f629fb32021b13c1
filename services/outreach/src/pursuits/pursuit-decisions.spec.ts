import { describe, expect, test } from '@jest/globals';
import { pursuitFold, seesPursuit, type PursuitEvent, type PursuitKind } from '@ledgerline/domain';
import { rejected, type DomainEvent, type Rejection } from '@ledgerline/kernel';
import { actorOf, given } from '@ledgerline/kernel/contracts';
import { concludePursuit, reopenPursuit } from './conclude-pursuit/conclude-pursuit.decision.js';
import { openPursuit } from './open-pursuit/open-pursuit.decision.js';
import { remindOfPursuit } from './remind-of-pursuit/remind-of-pursuit.decision.js';
import { handOverPursuit, movePursuit, planNextStep, revisitCustomer } from './work-on-pursuit/work-on-pursuit.decision.js';

const owner = actorOf(['handler'], ['sales'], 'o1');
const colleague = actorOf(['handler'], ['sales'], 'o2');
const manager = actorOf(['manager'], ['sales'], 'm1');
const stranger = actorOf(['manager'], ['quality'], 'm2');
const agent = actorOf(['agent'], ['call-centre'], 'a1');
const team = actorOf(['team-leader'], ['call-centre'], 't1');
const system = { ...actorOf(['system'], [], 'pursuits'), kind: 'system' as const };

const [person, reason, text] = ['p', 'because', 'said'];
const about = { person, customer: 'k1', department: 'sales', source: 'hand' as const };
const opened = (kind: PursuitKind = 'lead'): PursuitEvent => ({
  type: 'PursuitOpened',
  data: { kind, ...about, title: 't', owner: 'o1' },
});
const [later, before] = ['2026-03-09T01:00:00.000Z', '2026-03-01T01:00:00.000Z'];
const planned = (dueBy = later): PursuitEvent => ({ type: 'NextStepPlanned', data: { person, step: 's', dueBy } });
const concluded = (as: 'won' | 'lost' | 'kept'): PursuitEvent => ({ type: 'PursuitConcluded', data: { person, as, text } });
const overdue = (repeat: number): PursuitEvent => ({ type: 'PursuitOverdue', data: { dueBy: before, repeat, told: [] } });
const on = (...history: readonly PursuitEvent[]) => given(pursuitFold, ...history);
const outcome = (decided: readonly DomainEvent[] | Rejection) =>
  Array.isArray(decided) ? decided.map(({ type }) => type).join(' ') : (decided as Rejection).rejection;
const next = { step: 's', dueBy: later };
const visit = { channel: 'phone' as const, reached: true, text };

describe('what is followed up', () => {
  test.each<[string, string, () => readonly DomainEvent[] | Rejection]>([
    ['is opened with what comes next', 'PursuitOpened NextStepPlanned', () => on().when(openPursuit({ kind: 'lead', ...about }), { title: 't', next }, agent)],
    ['which is still to come', 'due-date-has-passed', () => on().when(openPursuit({ kind: 'lead', ...about }), { title: 't', next: { step: 's', dueBy: before } }, agent)],
    ['once', 'pursuit-exists', () => on(opened()).when(openPursuit({ kind: 'lead', ...about }), { title: 't' }, agent)],
    ['moves on', 'PursuitMoved', () => on(opened()).when(movePursuit, { stage: 'qualified' }, owner)],
    ['through its own stages', 'not-a-stage-of-it', () => on(opened('at-risk')).when(movePursuit, { stage: 'qualified' }, owner)],
    ['somewhere', 'nothing-to-change', () => on(opened()).when(movePursuit, { stage: 'new' }, owner)],
    ['by its owner', 'not-its-pursuer', () => on(opened()).when(movePursuit, { stage: 'qualified' }, colleague)],
    ['or who answers for the department', 'PursuitMoved', () => on(opened()).when(movePursuit, { stage: 'qualified' }, manager)],
    ['not for another', 'not-its-pursuer', () => on(opened()).when(movePursuit, { stage: 'qualified' }, stranger)],
    ['or a team leader', 'PursuitMoved', () => on(opened()).when(movePursuit, { stage: 'qualified' }, team)],
    ['has a next step', 'NextStepPlanned', () => on(opened()).when(planNextStep, next, owner)],
    ['is revisited', 'CustomerRevisited PursuitMoved NextStepPlanned', () => on(opened()).when(revisitCustomer, { ...visit, next }, owner)],
    ['again', 'CustomerRevisited', () => on(opened(), { type: 'PursuitMoved', data: { stage: 'offered' } }).when(revisitCustomer, visit, owner)],
    ['whether or not anybody was there', 'CustomerRevisited', () => on(opened()).when(revisitCustomer, { ...visit, reached: false }, owner)],
    ['goes to somebody else', 'PursuitHandedOver', () => on(opened()).when(handOverPursuit('o2'), { owner: 'x', department: 'sales', reason }, owner)],
    ['who is another', 'nothing-to-change', () => on(opened()).when(handOverPursuit('o1'), { owner: 'x', department: 'sales', reason }, owner)],
    ['who may be it', 'nobody', () => on(opened()).when(handOverPursuit(rejected('nobody')), { owner: 'x', department: 'sales', reason }, owner)],
    ['while it is under way, whoever is named', 'pursuit-has-ended', () => on(opened(), concluded('won')).when(handOverPursuit(rejected('nobody')), { owner: 'x', department: 'sales', reason }, owner)],
    ['is won', 'PursuitConcluded', () => on(opened()).when(concludePursuit, { as: 'won', text }, owner)],
    ['as what it is', 'not-an-end-of-it', () => on(opened()).when(concludePursuit, { as: 'kept', text }, owner)],
    ['is kept', 'PursuitConcluded', () => on(opened('at-risk')).when(concludePursuit, { as: 'kept', text }, owner)],
    ['is lost for a reason', 'PursuitConcluded', () => on(opened()).when(concludePursuit, { as: 'lost', why: 'price', text }, owner)],
    ['always', 'loss-needs-a-reason', () => on(opened()).when(concludePursuit, { as: 'lost', text }, owner)],
    ['which is none of winning', 'reason-of-no-loss', () => on(opened()).when(concludePursuit, { as: 'won', why: 'price', text }, owner)],
    ['once', 'pursuit-has-ended', () => on(opened(), concluded('won')).when(concludePursuit, { as: 'won', text }, owner)],
    ['begins again', 'PursuitReopened', () => on(opened(), concluded('lost')).when(reopenPursuit, { reason }, owner)],
    ['after its end', 'pursuit-not-ended', () => on(opened()).when(reopenPursuit, { reason }, owner)],
    ['is told to be late', 'PursuitOverdue', () => on(opened(), planned(before)).when(remindOfPursuit, { dueBy: before, repeat: 0, told: ['o1'] }, system)],
    ['by the week', 'step-no-longer-due', () => on(opened(), planned(before), overdue(0)).when(remindOfPursuit, { dueBy: before, repeat: 1, told: [] }, system)],
    ['while it is', 'step-no-longer-due', () => on(opened(), planned(before), concluded('won')).when(remindOfPursuit, { dueBy: before, repeat: 0, told: [] }, system)],
  ])('%s: %s', (_, expected, decide) => expect(outcome(decide())).toBe(expected)); // prettier-ignore

  test('has no step left once the customer was revisited, and counts the times', () => {
    const done: PursuitEvent = { type: 'CustomerRevisited', data: { person, channel: 'phone', reached: true, text } };
    const { state } = on(opened(), planned(), done);
    expect(state).toMatchObject({ revisits: 1, stage: 'new' });
    expect(state).not.toHaveProperty('dueBy');
  });

  test('shows to its owner, to their manager and to those who speak with callers', () => {
    const of = { owner: 'o1', openedBy: 'x', department: 'sales' };
    const seen = Object.entries({ owner, colleague, manager, stranger, agent, team }).filter(([, who]) => seesPursuit(of, who));
    expect(seen.map(([name]) => name)).toEqual(['owner', 'manager', 'agent', 'team']);
  });
});
