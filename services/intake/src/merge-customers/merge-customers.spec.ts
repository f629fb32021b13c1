import { describe, expect, test } from '@jest/globals';
import { customerFold, mostInFamily, type CustomerEvent, type CustomerFamily, type FamilyMember } from '@ledgerline/domain';
import { erased, type DomainEvent, type Rejection } from '@ledgerline/kernel';
import { actorOf, given } from '@ledgerline/kernel/contracts';
import { dismissLikeness, mergeCustomer, unmergeCustomer } from './merge-customers.decision.js';
import { noteMerge, releaseMerge, undoMerge } from './note-merge.decision.js';

const coordinator = actorOf(['coordinator'], ['call-centre'], 'coord');
const reason = '同一人';
const registered: CustomerEvent = {
  type: 'CustomerRegistered',
  data: { person: 'key', identities: [{ kind: 'phone', value: '+8613800138000' }] },
};
const merged: CustomerEvent = { type: 'CustomerMerged', data: { person: 'key', into: 'other', reason } };
const noted: CustomerEvent = { type: 'MergedCustomerNoted', data: { customer: 'other', merge: 2 } };
const linked: CustomerEvent = { type: 'CustomerLinked', data: { to: 'elsewhere' } };

const on = (...history: readonly CustomerEvent[]) => given(customerFold, ...history);
const member = (id: string, ...history: readonly CustomerEvent[]): FamilyMember =>
  ({ id, version: 1, customer: on(...history).state }) as FamilyMember;
const family = (id: string, others = 0): CustomerFamily => {
  const survivor = member(id, registered);
  return { survivor, members: [survivor, ...Array.from({ length: others }, (_, n) => member(`${id}${n}`, registered))] };
};
const [own, other] = [family('self'), family('other')];
const nobody = {
  survivor: member('x', { ...registered, data: { ...registered.data, identities: erased } } as never),
  members: [],
};
const merging = { into: 'other', reason };
const dismissing = { other: 'other', reason };

const outcome = (decided: readonly DomainEvent[] | Rejection) =>
  Array.isArray(decided) ? decided.map(({ type }) => type).join(' ') : (decided as Rejection).rejection;

describe('a customer', () => {
  test.each<[string, string, () => readonly DomainEvent[] | Rejection]>([
    ['is merged into another', 'CustomerMerged', () => on(registered).when(mergeCustomer({ own, other }), merging, coordinator)],
    [
      'who is there',
      'unknown-customer',
      () => on(registered).when(mergeCustomer({ own, other: undefined }), merging, coordinator),
    ],
    ['and not the same', 'same-customer', () => on(registered).when(mergeCustomer({ own, other: own }), merging, coordinator)],
    [
      'into one at a time',
      'customer-is-merged',
      () => on(registered, merged).when(mergeCustomer({ own, other }), merging, coordinator),
    ],
    ['as a customer', 'identity-is-linked', () => on(linked).when(mergeCustomer({ own, other }), merging, coordinator)],
    ['who is known', 'customer-not-found', () => on().when(mergeCustomer({ own, other }), merging, coordinator)],
    [
      'and of whom something is known',
      'customer-erased',
      () => on(registered).when(mergeCustomer({ own, other: nobody }), merging, coordinator),
    ],
    [
      'with so many others',
      'too-many-merged',
      () => on(registered).when(mergeCustomer({ own, other: family('o', mostInFamily - 1) }), merging, coordinator),
    ],
    ['is unmerged', 'CustomerUnmerged', () => on(registered, merged).when(unmergeCustomer, { reason }, coordinator)],
    ['where they were merged', 'customer-not-merged', () => on(registered).when(unmergeCustomer, { reason }, coordinator)],
    ['notes who was merged into them', 'MergedCustomerNoted', () => on(registered).when(noteMerge, { customer: 'o', merge: 2 })],
    ['once', 'merge-already-noted', () => on(registered, noted).when(noteMerge, { customer: 'other', merge: 2 })],
    [
      'and nobody after they were merged themselves',
      'MergedCustomerRefused',
      () => on(registered, merged).when(noteMerge, { customer: 'o', merge: 2 }),
    ],
    [
      'lets go of them',
      'MergedCustomerReleased',
      () => on(registered, noted).when(releaseMerge, { customer: 'other', merge: 2 }),
    ],
    ['by that very merge', 'merge-not-noted', () => on(registered, noted).when(releaseMerge, { customer: 'other', merge: 1 })],
    [
      'is their own again where the other could not take them',
      'MergeUndone',
      () => on(registered, merged).when(undoMerge, { from: 'other', merge: 2, why: 'customer-is-merged' }),
    ],
    [
      'unless merged anew meanwhile',
      'customer-not-merged',
      () => on(registered, merged).when(undoMerge, { from: 'other', merge: 1, why: 'customer-is-merged' }),
    ],
    [
      'may be somebody else however alike',
      'LikenessDismissed',
      () => on(registered).when(dismissLikeness({ own, other }), dismissing, coordinator),
    ],
    [
      'which is said once',
      'likeness-already-dismissed',
      () =>
        on(registered, { type: 'LikenessDismissed', data: { person: 'key', other: 'other', reason } }).when(
          dismissLikeness({ own, other }),
          dismissing,
          coordinator,
        ),
    ],
  ])('%s: %s', (_, expected, decide) => expect(outcome(decide())).toBe(expected));

  test('who was unmerged is as though they had never been merged', () => {
    const undone = { type: 'CustomerUnmerged', data: { person: 'key', from: 'other', merge: 2, reason } } as const;
    expect(on(registered, merged, undone).state).toEqual(on(registered).state);
    const released = { type: 'MergedCustomerReleased', data: { customer: 'other', merge: 2 } } as const;
    expect(on(registered, noted, released).state).toEqual(on(registered).state);
  });

  test('is merged under the survivor of whoever is named', () => {
    const root = family('root');
    const decided = on(registered).when(mergeCustomer({ own, other: root }), { into: 'merged-into-root', reason }, coordinator);
    expect(decided).toMatchObject([{ data: { into: 'root' } }]);
  });
});
