import { expect, test } from '@jest/globals';
import { erased } from '@ledgerline/kernel';
import { personalDataIn } from './personal-data.js';
import type { Ticket } from './ticket.js';

const ticket = {
  caller: { name: '王丽', phone: '138 0013 8000', email: 'wang@example.org' },
  location: { address: '人民路1号' },
  aboutPerson: '赵某某',
} as unknown as Ticket;

test.each<[string, readonly string[]]>([
  ['批次问题已解决，热线 400-800-1234，2026年3月2日起免费更换。', []],
  ['感谢王丽女士', ['name']],
  ['电话 １３８－００１３－８０００', ['phone', 'mobile-number']],
  ['写信到 Wang@Example.org', ['email']],
  ['人民路1号的用户', ['address']],
  ['赵某某已被批评', ['about-person']],
  ['另一位 139 1111 2222 的用户', ['mobile-number']],
  ['证件 11010519491231002X', ['identity-card']],
  ['订单 202603021234567', []],
])('%s: %j', (text, found) => expect(personalDataIn(text, ticket)).toEqual(found));

test('of an erased caller nothing is known, numbers are still found', () => {
  const gone = { ...ticket, caller: erased, location: erased, aboutPerson: erased } as unknown as Ticket;
  expect(personalDataIn('王丽 13900001111', gone)).toEqual(['mobile-number']);
});
