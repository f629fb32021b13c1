import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { RecordedEvent } from '@ledgerline/kernel';
import { clockFact } from '../clock-fact/clock-fact.js';
import { packBook, unpackBook, type Words } from '../clock-fact/compact-book.js';
import { clockNames, clocksThatHold, type ClockRule, type Policy } from '../policy/policy.js';
import { documentOf, historyOf, policyOf, specCalendar, specInstant, specRulebook, type SpecEvent } from './clock-history.js';
import { clocksOfTicket } from './clocks-of-ticket.js';
import { clockBook } from './keep-clock-book.js';
import { bookTold } from './keep-told.js';
import { nextDeadlines, openDeadlines } from './open-deadlines.js';
import { rulebookOf } from './rulebook.js';
import { SameClocks } from './same-clocks.js';
import { stepId } from './timed-step.js';

const departments = ['quality', 'after-sales', 'logistics'];
const facts = { complaint: { kind: 'complaint', item: 'fault' } } as const;

/** Whatever is recorded in whatever order: the book does not ask whether a decision would have allowed it. */
const happening: fc.Arbitrary<readonly [SpecEvent[1], object?]> = fc.constantFrom(...departments).chain((department) => {
  const other = departments.find((one) => one !== department) as string;
  return fc.constantFrom<readonly [SpecEvent[1], object?]>(
    ['TicketRouted', { lead: department, coHandling: [other], by: 'person' }],
    ['TicketRouted', { lead: department, coHandling: [], by: 'table', noticeToCaller: 'n' }],
    ['PartAccepted', { department }],
    ['ReturnRequested', { department }],
    ['ReturnGranted', { department }],
    ['ReturnRefused', { department }],
    ['DepartmentReleased', { department }],
    ['PutOnHold', { department, reason: 'third-party' }],
    ['PutOnHold', { reason: 'awaiting-caller' }],
    ['HoldEnded', { department }],
    ['HoldEnded'],
    ['InformationRequested', { department }],
    ['InformationReceived'],
    ['ExtensionRequested', { department, by: '2026-03-20T10:00:00Z' }],
    ['ExtensionGranted', { department, by: '2026-03-20T10:00:00Z' }],
    ['ReportSubmitted', { department }],
    ['ResultSubmitted', { department, publishable: true }],
    ['PartApproved', { department }],
    ['PartSentBack', { department }],
    ['ResultAccepted'],
    ['ResultRejected'],
    ['ReplyGiven', { channel: 'phone' }],
    ['ReworkOrdered', { department }],
    ['TicketUrged', { department }],
    ['UrgeAcknowledged', { department }],
    ['TicketReclassified', { ...facts.complaint, level: 'important' }],
    ['TicketReclassified', { ...facts.complaint, level: 'urgent' }],
    ['TicketReclassified', { ...facts.complaint, level: 'general' }],
    ['MessageAdded', { from: 'caller' }],
    ['UrgencyRaised'],
    ['UrgencyLowered', { level: 'general' }],
    ['MeasureRecorded'],
    ['UrgencyAcknowledged'],
    ['DecisionRecorded'],
    ['DecisionHandedDown', { departments: [department] }],
    ['DecisionExplained'],
    ['CommittedInPrinciple', { department, followUpOn: '2026-03-20T10:00:00Z' }],
    ['FollowedUp'],
    ['SupervisionOrdered', { department, reportBy: '2026-03-20T10:00:00Z' }],
    ['SupervisionAnswered', { department }],
    ['ContactAttempted', { purpose: 'survey' }],
    ['SurveyRecorded'],
    ['AttachedToEvent', { event: 'p' }],
    ['DetachedFromEvent'],
    ['TicketClosed', { code: 'resolved' }],
    ['TicketReopened'],
    ['TicketWithdrawn'],
  );
});
const minutes = fc.integer({ min: 1, max: 900 });
const upTo = (maxLength: number): fc.Arbitrary<readonly RecordedEvent[]> =>
  fc.array(fc.tuple(minutes, happening), { minLength: maxLength / 2, maxLength }).map((steps) => {
    let at = specInstant('03-02 09:30');
    const [first] = historyOf(['03-02 09:30', 'TicketRegistered']) as [RecordedEvent];
    const later = steps.map(([pause, [type, data = {}]], place): RecordedEvent => {
      at += pause * 60_000;
      const time = Temporal.Instant.fromEpochMilliseconds(at).toString({ fractionalSecondDigits: 3 });
      return {
        ...first,
        id: `spec.${place + 2}`,
        version: place + 2,
        type,
        data: { person: 'p', ...data },
        meta: { ...first.meta, at: time, recordedAt: time },
      };
    });
    return [first, ...later];
  });

const histories = upTo(40);

const everyClock = (calendar: string): readonly ClockRule[] =>
  clockNames.map((clock, place) => ({
    clock,
    within: clock === 'interim-feedback' ? { of: 'handle', fraction: 0.5 } : place % 2 === 0 ? 'PT5H' : 'P2D',
    calendar: clock.endsWith('-urgent') ? 'elapsed' : calendar,
    warnAt: [0.5],
    ...(clocksThatHold.includes(clock) ? { holds: ['awaiting-caller', 'third-party'] as const } : {}),
    escalate: [{ after: 'PT0S', to: 'manager' }],
  }));
const books = ['default', 'elapsed'].map((calendar) => specRulebook(policyOf(everyClock(calendar))));
const end = (events: readonly RecordedEvent[]) =>
  Temporal.Instant.from((events.at(-1) as RecordedEvent).meta.at).epochMilliseconds;
const options = { numRuns: 150, seed: 20_260_302 };

describe('clocks, whatever happens to a ticket', () => {
  test('are the same when folded again, and each event has an instance of its own at most once', () => {
    fc.assert(
      fc.property(histories, fc.constantFrom(...books), (events, book) => {
        const asOf = end(events) + 3_600_000;
        const first = clocksOfTicket(events, book, asOf);
        expect(clocksOfTicket(events, book, asOf)).toEqual(first);
        const instances = first.clocks.map(({ instance }) => instance);
        expect(new Set(instances).size).toBe(instances.length);
      }),
      options,
    );
  });

  test('have at most one open of a kind for an assignment; ended ones end after they start', () => {
    fc.assert(
      fc.property(histories, (events) => {
        const { runs } = clockBook(events);
        const single = ['first-response', 'dispatch', 'accept', 'return-request', 'handle', 'interim-feedback', 'check', 'reply'];
        const open = runs
          .filter(({ end: ended, clock }) => ended === undefined && single.includes(clock))
          .map(({ clock, assignment }) => `${clock} ${assignment}`);
        expect(new Set(open).size).toBe(open.length);
        for (const run of runs) expect(run.end?.at ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(run.startedAt);
      }),
      options,
    );
  });

  test('a verdict recorded stays, whatever comes after', () => {
    fc.assert(
      fc.property(histories, fc.constantFrom(...books), (events, book) => {
        const shorter = events.slice(0, Math.ceil(events.length / 2));
        const then = clocksOfTicket(shorter, book, end(shorter)).clocks;
        const now = new Map(clocksOfTicket(events, book, end(events)).clocks.map((clock) => [clock.instance, clock]));
        for (const clock of then.filter(({ state }) => state === 'met' || state === 'cancelled'))
          expect(now.get(clock.instance)).toEqual(clock);
      }),
      options,
    );
  });

  test('time only passes: what was worked grows, and a due time never falls', () => {
    fc.assert(
      fc.property(histories, fc.constantFrom(...books), fc.integer({ min: 0, max: 20_000 }), (events, book, later) => {
        const asOf = end(events);
        const now = clocksOfTicket(events, book, asOf).clocks;
        const then = new Map(clocksOfTicket(events, book, asOf + later * 60_000).clocks.map((clock) => [clock.instance, clock]));
        for (const clock of now) {
          const after = then.get(clock.instance);
          expect(after?.workedSeconds).toBeGreaterThanOrEqual(clock.workedSeconds);
          expect(Date.parse(after?.due ?? '')).toBeGreaterThanOrEqual(Date.parse(clock.due ?? ''));
        }
      }),
      options,
    );
  });

  test('while nothing happens, what is due stays due', () => {
    fc.assert(
      fc.property(histories, fc.constantFrom(...books), fc.integer({ min: 0, max: 20_000 }), (events, book, later) => {
        const clocks = clockBook(events);
        const due = (asOf: number) => openDeadlines(clocks, book, asOf).steps.filter(({ at }) => at <= asOf);
        const [first, second] = [end(events) + 3_600_000, end(events) + 3_600_000 + later * 1_000];
        expect(due(second)).toEqual(expect.arrayContaining(due(first)));
      }),
      options,
    );
  });

  test('when the next thing comes is known without working out the others, whatever was told', () => {
    fc.assert(
      fc.property(histories, fc.constantFrom(...books), fc.nat(4), fc.nat(20_000), (events, book, told, later) => {
        const asOf = end(events) + later * 60_000;
        let clocks = clockBook(events);
        for (let count = 0; count < told; count += 1) {
          const [step] = openDeadlines(clocks, book, asOf).steps;
          if (step !== undefined) clocks = bookTold(clocks, stepId(step));
        }
        const { clocks: open, steps } = openDeadlines(clocks, book, asOf);
        expect(nextDeadlines(clocks, book, asOf)).toEqual({ clocks: open, next: steps[0]?.at });
      }),
      options,
    );
  });

  test('the parts of the time by holder add up to the whole', () => {
    fc.assert(
      fc.property(histories, fc.constantFrom(...books), (events, book) => {
        for (const { parts, whole } of clocksOfTicket(events, book, end(events) + 7_200_000).holders) {
          expect(parts.reduce((sum, part) => sum + part.workingSeconds, 0)).toBeCloseTo(whole.workingSeconds, 3);
          expect(parts.reduce((sum, part) => sum + part.elapsedSeconds, 0)).toBeCloseTo(whole.elapsedSeconds, 3);
        }
      }),
      options,
    );
  });

  test('facts of clocks say what the explained clocks say', () => {
    fc.assert(
      fc.property(histories, fc.constantFrom(...books), (events, rulebook) => {
        const [asOf, book] = [end(events) + 3_600_000, clockBook(events)];
        const facts = book.runs.flatMap((run) => clockFact(run, asOf, { book, rulebook }) ?? []);
        const told = clocksOfTicket(events, rulebook, asOf).clocks;
        expect(facts.map(({ run, spent }) => [run.instance, spent.workingSeconds])).toEqual(
          told.map(({ instance, workedSeconds }) => [instance, workedSeconds]),
        );
        for (const [place, { due, outcome, late }] of facts.entries()) {
          expect(due).toBe(told[place]?.due ? Temporal.Instant.from(told[place].due).epochMilliseconds : undefined);
          expect(late === undefined).toBe(!['late', 'breached', 'cancelled-late'].includes(outcome));
          expect(told[place]?.verdict?.verdict ?? told[place]?.state).toBe(outcome.replace('-late', ''));
        }
      }),
      options,
    );
  });

  test('a book packed and unpacked is judged as the whole one, by whatever policy', () => {
    fc.assert(
      fc.property(histories, fc.constantFrom(...books), (events, rulebook) => {
        const [asOf, book] = [end(events) + 3_600_000, clockBook(events)];
        const outcomes = book.runs.map((run) => clockFact(run, asOf, { book, rulebook })?.outcome);
        const words = numberedWords();
        const kept = unpackBook(packBook({ book, outcomes }, words), words);
        expect(kept.outcomes).toEqual(outcomes);
        expect(kept.book.runs).toEqual(book.runs);
        for (const [place, run] of kept.book.runs.entries()) {
          const [again, whole] = [
            clockFact(run, asOf, { book: kept.book, rulebook }),
            clockFact(book.runs[place] as typeof run, asOf, { book, rulebook }),
          ];
          expect(again).toEqual(whole);
        }
      }),
      options,
    );
  });

  test('what is kept of a policy between clocks changes nothing: each judged by documents of its own comes out the same', () => {
    const fresh = () => rulebookOf([documentsOf(policyOf(everyClock('default')))], structuredClone(calendars));
    const shared = fresh();
    fc.assert(
      fc.property(histories, (events) => {
        const [asOf, book] = [end(events) + 3_600_000, clockBook(events)];
        for (const run of book.runs.filter((_, place) => place % 7 === 0))
          expect(clockFact(run, asOf, { book, rulebook: shared })).toEqual(clockFact(run, asOf, { book, rulebook: fresh() }));
      }),
      { ...options, numRuns: 40 },
    );
  });

  test('those that two rulebooks are said to judge alike come out the same by both', () => {
    const [body, one] = [policyOf(everyClock('default')), specRulebook(policyOf(everyClock('default')))];
    const reached = new Set<string>();
    fc.assert(
      fc.property(histories, changes, (events, { clock, within, day }) => {
        const clocks = body.clocks.map((rule) => (rule.clock === clock ? { ...rule, ...(within === undefined ? {} : { within }) } : rule));
        const calendar = day === undefined ? specCalendar : { ...specCalendar, holidays: [day] };
        const other = rulebookOf([documentsOf({ ...body, clocks })], new Map([['default', versionsOf('default', 'calendar', calendar)]]));
        const [asOf, book] = [end(events) + 3_600_000, clockBook(events)];
        const comesOutTheSame = new SameClocks(one, other).of(book);
        for (const run of book.runs) {
          const [first, second] = [one, other].map((rulebook) => clockFact(run, asOf, { book, rulebook }));
          reached.add(`${run.clock} ${comesOutTheSame(run)}`);
          if (comesOutTheSame(run)) expect(second).toEqual({ ...first, policy: second?.policy });
        }
      }),
      options,
    );
    expect(reached).toContain('accept true');
    expect(reached).toContain('handle false');
    expect(reached).toContain('resolve false');
    expect(reached).toContain('interim-feedback false');
  }); // prettier-ignore

  test('all are reached but the return call, which is a contact’s', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(upTo(250), (events) => void clockBook(events).runs.forEach(({ clock }) => reached.add(clock))),
      options,
    );
    expect(clockNames.filter((clock) => !reached.has(clock))).toEqual(['return-call']);
  });
});

/** Another limit of one clock, another calendar, or neither. */
const changes = fc.record({
  clock: fc.constantFrom(...clockNames),
  within: fc.constantFrom(undefined, 'PT2H', 'P1D'),
  day: fc.constantFrom(undefined, undefined, '2026-03-04'),
});

function versionsOf(code: string, type: 'policy' | 'calendar', body: unknown) {
  return documentOf(code, type, ['2025-12-31T16:00:00Z', '2025-12-01T00:00:00Z', body]);
}

function documentsOf(policy: Policy) {
  return versionsOf('company', 'policy', policy);
}

const calendars = new Map([['default', versionsOf('default', 'calendar', specCalendar)]]);

function numberedWords(): Words {
  const words: string[] = [];
  return {
    numberOf: (word) => (words.includes(word) ? words.indexOf(word) : words.push(word) - 1),
    wordOf: (number) => words[number] as string,
  };
}
