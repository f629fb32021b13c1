import { describe, expect, test } from '@jest/globals';
import { recorded } from '@ledgerline/kernel/contracts';
import { digestFold, digestRoundsFold, seesAsMuch, type DigestEvent } from './digest.js';

const rights = (roles: readonly string[], ...departments: readonly string[]) => ({ roles, departments });
const manager = rights(['manager'], 'quality');

describe('whoever sees less than then', () => {
  test.each([
    ['the same', manager, true],
    ['another department more', rights(['manager'], 'quality', 'sales'), true],
    ['every department', rights(['manager'], '*'), true],
    ['an executive who was a manager', rights(['leader']), true],
    ['another department instead', rights(['manager'], 'sales'), false],
    ['no manager any more', rights(['handler'], 'quality'), false],
    ['an administrator, who sees nothing confidential', rights(['administrator']), false],
    ['nothing', rights([]), false],
  ])('of a manager’s digest, %s: %#', (_, now, sees) => expect(seesAsMuch(now, manager)).toBe(sees));

  test.each([
    ['coordinator', ['coordinator'], true],
    ['agent, who does not see what is confidential', ['agent'], false],
    ['auditor', ['auditor'], true],
    ['manager', ['manager'], false],
  ])('of an executive’s, a %s', (_, roles, sees) => expect(seesAsMuch(rights(roles, 'quality'), rights(['leader']))).toBe(sees));
});

test('a digest is what was delivered first; a schedule remembers the latest period', () => {
  const period = (to: string) => ({ name: 'x', from: to, to });
  const sent = (to: string) => ({ type: 'DigestsSent', data: { schedule: 's', period: period(to), digests: [] } }) as DigestEvent;
  const events = recorded([sent('2026-03-09T00:00:00.000Z'), sent('2026-03-02T00:00:00.000Z')] as never);
  expect(events.reduce(digestRoundsFold.evolve, undefined)).toEqual({ through: '2026-03-09T00:00:00.000Z' });
  expect(events.reduce(digestFold.evolve, undefined)).toBeUndefined();
});
