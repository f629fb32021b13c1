import { expect, test } from '@jest/globals';
import { parseReport } from './parse-report.js';
import type { Report } from './report.js';

const report = { time: 'at', columns: { kind: 'kind' } } as unknown as Report;
const read = (from: string) => parseReport(report, { from }, 'Asia/Shanghai');
const midnight = { from: Date.UTC(2026, 9, 31, 16), group: [], where: {} };

test.each(['2026-11-01', '2026-11-01T00:00:00+08:00', '2026-11-01T00:00:00 08:00', '2026-10-31T16:00:00Z'])(
  'a period that begins at %s, its plus escaped or not',
  (from) => expect(read(from)).toEqual(midnight),
);

test.each(['', 'yesterday', '2026-02-30', '2026-11-01T00:00:00', '2026-11-01T00:00:00 0800'])('%s begins none', (from) => {
  expect(read(from)).toEqual({ errors: [{ pointer: '/from', detail: 'is an RFC 3339 time or a date' }] });
});
