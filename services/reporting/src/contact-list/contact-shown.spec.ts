import { expect, test } from '@jest/globals';
import type { Principal } from '@ledgerline/contracts';
import type { CallTransfer } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { transfersShown } from './contact-shown.js';

const at = '2026-03-02T02:00:00.000Z';
const transfer = (number: number, ticket?: string): CallTransfer => ({
  ...{ number, by: 'zhang', to: 'wang', state: 'accepted', offeredAt: at, at },
  ...(ticket === undefined ? {} : { ticket }),
});
const transfers = [transfer(1, 'open'), transfer(2, 'secret'), transfer(3, 'not-listed-yet'), transfer(4)];
const tickets = new Map(
  [['open', false] as const, ['secret', true] as const].map(([id, confidential]) => [
    id,
    { document: { confidential, parts: [] } },
  ]),
);
const ledgerline = { live: () => Promise.resolve({ getMany: () => Promise.resolve(tickets) }) } as unknown as Ledgerline;
const who = (...roles: readonly string[]): Principal => ({ kind: 'person', id: 'somebody', roles, departments: [] });
const told = async (principal: Principal) => (await transfersShown(transfers, principal, ledgerline)).map(({ ticket }) => ticket);

test('to whom a call was handed over everybody sees who sees it, the ticket that opened there whoever sees that one', async () => {
  expect(await told(who('agent'))).toEqual(['open', undefined, undefined, undefined]);
  expect(await told(who('coordinator'))).toEqual(['open', 'secret', 'not-listed-yet', undefined]);
  expect((await transfersShown(transfers, who('agent'), ledgerline))[1]).toEqual(transfer(2));
});
