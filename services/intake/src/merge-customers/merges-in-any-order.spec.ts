import { expect, test } from '@jest/globals';
import { isCustomer, isFamilyRestricted, type Customer } from '@ledgerline/domain';
import { specTime } from '@ledgerline/kernel/contracts';
import fc from 'fast-check';
import { customersInMemory, phoneOf } from './merges-in-any-order.js';
import type { Families } from './merge-customers.decision.js';

const ids = ['a', 'b', 'c', 'd'] as const;
const one = fc.constantFrom(...ids);

type Step =
  | { readonly is: 'contact'; readonly of: string; readonly name?: string | undefined; readonly email?: string | undefined }
  | { readonly is: 'restrict'; readonly of: string; readonly reason: string }
  /** What is read of both, before it is decided: others come in between. */
  | { readonly is: 'look'; readonly of: string; readonly into: string }
  | { readonly is: 'merge' }
  | { readonly is: 'unmerge'; readonly of: string }
  | { readonly is: 'follow'; readonly isRepeated: boolean };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    is: fc.constant('contact' as const),
    of: one,
    name: fc.option(fc.constantFrom('王丽', '李强'), { nil: undefined }),
    email: fc.option(fc.constantFrom('w@example.org', 'l@example.org'), { nil: undefined }),
  }),
  fc.record({ is: fc.constant('restrict' as const), of: one, reason: fc.constantFrom('x', 'y') }),
  { weight: 3, arbitrary: fc.record({ is: fc.constant('look' as const), of: one, into: one }) },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('merge' as const) }) },
  fc.record({ is: fc.constant('unmerge' as const), of: one }),
  fc.record({ is: fc.constant('follow' as const), isRepeated: fc.boolean() }),
);

async function after(steps: readonly Step[], isMerging: boolean) {
  const world = customersInMemory();
  for (const id of ids) world.contact(id);
  const looks: { readonly of: string; readonly into: string; readonly families: Families }[] = [];
  for (const next of steps) {
    if (next.is === 'contact') world.contact(next.of, next.name, next.email);
    else if (next.is === 'restrict') world.restrict(next.of, next.reason);
    else if (!isMerging) continue;
    else if (next.is === 'look') looks.push({ ...next, families: await world.familiesOf(next.of, next.into) });
    else if (next.is === 'unmerge') world.unmerge(next.of);
    else if (next.is === 'follow') world.follow(next.isRepeated);
    else {
      const look = looks.shift();
      if (look) world.merge(look.of, look.families, look.into);
    }
  }
  while (world.follow());
  return world;
}

test('whatever is merged and unmerged in whatever order, in the end each has what they would have without it, and what came in between', () =>
  fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
      const [merged, never] = [await after(steps, true), await after(steps, false)];
      for (const id of ids) merged.unmerge(id);
      while (merged.follow());
      for (const id of ids) expect(merged.stateOf(id)).toEqual(never.stateOf(id));
    }),
    { numRuns: 300 },
  ));

test('however it is merged, each is seen in one family, which has what its members have: no circle, nobody lost, no restriction lifted', () =>
  fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
      const world = await after(steps, true);
      const families = await Promise.all(ids.map((id) => world.familyOf(id)));
      for (const [place, family] of families.entries()) {
        if (family === undefined) throw new Error('nobody there');
        const names = family.members.map(({ id }) => id);
        expect(names).toContain(ids[place]);
        expect(names[0]).toBe(family.survivor.id);
        expect(family.survivor.customer.mergedInto).toBeUndefined();
        for (const { id, customer } of family.members) {
          expect(families[ids.indexOf(id as never)]?.survivor.id).toBe(family.survivor.id);
          expect(customer).toEqual(world.stateOf(id));
          expect(customer.identities).toContainEqual(phoneOf(id));
          for (const child of customer.merged ?? [])
            expect((world.stateOf(child.customer) as Customer).mergedInto).toMatchObject({ into: id, merge: child.merge });
        }
        const restricted = ids.filter((id) => names.includes(id) && isRestrictedBy(world.stateOf(id)));
        expect(isFamilyRestricted(family, specTime)).toBe(restricted.length > 0);
      }
    }),
    { numRuns: 300 },
  ));

test('two who are merged into each other at the same moment are one, or on their own again: never in a circle', async () => {
  const world = customersInMemory();
  for (const id of ids) world.contact(id);
  const [there, back] = [await world.familiesOf('a', 'b'), await world.familiesOf('b', 'a')];
  world.merge('a', there, 'b');
  world.merge('b', back, 'a');
  expect((await world.familyOf('a'))?.members).toHaveLength(2);
  while (world.follow());
  expect((await world.familyOf('a'))?.members.map(({ id }) => id)).toEqual(['a']);
  expect((await world.familyOf('b'))?.members.map(({ id }) => id)).toEqual(['b']);
});

function isRestrictedBy(customer: unknown): boolean {
  return isCustomer(customer as Customer) && (customer as Customer).restriction !== undefined;
}
