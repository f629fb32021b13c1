import { expect, test } from '@jest/globals';
import { nextStep } from './probation-steps.js';
import type { Probation } from './probation.js';

const probation: Probation = {
  person: 'p',
  name: '李雷',
  department: 'quality',
  post: 'clerk',
  reportsOn: '2026-03-02',
  contract: { term: 'open-ended', startsOn: '2026-03-02' },
  months: 3,
  lastDay: '2026-06-01',
  timeZone: 'Asia/Shanghai',
  reminders: { days: [14, 0], at: '09:00' },
  rule: { code: 'default', draft: 1 },
  roster: 'default',
  pay: { regular: 800_000, probation: 800_000 },
  payShownToManagers: false,
  overrides: [],
  status: 'on-probation',
  begunAt: '2026-03-02T01:00:00.000Z',
  begunBy: 'h1',
  updatedAt: '2026-03-02T01:00:00.000Z',
  requests: [],
  reminded: [],
  payChanges: [],
  bonuses: [],
  leaves: [],
  documents: [],
  formalities: [],
  reviews: [],
};
const told = (days: number) => ({ lastDay: '2026-06-01', days });

test('reminders come before the last day, each once; when it has passed the employee is regular', () => {
  const first = nextStep(probation);
  expect(first).toEqual({ step: 'remind', at: '2026-05-18T01:00:00.000Z', lastDay: '2026-06-01', days: 14 });
  const second = nextStep({ ...probation, reminded: [told(14)] });
  expect(second).toMatchObject({ step: 'remind', at: '2026-06-01T01:00:00.000Z', days: 0 });
  const last = nextStep({ ...probation, reminded: [told(14), told(0)] });
  expect(last).toEqual({ step: 'make-regular', at: '2026-06-01T16:00:00.000Z', lastDay: '2026-06-01' });
});

test('a reminder that lay before the beginning never comes, and another last day is told of anew', () => {
  expect(nextStep({ ...probation, begunAt: '2026-05-20T01:00:00.000Z' })).toMatchObject({ days: 0 });
  const extended = nextStep({ ...probation, lastDay: '2026-07-01', reminded: [told(14), told(0)] });
  expect(extended).toMatchObject({ step: 'remind', days: 14, at: '2026-06-17T01:00:00.000Z' });
});

test.each(['regular', 'ended', 'annulled'] as const)('nothing comes of one that is %s', (status) => {
  expect(nextStep({ ...probation, status })).toBeUndefined();
});

test('where clocks change the day is the local one', () => {
  const berlin = {
    ...probation,
    timeZone: 'Europe/Berlin',
    lastDay: '2026-03-29',
    reminded: [{ lastDay: '2026-03-29', days: 14 }],
  };
  expect(nextStep(berlin)).toMatchObject({ at: '2026-03-29T07:00:00.000Z' });
});
