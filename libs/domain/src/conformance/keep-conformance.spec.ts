import { describe, expect, test } from '@jest/globals';
import { accepted, checked, historyOf, registered, replied, routed, type SpecEvent } from '../clock/clock-history.js';
import { ticketFold } from '../ticket/evolve-ticket.js';
import type { MaybeTicket } from '../ticket/ticket.js';
import { checks, debts } from './debts.js';
import { fitnessOf, keepConformance, noCourse, type Conformance, type Deviation } from './keep-conformance.js';
import { requiredSteps } from './process-model.js';

/** A course to its end, with everything that it brought to light. */
function courseOf(...steps: readonly SpecEvent[]): Conformance & { readonly all: readonly Deviation[] } {
  let [course, ticket, all] = [noCourse, undefined as MaybeTicket, [] as Deviation[]];
  for (const event of historyOf(...steps)) {
    course = keepConformance(course, event, ticket);
    ticket = ticketFold.evolve(ticket, event);
    all = [...all, ...course.found];
  }
  return { ...course, all };
}
const names = (...steps: readonly SpecEvent[]) => courseOf(...steps).all.map(({ name }) => name);
const [quality, surveyed]: readonly [{ department: string }, SpecEvent] = [
  { department: 'quality' },
  ['03-06 10:00', 'SurveyRecorded', { outcome: 5, service: 5, timeliness: 5 }],
];
const closed = (time = '03-07 10:00'): SpecEvent => [time, 'TicketClosed', { code: 'resolved' }];
const reply = (time: string): SpecEvent => [time, 'ReplyGiven', { channel: 'phone' }];

describe('the order of steps', () => {
  test('of an ordinary ticket fits from the registration to the closing', () => {
    const course = courseOf(...replied, surveyed, closed());
    expect([course.all, fitnessOf(course), course.missing]).toEqual([[], 1, []]);
  });

  test('passed over, each required step is named, with the lead department that had it', () => {
    const course = courseOf(...accepted, reply('03-05 10:00'));
    expect(course.all).toEqual(
      ['result', 'approval', 'check'].map((step) => ({ way: 'skipped', name: `skipped-${step}`, ...quality })),
    );
    expect(fitnessOf(course)).toBeCloseTo(4 / 7);
    expect(names(registered, reply('03-05 10:00'))).toEqual(['dispatch', 'acceptance', 'result', 'approval', 'check'].map((step) => `skipped-${step}`)); // prettier-ignore
  });

  test('made up for too late is out of order; what belongs nowhere is unexpected', () => {
    const late = courseOf(...accepted, reply('03-05 10:00'), [
      '03-05 11:00',
      'ResultSubmitted',
      { ...quality, publishable: true },
    ]);
    expect(late.all.at(-1)).toEqual({ way: 'out-of-order', name: 'out-of-order-result', ...quality });
    expect(late.missing).toEqual(['PartApproved', 'ResultAccepted']);
    expect(names(...checked, reply('03-05 10:00'), reply('03-05 11:00'))).toEqual(['unexpected-reply']);
  });

  test('lets an urgent ticket be replied to first, and nothing else for its sake', () => {
    const raised: SpecEvent = ['03-02 11:30', 'UrgencyRaised'];
    const measured: SpecEvent = ['03-02 11:40', 'MeasureRecorded'];
    expect(names(...accepted, raised, measured, reply('03-02 12:00'))).toEqual([]);
    expect(names(...accepted, raised, measured, ['03-02 12:00', 'ResultAccepted', {}])).toEqual([
      'skipped-result',
      'skipped-approval',
    ]);
  });

  test('does not excuse a missing check by a policy that asks for none elsewhere', () => {
    expect(names(...accepted, ['03-04 10:00', 'ResultSubmitted', { ...quality, publishable: true }], reply('03-05 10:00'))).toEqual(['skipped-approval', 'skipped-check']); // prettier-ignore
    const unchecked: SpecEvent = ['03-04 14:00', 'PartApproved', { ...quality, unchecked: true }];
    expect(names(...accepted, ['03-04 10:00', 'ResultSubmitted', { ...quality, publishable: true }], unchecked, reply('03-05 10:00'))).toEqual([]); // prettier-ignore
  });

  test('of another system’s log is that of the steps which its activities stand for', () => {
    const did = (time: string, activity: string, step?: string): SpecEvent => [time, 'ActivityImported', { activity, details: {}, ...(step === undefined ? {} : { step }) }]; // prettier-ignore
    const course = courseOf(registered, did('03-02 10:00', 'Assigned', 'TicketRouted'), did('03-02 10:30', 'Coffee'), did('03-02 11:00', 'Resolved', 'ResultSubmitted'), closed()); // prettier-ignore
    expect(course.all.map(({ name }) => name)).toEqual(['acceptance', 'approval', 'check', 'reply'].map((step) => `skipped-${step}`).concat('closed-without-survey')); // prettier-ignore
  });
});

describe('what is owed', () => {
  const granted: SpecEvent = ['03-03 10:00', 'ExtensionGranted', { ...quality, by: '2026-03-20T10:00:00Z' }];
  const told = (toldCaller: boolean): SpecEvent => ['03-03 11:00', 'ProgressRecorded', { ...quality, toldCaller }];
  const breached = (clock: string): SpecEvent => ['03-03 12:00', 'DeadlineBreached', { clock, ...quality } as never];
  const rest = [...checked.slice(accepted.length), reply('03-05 10:00')];

  test.each<[string, readonly SpecEvent[], readonly string[]]>([
    ['the caller is told of an extension', [...accepted, granted, told(true), ...rest], []],
    ['nobody tells the caller of an extension', [...accepted, granted, told(false), ...rest], ['caller-not-told-of-extension']],
    ['the caller hears nothing halfway', [...accepted, breached('interim-feedback'), ...rest], ['caller-not-told-halfway']],
    ['nobody explains a delay', [...accepted, breached('resolve'), ...rest], ['delay-not-explained']],
    ['a delay is explained', [...accepted, breached('resolve'), ['03-03 13:00', 'DelayExplained', { channel: 'phone' }], ...rest], []],
    ['nobody reports that it is late', [...accepted, breached('handle'), ...rest], ['overdue-not-reported']],
    ['it was reported before it was late', [...accepted, ['03-03 09:00', 'OverdueReported', quality], breached('handle'), ...rest], []],
    ['it is reported afterwards', [...accepted, breached('handle'), ['03-03 13:00', 'OverdueReported', quality], ...rest], []],
    ['an urge is not acknowledged', [...accepted, ['03-03 10:00', 'UrgencyRaised'], ['03-03 10:00', 'MeasureRecorded'], ['03-03 10:00', 'TicketUrged', quality], reply('03-03 11:00')], ['urge-not-acknowledged']],
    ['no measures were taken', [...accepted, ['03-03 10:00', 'UrgencyRaised'], reply('03-03 11:00')], ['urgent-without-measures']],
    ['a survey was not even tried', [...replied, closed()], ['closed-without-survey']],
    ['it is opened again', [...replied, surveyed, closed(), ['03-08 10:00', 'TicketReopened']], ['reopened-after-closing']],
    ['supervision is not answered', [...accepted, ['03-03 10:00', 'SupervisionOrdered', { ...quality, reportBy: '2026-03-09T10:00:00Z' }], ...rest, surveyed, closed()], ['supervision-not-answered']],
    ['a commitment is not followed up', [...accepted, ['03-03 10:00', 'CommittedInPrinciple', { ...quality, rule: 'r', followUpOn: '2026-03-20T10:00:00Z' }], ...rest, surveyed, closed()], ['commitment-not-followed-up']],
    ['nobody explains an urgent decision', [...accepted, ['03-03 10:00', 'UrgencyRaised'], ['03-03 10:00', 'MeasureRecorded'], ...rest, surveyed, closed()], ['urgent-decision-not-explained']],
  ])('where %s', (_what, steps, expected) => {
    expect(courseOf(...steps).all).toEqual(expected.map((name) => expect.objectContaining({ way: 'owed', name, department: 'quality' })));
  }); // prettier-ignore

  test('has a name of its own and a row of the requirements', () => {
    const rules = [...debts, ...checks, ...Object.values(requiredSteps)];
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
    for (const { source } of rules) expect(source).toMatch(/^R\d{1,2}(\.\d)?$/);
  });
});

test('an event that is no step of the process leaves the course as it is', () => {
  const course = courseOf(...routed);
  expect(courseOf(...routed, ['03-02 10:30', 'DeadlineWarned'])).toEqual(course);
});
