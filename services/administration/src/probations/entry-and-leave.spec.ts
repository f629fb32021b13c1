import { describe, expect, test } from '@jest/globals';
import type { GrantLeave } from '@ledgerline/contracts';
import {
  formalitiesOf,
  missingDocuments,
  nextDue,
  personalHalves,
  probationFold,
  workingDaysOf,
  statementsOf,
  type Calendar,
  type MaybeProbation,
  type Probation,
  type ProbationEvent,
  type ProbationRule,
  type RuleOverride,
} from '@ledgerline/domain';
import type { Decide } from '@ledgerline/kernel';
import { actorOf, given, recorded } from '@ledgerline/kernel/contracts';
import { readFileSync } from 'node:fs';
import { approveProbationRequest } from './decide-request/decide-request.decision.js';
import { recordEntryDocument } from './entry-documents/record-entry-document.decision.js';
import { completeFormality, waiveFormality } from './formalities/formality.decisions.js';
import { grantLeave, requestMoreLeave, withdrawLeave } from './leave/grant-leave.decision.js';
import { changeProbationPay, setFestivalBonus } from './pay/change-pay.decision.js';
import { nameMentor, recordProbationReview, setObjectives } from './reviews/review.decisions.js';

const shipped = <Body>(name: string) =>
  JSON.parse(readFileSync(new URL(`../installation/shipped/${name}.json`, import.meta.url), 'utf8')) as Body;
const rule = shipped<ProbationRule>('probation-rule');
const roster = workingDaysOf(shipped<Calendar>('default-calendar'));
const basis = { rule, roster };
const turnedOn = (override: RuleOverride['override'], warning: RuleOverride['warning']): ProbationRule => ({
  ...rule,
  overrides: [{ override, warning, purpose: '保管现金' }],
});
const manager = actorOf(['manager'], ['quality'], 'm1');
const leader = actorOf(['leader'], [], 'l1');
const chairman = actorOf(['chairman'], [], 'c1');
const office = actorOf(['office'], [], 'o1');

/** Two months and more from 2 March 2026, the day on which these histories stand. */
const begun: ProbationEvent = {
  type: 'ProbationBegun',
  data: {
    person: 'p', name: '韩梅梅', department: 'quality', post: 'till-cashier', reportsOn: '2026-02-02', contract: { term: 'open-ended', startsOn: '2026-02-02' }, months: 3,
    lastDay: '2026-05-01', timeZone: 'Asia/Shanghai', reminders: rule.reminders, rule: { code: 'default', draft: 1 }, roster: 'default',
    pay: { regular: 800_000, probation: 800_000 }, payShownToManagers: false, overrides: [],
  },
}; // prettier-ignore
const on = (...history: readonly ProbationEvent[]) => given(probationFold, begun, ...history);
const outcome = (decided: readonly ProbationEvent[] | { readonly rejection: string }) =>
  'rejection' in decided ? decided.rejection : decided.map(({ type }) => type).join(' ');
const after = (history: readonly ProbationEvent[], decided: readonly ProbationEvent[] | { readonly rejection: string }) => {
  if ('rejection' in decided) throw new Error(decided.rejection);
  return recorded([begun, ...history, ...decided], chairman).reduce<MaybeProbation>(probationFold.evolve, undefined) as Probation;
};

const reason = 'because';
const leave = (kind: GrantLeave['kind'], from: string, to = from, more: object = {}) => ({ kind, from, to, reason, ...more });
const granted = (number: number, kind: GrantLeave['kind'], ...dates: readonly string[]): ProbationEvent => ({
  type: 'LeaveGranted',
  data: { person: 'p', leave: number, dates, half: false, about: { kind, payPercent: kind === 'personal' ? 0 : 100, reason } },
});
const threeDays = granted(1, 'personal', '2026-03-03', '2026-03-04', '2026-03-05');

describe('leave', () => {
  test.each<[string, string, object, readonly ProbationEvent[], ProbationRule?]>([
    ['three days of personal leave are granted', 'LeaveGranted', leave('personal', '2026-03-03', '2026-03-05'), []],
    ['over a weekend its days off do not count', 'LeaveGranted', leave('personal', '2026-03-06', '2026-03-10'), []],
    ['a fourth is not', 'personal-leave-needs-the-chairman', leave('personal', '2026-03-06'), [threeDays]],
    ['nor half of it', 'personal-leave-needs-the-chairman', leave('personal', '2026-03-06', '2026-03-06', { half: true }), [threeDays]],
    ['what was not taken does not count', 'LeaveGranted', leave('personal', '2026-03-03'), [threeDays, { type: 'LeaveWithdrawn', data: { person: 'p', leave: 1, reason } }]],
    ['nobody is away twice', 'leave-overlaps', leave('sick', '2026-03-04', '2026-03-06', { proof: 'x' }), [threeDays]],
    ['sick leave needs its proof', 'proof-required', leave('sick', '2026-03-06'), []],
    ['and is as long as that says', 'LeaveGranted', leave('sick', '2026-03-06', '2026-04-30', { proof: '县医院证明' }), [threeDays]],
    ['bereavement leave is a regular employee’s', 'LeaveGranted', leave('bereavement', '2026-03-06', '2026-03-10'), [threeDays]],
    ['of three days', 'longer-than-this-leave', leave('bereavement', '2026-03-06', '2026-03-11'), []],
    ['there is no home leave', 'no-home-leave', leave('home', '2026-03-06'), []],
    ['there is marriage leave, by law', 'LeaveGranted', leave('marriage', '2026-03-06', '2026-03-10'), []],
    ['unless the rule has turned it off', 'no-marriage-leave', leave('marriage', '2026-03-06'), [], turnedOn('no-marriage-leave', 'marriage-leave-is-statutory')],
    ['a day off needs no leave', 'no-working-day', leave('personal', '2026-03-07', '2026-03-08'), []],
    ['nor one after the probation', 'not-within-the-probation', leave('personal', '2026-04-30', '2026-05-04'), []],
    ['half a day is of one day', 'half-a-day-is-one-day', leave('personal', '2026-03-03', '2026-03-04', { half: true }), []],
  ])('%s', (_, wanted, body, history, judgedBy = rule) => {
    expect(outcome(on(...history).when(grantLeave({ rule: judgedBy, roster }), body as GrantLeave, manager))).toBe(wanted);
  }); // prettier-ignore

  test('more personal leave is the chairman’s alone to approve, and counts', () => {
    const more = { from: '2026-03-09', to: '2026-03-10', reason };
    expect(outcome(on().when(requestMoreLeave(basis), more, manager))).toBe('leave-needs-no-approval');
    const asked = on(threeDays).when(requestMoreLeave(basis), more, manager);
    const history = [threeDays, ...(asked as readonly ProbationEvent[])];
    expect(outcome(on(...history).when(approveProbationRequest(rule), { request: 1 }, leader))).toBe('needs-the-chairman');
    const state = after(history, on(...history).when(approveProbationRequest(rule), { request: 1 }, chairman));
    expect([personalHalves(state), state.requests[0]?.state]).toEqual([10, 'approved']);
    expect(outcome(on(threeDays).when(withdrawLeave, { leave: 2, reason }, manager))).toBe('no-such-leave');
  });

  test('what is unpaid shows in the month’s statement, and does not change what a day is worth', () => {
    const months = (state: MaybeProbation) => statementsOf(state as Probation, { roster, published: [], minimums: rule })?.map(({ amount, dailyWage }) => [amount, dailyWage]); // prettier-ignore
    expect(months(on().state)).toEqual([[800_000, 50_000], [800_000, 36_364], [800_000, 38_095], [0, 42_105]]); // prettier-ignore
    expect(months(on(threeDays).state)?.[1]).toEqual([690_909, 36_364]); // 800,000 × 19 ÷ 22
  });
});

describe('papers on entry', () => {
  const seen = (document: string, kept: 'copy' | 'original' | 'nothing', more: object = {}) => ({ document, kept, ...more });
  test.each<[string, string, Parameters<typeof seen>, ProbationRule?]>([
    ['a copy is kept', 'EntryDocumentSeen', ['identity-card', 'copy']],
    ['an original never', 'originals-are-never-kept', ['identity-card', 'original']],
    ['a medical report is of a hospital', 'hospital-required', ['medical-report', 'original']],
    ['of county level or higher', 'EntryDocumentSeen', ['medical-report', 'original', { hospital: '县人民医院' }]],
    ['sensitive papers are not taken', 'document-not-asked-for', ['household-register', 'copy']],
    ['unless the rule has turned that on', 'EntryDocumentSeen', ['household-register', 'copy'], turnedOn('ask-sensitive-documents', 'more-than-the-contract-needs')],
  ])('%s', (_, wanted, [document, kept, more], judgedBy = rule) => {
    expect(outcome(on().when(recordEntryDocument(judgedBy), seen(document, kept, more), manager))).toBe(wanted);
  }); // prettier-ignore

  test('what is missing is named: of sensitive posts more, where that is turned on, with what for on record', () => {
    const sensitive = turnedOn('ask-sensitive-documents', 'more-than-the-contract-needs');
    const [usual, more] = [['identity-card', 'education-certificate', 'medical-report', 'photos'], ['property-proof', 'household-register', 'relatives-identity-cards']]; // prettier-ignore
    expect(missingDocuments(on().state as Probation, rule)).toEqual(usual);
    expect(missingDocuments(on().state as Probation, sensitive)).toEqual([...usual, ...more]);
    expect(missingDocuments({ ...(on().state as Probation), post: 'clerk' }, sensitive)).toEqual(usual);
    const decided = on().when(recordEntryDocument(sensitive), seen('household-register', 'copy'), manager);
    expect(decided).toMatchObject([{ data: { purpose: '保管现金', kept: 1 } }]);
    const three = after([], on().when(recordEntryDocument(rule), seen('photos', 'original', { count: 3 }), manager));
    expect(missingDocuments(three, rule)).toContain('photos');
  });
});

describe('what the office and the department see to', () => {
  const done = (formality: string): ProbationEvent => ({ type: 'FormalityCompleted', data: { formality } });
  type Case = [string, string, Decide<never, MaybeProbation, ProbationEvent>, object, ProbationEvent[]?];
  test.each<Case>([
    ['a badge is given', 'FormalityCompleted', completeFormality(rule), { formality: 'badge' }],
    ['once', 'formality-is-seen-to', completeFormality(rule), { formality: 'badge' }, [done('badge')]],
    ['to everybody', 'formality-is-for-everybody', waiveFormality(rule), { formality: 'badge', reason }],
    ['lodging where it is needed', 'FormalityNotNeeded', waiveFormality(rule), { formality: 'lodging', reason }],
    ['and nothing else', 'unknown-formality', completeFormality(rule), { formality: 'car' }],
    ['objectives are set', 'ObjectivesSet', setObjectives, { objectives: ['独立接单'] }],
    ['a mentor is named', 'MentorNamed', nameMentor('a2'), {}],
    ['who is there', 'unknown-mentor', nameMentor(undefined), {}],
    ['another one each time', 'nothing-to-change', nameMentor('a2'), {}, [{ type: 'MentorNamed', data: { mentor: 'a2' } }]],
    ['work is reviewed', 'ProbationReviewed', recordProbationReview, { on: '2026-03-02', result: 'meets', text: 'x' }],
    ['when it was done', 'date-is-to-come', recordProbationReview, { on: '2026-03-03', result: 'meets', text: 'x' }],
    ['pay follows the post', 'ProbationPayChanged', changeProbationPay(rule), { from: '2026-03-02', regularWage: 900_000, post: 'clerk', reason }],
    ['above its floors', 'below-the-share-of-the-agreed-wage', changeProbationPay(rule), { from: '2026-03-02', regularWage: 900_000, probationWage: 700_000, reason }],
    ['within the probation', 'not-within-the-probation', changeProbationPay(rule), { from: '2026-05-02', regularWage: 900_000, reason }],
    ['a festival bonus is half', 'FestivalBonusSet', setFestivalBonus(rule), { on: '2026-04-30', festival: '五一', regular: 50_001 }],
  ])('%s', (_, wanted, decide, body, history = []) => {
    expect(outcome(on(...history).when(decide, body as never, office))).toBe(wanted);
  }); // prettier-ignore

  test('half a fen of a bonus is the employee’s', () => {
    expect(on().when(setFestivalBonus(rule), { on: '2026-04-30', festival: '五一', regular: 50_001 }, office)).toMatchObject([{ data: { bonus: { regular: 50_001, amount: 25_001 } } }]); // prettier-ignore
  });

  test('what is due next is the earliest of what is open', () => {
    expect(nextDue(on().state as Probation, rule)).toEqual({ what: 'documents', on: '2026-02-02' });
    const all = rule.formalities.map(({ code }) => done(code));
    expect(formalitiesOf(on(...all).state as Probation, rule).map(({ state }) => state)).toEqual(all.map(() => 'done'));
    const papers = rule.documents.map((one): ProbationEvent => ({ type: 'EntryDocumentSeen', data: { person: 'p', document: one.code, kept: one.count ?? 1 } })); // prettier-ignore
    expect(nextDue(on(...papers).state as Probation, rule)).toMatchObject({ what: 'formality', on: '2026-02-03' });
    expect(nextDue(on(...papers, ...all).state as Probation, rule)).toEqual({ what: 'last-day', on: '2026-05-01' });
  });
});
