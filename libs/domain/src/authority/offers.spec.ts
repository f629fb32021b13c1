import { expect, test } from '@jest/globals';
import { offersFor } from './offers.js';
import { mayCommand, roles } from './roles.js';

test.each([
  ['agent', ['register']],
  ['team-leader', ['register']],
  ['coordinator', ['register', 'review', 'supervision']],
  ['handler', []],
  ['manager', ['review']],
  ['leader', ['supervision', 'executive']],
  ['chairman', ['supervision', 'executive']],
  ['auditor', ['supervision']],
  ['administrator', ['administration']],
  ['inspector', []],
  ['editor', []],
] as const)('%s is offered %j', (role, areas) => expect(offersFor([role]).areas).toEqual(areas));

test.each(roles)('what %s is offered to do is not refused for their role', (role) => {
  const { commands } = offersFor([role]);
  expect(commands.filter((command) => !mayCommand([role], command))).toEqual([]);
});

test('roles come with those they imply', () => expect(offersFor(['manager']).holds).toEqual(['manager', 'handler']));

test('the roles of callers and visitors offer no page', () => {
  for (const role of ['caller', 'visitor', 'system'])
    expect(offersFor([role]).areas.filter((area) => area !== 'register')).toEqual([]);
});
