import { describe, expect, test } from '@jest/globals';
import type { BeginProbation, RecordEntryDocument } from '@ledgerline/contracts';
import { probationFold, type MaybeProbation, type ProbationEvent, type ProbationRule } from '@ledgerline/domain';
import { recorded, actorOf } from '@ledgerline/kernel/contracts';
import type { Actor, Decide } from '@ledgerline/kernel';
import { readFileSync } from 'node:fs';
import { beginProbation } from './begin-probation/begin-probation.decision.js';
import {
  approveProbationRequest,
  refuseProbationRequest,
  withdrawProbationRequest,
} from './decide-request/decide-request.decision.js';
import { tellEmploymentConditions } from './employment-conditions/tell-employment-conditions.decision.js';
import { annulProbation, endByEmployee, endByEmployer } from './end-probation/end-probation.decision.js';
import { recordEntryDocument } from './entry-documents/record-entry-document.decision.js';
import { keepProbation } from './keep-probation/keep-probation.decision.js';
import {
  requestEarlyConfirmation,
  requestProbationEnding,
  requestProbationExtension,
} from './request-change/request-change.decision.js';

const shipped = JSON.parse(
  readFileSync(new URL('../installation/shipped/probation-rule.json', import.meta.url), 'utf8'),
) as ProbationRule;
const personnel = actorOf(['personnel'], [], 'h1');
const leader = actorOf(['leader'], [], 'l1');
const both = actorOf(['personnel', 'leader'], [], 'h1');

const asked = {
  name: '李雷',
  department: 'quality',
  post: 'clerk',
  reportsOn: '2026-03-02',
  contractTerm: 'fixed',
  contractEndsOn: '2029-03-01',
  regularWage: 800_000,
} as unknown as BeginProbation;

/** A history that grows by what is decided, on a day at 10 in the morning in Shanghai. */
class Story {
  constructor(private readonly events: readonly ProbationEvent[] = []) {}

  get state(): MaybeProbation {
    return recorded(this.events, personnel).reduce<MaybeProbation>(probationFold.evolve, undefined);
  }

  decide<Body>(decide: Decide<Body, MaybeProbation, ProbationEvent>, body: Body, by: Actor, on: string) {
    return decide(body, this.state, { at: `${on}T02:00:00.000Z`, actor: by, site: 'main' });
  }

  then<Body>(decide: Decide<Body, MaybeProbation, ProbationEvent>, body: Body, by: Actor, on: string): Story {
    const decided = this.decide(decide, body, by, on);
    if ('rejection' in decided) throw new Error(decided.rejection);
    return new Story([...this.events, ...decided]);
  }
}

const approve = approveProbationRequest(shipped);
const askEarly = requestEarlyConfirmation(shipped);
const begin = (rule: ProbationRule = shipped) => beginProbation({ person: 'p', rule, version: { code: 'default', draft: 1 } });
const outcome = (decided: readonly ProbationEvent[] | { readonly rejection: string }) =>
  'rejection' in decided ? decided.rejection : decided.map(({ type }) => type).join(' ');
/** Every paper that is asked of a clerk has been shown. */
const papers: readonly RecordEntryDocument[] = [
  { document: 'identity-card', kept: 'copy' },
  { document: 'education-certificate', kept: 'copy' },
  { document: 'medical-report', kept: 'original', hospital: '县人民医院' },
  { document: 'photos', kept: 'original', count: 4 },
];
const withPapers = (story: Story) =>
  papers.reduce((before, paper) => before.then(recordEntryDocument(shipped), paper, personnel, '2026-03-02'), story);
const begun = (change: object = {}) =>
  new Story().then(begin(), { ...asked, ...change } as BeginProbation, personnel, '2026-03-02');
const reason = 'because';
const told = begun().then(
  tellEmploymentConditions,
  { conditions: ['三个月内独立接单', '无重大差错'], toldOn: '2026-03-02' },
  personnel,
  '2026-03-02',
);
const unmet = { unmet: [2], proofs: ['2026-04-11 质检单 QC-17'], reason };

type Case = [string, string, [Decide<never, MaybeProbation, ProbationEvent>, object, Actor, string], Story?];

describe('a probation', () => {
  test.each<[string, object, ReturnType<typeof outcome> | object]>([
    ['lasts three months by the rule', {}, { months: 3, lastDay: '2026-06-01' }],
    ['less where fewer are agreed', { months: 1 }, { months: 1, lastDay: '2026-04-01' }],
    ['as long as a contract of a year allows', { contractEndsOn: '2027-03-01' }, { months: 2, lastDay: '2026-05-01' }],
    ['or one of half a year', { contractEndsOn: '2026-09-01' }, { months: 1, lastDay: '2026-04-01' }],
    ['not at all with a shorter one', { contractEndsOn: '2026-05-31' }, 'no-probation-by-law'],
    ['nor with one for a task', { contractTerm: 'task', contractEndsOn: undefined }, 'no-probation-by-law'],
    ['never longer than the law allows', { months: 3, contractEndsOn: '2027-03-01' }, 'beyond-the-legal-limit'],
    ['nor than the rule', { months: 4 }, 'longer-than-the-rule'],
    ['is paid by the rule', {}, { pay: { regular: 800_000, probation: 800_000 } }],
    ['or four fifths', { probationWage: 640_000 }, { pay: { regular: 800_000, probation: 640_000 } }],
    ['and not a fen less', { probationWage: 639_999 }, 'below-the-share-of-the-agreed-wage'],
    ['needs the last day of a fixed term', { contractEndsOn: undefined }, 'contract-needs-a-last-day'],
    ['which an open end has not', { contractTerm: 'open-ended' }, 'contract-has-no-last-day'],
    ['and which is not before it begins', { contractEndsOn: '2026-03-01' }, 'contract-ends-before-it-begins'],
  ])('%s', (_, change, wanted) => {
    const decided = new Story().decide(begin(), { ...asked, ...change } as BeginProbation, personnel, '2026-03-02');
    if (typeof wanted === 'string') expect(outcome(decided)).toBe(wanted);
    else expect(decided).toMatchObject([{ type: 'ProbationBegun', data: { ...wanted, rule: { code: 'default', draft: 1 } } }]);
  });

  test('is not paid less than the local minimum, from its date on', () => {
    const localMinimums = [
      { from: '2026-01-01', monthly: 700_000 },
      { from: '2026-07-01', monthly: 900_000 },
    ];
    const rule = { ...shipped, pay: { ...shipped.pay, localMinimums } };
    const on = (reportsOn: string, probationWage: number) =>
      outcome(new Story().decide(begin(rule), { ...asked, reportsOn, probationWage } as BeginProbation, personnel, '2026-03-02'));
    expect([on('2026-03-02', 699_999), on('2026-03-02', 700_000), on('2026-07-01', 800_000)]).toEqual(['below-the-local-minimum', 'ProbationBegun', 'below-the-local-minimum']); // prettier-ignore
  });

  test('keeps on record what its rule turns on against the law', () => {
    const overrides = [{ override: 'no-marriage-leave', warning: 'marriage-leave-is-statutory', purpose: 'x' }] as const;
    expect(begun().state?.overrides).toEqual([]);
    expect(new Story().then(begin({ ...shipped, overrides }), asked, personnel, '2026-03-02').state?.overrides).toEqual([
      'no-marriage-leave',
    ]);
  });

  const over = begun().then(endByEmployee, { toldOn: '2026-03-10' }, personnel, '2026-03-10');
  test.each<Case>([
    ['is had once', 'had-probation-before', [begin(), asked, personnel, '2026-03-02']],
    ['also when it has ended', 'had-probation-before', [begin(), asked, personnel, '2026-03-20'], over],
    ['does not count where somebody never came', 'ProbationAnnulled', [annulProbation, { reason }, personnel, '2026-03-05']],
    ['which is plain within three days', 'probation-has-begun', [annulProbation, { reason }, personnel, '2026-03-06']],
    ['is confirmed early on request', 'EarlyConfirmationRequested', [askEarly, { on: '2026-05-01', reason }, personnel, '2026-04-20'], withPapers(begun())],
    ['not while a paper is missing', 'papers-are-missing', [askEarly, { on: '2026-05-01', reason }, personnel, '2026-04-20']],
    ['not after its last day', 'not-within-the-probation', [askEarly, { on: '2026-06-02', reason }, personnel, '2026-04-20'], withPapers(begun())],
    ['is extended on request', 'ProbationExtensionRequested', [requestProbationExtension, { lastDay: '2026-09-01', agreedOn: '2026-05-20', reason }, personnel, '2026-05-20']],
    ['never beyond the law’s limit', 'beyond-the-legal-limit', [requestProbationExtension, { lastDay: '2026-09-02', agreedOn: '2026-05-20', reason }, personnel, '2026-05-20']],
    ['nor by a contract of two months of probation', 'beyond-the-legal-limit', [requestProbationExtension, { lastDay: '2026-05-02', agreedOn: '2026-04-20', reason }, personnel, '2026-04-20'], begun({ contractEndsOn: '2027-03-01' })],
    ['with the employee’s word', 'date-is-to-come', [requestProbationExtension, { lastDay: '2026-07-01', agreedOn: '2026-05-21', reason }, personnel, '2026-05-20']],
    ['not when its last day has passed', 'last-day-has-passed', [requestProbationExtension, { lastDay: '2026-07-01', agreedOn: '2026-05-20', reason }, personnel, '2026-06-02']],
    ['is ended for conditions that were told', 'ProbationEndingRequested', [requestProbationEnding, unmet, personnel, '2026-05-20'], told],
    ['not for others', 'unknown-condition', [requestProbationEnding, { ...unmet, unmet: [3] }, personnel, '2026-05-20'], told],
    ['each with its proof', 'each-condition-needs-its-proof', [requestProbationEnding, { ...unmet, unmet: [1, 2] }, personnel, '2026-05-20'], told],
    ['and not where there are none', 'no-conditions-of-employment', [requestProbationEnding, unmet, personnel, '2026-05-20']],
    ['is not ended without approval', 'ending-not-approved', [endByEmployer, { toldOn: '2026-05-20' }, personnel, '2026-05-20'], told],
    ['is left with three days’ notice', 'EmploymentEnded', [endByEmployee, { toldOn: '2026-04-01', endsOn: '2026-04-04' }, personnel, '2026-04-01']],
    ['not with less', 'notice-too-short', [endByEmployee, { toldOn: '2026-04-01', endsOn: '2026-04-03' }, personnel, '2026-04-01']],
    ['nor before it began', 'notice-not-within-the-probation', [endByEmployee, { toldOn: '2026-03-01' }, personnel, '2026-04-01']],
    ['is nothing to whoever it is about', 'own-probation', [annulProbation, { reason }, actorOf(['personnel'], [], 'a1'), '2026-03-03'], new Story().then(beginProbation({ person: 'p', account: 'a1', rule: shipped, version: { code: 'default', draft: 1 } }), asked, personnel, '2026-03-02')],
  ])('%s', (_, wanted, [decide, body, by, on], story = begun()) => expect(outcome(story.decide(decide, body as never, by, on))).toBe(wanted)); // prettier-ignore
});

describe('what was asked for', () => {
  const early = withPapers(begun()).then(askEarly, { on: '2026-05-01', reason }, personnel, '2026-04-20');
  const extension = begun().then(requestProbationExtension, { lastDay: '2026-07-01', agreedOn: '2026-05-20', reason }, personnel, '2026-05-20');
  const ending = told.then(requestProbationEnding, unmet, personnel, '2026-05-20');
  const approved = ending.then(approve, { request: 1 }, leader, '2026-05-21');

  test('is approved by an executive, and not by whoever asked', () => {
    expect(outcome(early.decide(approve, { request: 1 }, both, '2026-04-21'))).toBe('own-request');
    const state = early.then(approve, { request: 1 }, leader, '2026-04-21').state;
    expect(state).toMatchObject({ status: 'regular', regular: { on: '2026-05-01', why: 'confirmed-early' }, requests: [{ state: 'approved' }] });
    expect(extension.then(approve, { request: 1 }, leader, '2026-05-21').state?.lastDay).toBe('2026-07-01');
    expect(outcome(begun().decide(approve, { request: 1 }, leader, '2026-04-21'))).toBe('nothing-requested');
  });

  test('is refused or taken back, and may be asked for again', () => {
    expect(outcome(early.decide(askEarly, { on: '2026-05-02', reason }, personnel, '2026-04-21'))).toBe('requested-already');
    const refused = early.then(refuseProbationRequest, { request: 1, reason }, leader, '2026-04-21');
    expect(refused.state?.requests).toMatchObject([{ state: 'refused', decided: { by: 'h1' } }]);
    expect(outcome(early.decide(withdrawProbationRequest, { request: 1, reason }, actorOf(['personnel'], [], 'h2'), '2026-04-21'))).toBe('not-your-request');
    const again = early.then(withdrawProbationRequest, { request: 1, reason }, personnel, '2026-04-21').then(askEarly, { on: '2026-05-02', reason }, personnel, '2026-04-22');
    expect(outcome(again.decide(approve, { request: 1 }, leader, '2026-04-22'))).toBe('request-not-open');
    expect(again.state?.requests.map(({ state }) => state)).toEqual(['withdrawn', 'open']);
  });

  test('ends the employment once the employee was told why, on the last day at the latest', () => {
    const on = (toldOn: string, today: string) => outcome(approved.decide(endByEmployer, { toldOn }, personnel, today));
    expect(approved.state?.status).toBe('on-probation');
    expect([on('2026-06-01', '2026-06-01'), on('2026-06-02', '2026-06-02')]).toEqual(['EmploymentEnded', 'last-day-has-passed']);
    // Recorded at specTime, 2 March: what was told before the approval was told of nothing.
    expect(on('2026-03-01', '2026-05-25')).toBe('told-before-approval-or-later');
    expect(approved.then(endByEmployer, { toldOn: '2026-05-25' }, personnel, '2026-05-25').state?.ending).toMatchObject({ by: 'employer', endsOn: '2026-05-25', request: 1 });
  });

  test('lapses with the last day: the employee is regular', () => {
    const step = { step: 'make-regular', lastDay: '2026-06-01', told: ['h1'] } as const;
    const reminded = [14, 7, 3, 0].reduce((story, days) => story.then(keepProbation, { step: 'remind', lastDay: '2026-06-01', days, told: [] }, leader, '2026-06-01'), ending);
    expect(outcome(reminded.decide(keepProbation, step, leader, '2026-06-01'))).toBe('step-no-longer-due');
    expect(reminded.then(keepProbation, step, leader, '2026-06-02').state).toMatchObject({
      status: 'regular', regular: { on: '2026-06-02', why: 'last-day-passed' }, requests: [{ state: 'lapsed' }],
    });
    const ended = approved.then(endByEmployer, { toldOn: '2026-05-25' }, personnel, '2026-05-25');
    expect(outcome(ended.decide(keepProbation, step, leader, '2026-06-02'))).toBe('step-no-longer-due');
  });
}); // prettier-ignore
