import { describe, expect, test } from '@jest/globals';
import { inspectionFold, seesInspection, type Inspection, type InspectionEvent, type ScoreSheet } from '@ledgerline/domain';
import type { Circumstances, DomainEvent, Rejection } from '@ledgerline/kernel';
import { actorOf, given } from '@ledgerline/kernel/contracts';
import { assignInspection, excuseInspection } from './assign-inspection/assign-inspection.decision.js';
import { appealInspection } from './decide-appeal/appeal-inspection.decision.js';
import { dismissAppeal, grantAppeal } from './decide-appeal/decide-appeal.decision.js';
import { scoreInspection } from './score-inspection/score-inspection.decision.js';

const sheet = {
  groups: [{ code: 'g', name: 'g', criteria: [{ code: 'answer', name: 'a', points: 100 }] }],
  fatal: [{ code: 'disclosure', name: 'd', effect: 'zero' }],
  passes: 80,
} as unknown as ScoreSheet;

const agent = actorOf(['agent'], ['call-centre'], 'agent-1');
const inspector = actorOf(['inspector'], ['call-centre'], 'inspector-1');
const other = actorOf(['inspector'], ['call-centre'], 'inspector-2');
const teamLeader = actorOf(['team-leader'], ['call-centre'], 'leader-1');
const coordinator = actorOf(['coordinator'], ['call-centre'], 'c1');

const counts = { agent: 'agent-1', team: 'call-centre', month: '2026-02' };
const opened: InspectionEvent = {
  type: 'InspectionOpened',
  data: {
    ...counts, ticket: 't1', piece: 1, work: 'reply', doneAt: '2026-02-03T01:00:00.000Z', sample: 's', sheet: { code: 'calls', draft: 1 },
    inspector: 'inspector-1',
  },
}; // prettier-ignore
const score = {
  marks: [{ criterion: 'answer', points: 70, of: 100 }],
  fatal: [],
  total: 70,
  score: 70,
  outOf: 100,
  passed: false,
};
const scored = (appealBy = '2026-03-05T10:00:00.000Z'): InspectionEvent => ({
  type: 'InspectionScored',
  data: { person: 'p', ...counts, ...score, notes: { answer: 'n' }, appealBy },
});
const appealed: InspectionEvent = { type: 'InspectionAppealed', data: { person: 'p', ...counts, reason: 'r' } };
const dismissed: InspectionEvent = { type: 'AppealDismissed', data: { person: 'p', ...counts, reason: 'r' } };
/** Events of a spec are the system's; whose scoring it was is the fold's. */
const scoredBy = (by: string) => {
  const state = given(inspectionFold, opened, scored(), appealed).state as Inspection & Required<Pick<Inspection, 'scored'>>;
  return { ...state, scored: { ...state.scored, by: { by } } };
};

const on = (...history: readonly InspectionEvent[]) => given(inspectionFold, ...history);
const outcome = (decided: readonly DomainEvent[] | Rejection) =>
  Array.isArray(decided) ? decided.map(({ type }) => type).join(' ') : (decided as Rejection).rejection;
const scoring = scoreInspection({ person: 'p', sheet, appealBy: 'x' });
const filled = { marks: [{ criterion: 'answer', points: 70, note: 'n' }] };
const better = { marks: [{ criterion: 'answer', points: 100 }], reason: 'r' };
const facts = { person: 'p', sheet };
const reason = { reason: 'r' };
const at = { at: '2026-03-02T01:00:00.000Z', site: 'main' };
const decides = (by: Circumstances['actor'], decide = dismissAppeal(facts), onBehalfOf?: string) =>
  decide(reason as never, scoredBy('inspector-1'), { ...at, actor: by, ...(onBehalfOf === undefined ? {} : { onBehalfOf }) });

describe('an inspection', () => {
  test.each<[string, string, () => readonly DomainEvent[] | Rejection]>([
    ['is scored by whom the lot found', 'InspectionScored', () => on(opened).when(scoring, filled, inspector)],
    ['by nobody else', 'not-its-inspector', () => on(opened).when(scoring, filled, other)],
    ['not by whose work it is', 'own-work', () => on(opened).when(scoring, filled, agent)],
    ['once', 'not-to-be-scored', () => on(opened, scored()).when(scoring, filled, inspector)],
    ['with its sheet whole', 'criterion-without-mark', () => on(opened).when(scoring, { marks: [] }, inspector)],
    [
      'is appealed against in time',
      'InspectionAppealed',
      () => on(opened, scored()).when(appealInspection('p'), reason, agent),
    ],
    [
      'not later',
      'appeal-too-late',
      () => on(opened, scored('2026-03-02T00:59:59.999Z')).when(appealInspection('p'), reason, agent),
    ],
    ['by whose work it is', 'not-your-result', () => on(opened, scored()).when(appealInspection('p'), reason, inspector)],
    ['once', 'nothing-to-appeal', () => on(opened, scored(), appealed).when(appealInspection('p'), reason, agent)],
    [
      'and never after it was decided',
      'nothing-to-appeal',
      () => on(opened, scored(), appealed, dismissed).when(appealInspection('p'), reason, agent),
    ],
    ['is decided by another inspector', 'AppealDismissed', () => decides(other)],
    ['or by a team leader', 'AppealDismissed', () => decides(teamLeader)],
    ['never by who scored', 'own-score', () => decides(inspector)],
    ['nor in their power', 'own-score', () => decides(other, dismissAppeal(facts), 'inspector-1')],
    ['nor by the agent in another’s', 'own-work', () => decides(agent, dismissAppeal(facts), 'leader-1')],
    ['only where there is an appeal', 'no-appeal-to-decide', () => on(opened, scored()).when(dismissAppeal(facts), reason, other)],
    [
      'with another score',
      'AppealGranted',
      () => grantAppeal(facts)(better, scoredBy('inspector-1'), { ...at, actor: other }),
    ],
    [
      'not with the same',
      'score-is-the-same',
      () => grantAppeal(facts)({ ...filled, reason: 'r' }, scoredBy('inspector-1'), { ...at, actor: other }),
    ],
    [
      'goes to another inspector with a reason',
      'InspectionAssigned',
      () => on(opened).when(assignInspection({ id: 'inspector-2', roles: ['inspector'] }, 'p'), { inspector: 'x', reason: 'r' }, coordinator),
    ],
    [
      'never to whose work it is',
      'may-not-inspect-it',
      () => on(opened).when(assignInspection({ id: 'agent-1', roles: ['inspector'] }, 'p'), { inspector: 'x', reason: 'r' }, coordinator),
    ],
    [
      'nor to somebody who does not score',
      'not-an-inspector',
      () => on(opened).when(assignInspection(undefined, 'p'), { inspector: 'x', reason: 'r' }, coordinator),
    ],
    ['is excused where it cannot be scored', 'InspectionExcused', () => on(opened).when(excuseInspection('p'), reason, coordinator)],
    ['not by whose work it is', 'own-work', () => on(opened).when(excuseInspection('p'), reason, agent)],
  ])('%s: %s', (_name, wanted, decide) => expect(outcome(decide())).toBe(wanted)); // prettier-ignore

  test('keeps what was scored at first beside what the appeal made of it', () => {
    const granted: InspectionEvent = {
      type: 'AppealGranted',
      data: { person: 'p', ...counts, ...score, score: 100, notes: {}, reason: 'r' },
    };
    expect(on(opened, scored(), appealed, granted).state).toMatchObject({
      status: 'decided',
      scored: { score: 70 },
      revised: { score: 100 },
      decision: { outcome: 'granted' },
    });
  });
});

describe('who sees an inspection', () => {
  const state = (...more: readonly InspectionEvent[]) => on(opened, ...more).state as Inspection;
  const secret = { ...state(scored()), confidential: true as const };
  test.each<[string, Inspection, Parameters<typeof seesInspection>[1], boolean]>([
    ['the agent, once it is scored', state(scored()), agent, true],
    ['not before', state(), agent, false],
    ['nobody in the agent’s place', state(scored()), { ...teamLeader, roles: ['agent'], onBehalfOf: 'agent-1' }, false],
    ['not another agent', state(scored()), actorOf(['agent'], ['call-centre'], 'agent-2'), false],
    ['its inspector', state(), inspector, true],
    ['the team leader of the team', state(), teamLeader, true],
    ['not of another', state(), actorOf(['team-leader'], ['north'], 'leader-2'), false],
    ['a confidential one its agent', secret, agent, true],
    ['whoever sees such tickets', secret, coordinator, true],
    ['not another inspector', secret, other, false],
    ['not the team leader', secret, teamLeader, false],
  ])('%s', (_name, inspection, viewer, wanted) => expect(seesInspection(inspection, viewer)).toBe(wanted));
});
