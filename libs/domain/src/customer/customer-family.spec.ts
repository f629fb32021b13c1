import { expect, test } from '@jest/globals';
import type { StreamName } from '@ledgerline/kernel';
import { familyOf } from './customer-family.js';

const customer = { person: 'key', identities: [], knownSince: '' };
const streams: Readonly<Record<StreamName, unknown>> = {
  'customer.top': { ...customer, merged: [{ customer: 'left', merge: 2 }, { customer: 'right', merge: 2 }] },
  'customer.left': { ...customer, mergedInto: { into: 'top', merge: 2 }, merged: [{ customer: 'low', merge: 2 }] },
  'customer.right': { ...customer, mergedInto: { into: 'top', merge: 2 } },
  'customer.low': { ...customer, mergedInto: { into: 'left', merge: 2 } },
}; // prettier-ignore

test('who was unmerged is in the family no more, though the survivor has not been told yet', async () => {
  const unmerged: typeof streams = { ...streams, 'customer.right': customer };
  const current = (stream: StreamName) => Promise.resolve({ state: unmerged[stream], version: 1 });
  const family = await familyOf('top', { current } as never);
  expect(family?.members.map(({ id }) => id)).toEqual(['top', 'left', 'low']);
});

test.each(['top', 'low'])('a family is looked at from %s with one read of each who is in it, the survivor first', async (id) => {
  const read: string[] = [];
  const current = (stream: StreamName) => {
    read.push(stream);
    return Promise.resolve({ state: streams[stream], version: 1 });
  };
  const family = await familyOf(id, { current } as never);
  expect(family?.members[0]?.id).toBe('top');
  expect(family?.survivor.id).toBe('top');
  expect(read.toSorted()).toEqual(Object.keys(streams).toSorted());
});
