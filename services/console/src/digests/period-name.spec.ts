import { expect, test } from '@jest/globals';
import dayjs from 'dayjs';
import { periodName } from './period-name.ts';

test.each([
  ['week', '2026-03-02', '2026-W10'],
  ['week', '2026-03-08', '2026-W10'],
  ['week', '2025-12-29', '2026-W01'],
  ['week', '2027-01-03', '2026-W53'],
  ['month', '2026-03-31', '2026-03'],
] as const)('the %s of %s is %s', (kind, day, name) => expect(periodName(kind, dayjs(day))).toBe(name));
