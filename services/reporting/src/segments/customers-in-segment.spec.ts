import { describe, expect, test } from '@jest/globals';
import type { CustomerEvent, ProfileEvent, Segment, SegmentFilter } from '@ledgerline/domain';
import { erased, type DomainEvent, type Recorded } from '@ledgerline/kernel';
import { recorded } from '@ledgerline/kernel/contracts';
import { profileList, profilesCollection, type ListedProfile } from '../customer-profile/customer-profile.projection.js';
import { isStillIn, rowsOfSegment } from './customers-in-segment.js';

const person = 'key';
const described: ProfileEvent = {
  type: 'ProfileDescribed',
  data: { person, details: { name: '王丽', organisation: ' 东方  机械', language: 'zh', preferredChannel: 'email' } },
};
const product: ProfileEvent = {
  type: 'ProfileEntryAdded',
  data: { person, entry: 1, kind: 'product', content: { text: 'X100 数控机床' } },
};
const phone: ProfileEvent = {
  type: 'ProfileEntryAdded',
  data: { person, entry: 2, kind: 'phone', content: { text: '138 0013 8000', match: '+8613800138000' } },
};
const said = (type: 'ConsentGiven' | 'ConsentWithdrawn', means: 'sms' | 'phone'): ProfileEvent => ({
  type,
  data: { person, purpose: 'marketing', means, way: 'phone', evidence: '录音', occurredAt: '2026-01-02T00:00:00.000Z' },
});
const merge: CustomerEvent = { type: 'CustomerMerged', data: { person, into: 'other', reason: 'x' } };
const unmerge: CustomerEvent = { type: 'CustomerUnmerged', data: { person, from: 'other', merge: 2, reason: 'x' } };

/** What the list holds after these events of the two streams of a customer. */
function listed(...events: readonly DomainEvent[]): ListedProfile | undefined {
  let document: ListedProfile | undefined;
  for (const event of recorded(events)) {
    const stream = /^(Customer|Merge)/.test(event.type) ? 'customer.c' : 'profile.c';
    document = profileList.apply(document, { ...event, stream } as Recorded, undefined as never);
  }
  return document;
}
const rowsOf = (...events: readonly DomainEvent[]) => profilesCollection.rows(listed(...events) as ListedProfile);
const inSegments = (...events: readonly DomainEvent[]) =>
  rowsOf(...events).filter(({ scope }) => scope === 'segment').map(({ purpose, product: owned }) => `${purpose}/${owned}`); // prettier-ignore

function finds(filter: SegmentFilter, purpose: Segment['purpose'], ...events: readonly DomainEvent[]): boolean {
  const where = Object.entries(rowsOfSegment({ filter, purpose })?.where ?? { scope: 'nothing' });
  return rowsOf(...events).some((row) => where.every(([name, value]) => row[name] === value));
}

describe('a customer stands in segments', () => {
  test('for everything that they consented to, with and without each product', () => {
    expect(inSegments(described, product, said('ConsentGiven', 'sms'))).toEqual([
      'anybody/', 'anybody/x100 数控机床', 'marketing-sms/', 'marketing-sms/x100 数控机床',
    ]); // prettier-ignore
  });

  test('not for what they withdrew, nor by telephone when they are not to be called', () => {
    expect(inSegments(described, said('ConsentGiven', 'sms'), said('ConsentWithdrawn', 'sms'))).toEqual(['anybody/']);
    const calls = [said('ConsentGiven', 'phone'), said('ConsentGiven', 'sms')];
    const doNotCall: ProfileEvent = { type: 'DoNotCallSet', data: { person, reason: 'x' } };
    expect(inSegments(...calls, doNotCall)).toEqual(['anybody/', 'marketing-sms/']);
  });

  test('by organisation and product however they are written, by language and channel', () => {
    const events = [described, product];
    expect(finds({ organisation: '东方 机械', product: 'x100  数控机床', language: 'zh' }, 'analysis', ...events)).toBe(true);
    expect(finds({ product: 'X200' }, 'analysis', ...events)).toBe(false);
    expect(finds({ preferredChannel: 'phone' }, 'analysis', ...events)).toBe(false);
    expect(finds({ language: 'zh' }, 'marketing-sms', ...events)).toBe(false);
  });

  test('once: whoever is merged into another stands in none until that is undone, whichever came first', () => {
    expect(inSegments(described, merge)).toEqual([]);
    expect(inSegments(merge, described)).toEqual([]);
    expect(inSegments(described, merge, unmerge)).toEqual(['anybody/']);
    expect(listed(described, merge, unmerge)).toEqual(listed(described));
    const undone: CustomerEvent = { type: 'MergeUndone', data: { from: 'other', merge: 2, why: 'customer-is-merged' } };
    expect(inSegments(described, merge, undone)).toEqual(['anybody/']);
  });

  test('marked while others are merged into them, so that they are looked at one by one, and as before when the last is let go', () => {
    const isMarked = (...events: readonly DomainEvent[]) => rowsOf(described, ...events).some(({ several }) => several);
    const noted = (customer: string): CustomerEvent => ({ type: 'MergedCustomerNoted', data: { customer, merge: 2 } });
    const both = [noted('a'), noted('b')];
    const released = (customer: string): CustomerEvent => ({ type: 'MergedCustomerReleased', data: { customer, merge: 2 } });
    expect(isMarked()).toBe(false);
    expect(isMarked(...both, released('a'))).toBe(true);
    expect(isMarked(...both, released('a'), released('b'))).toBe(false);
  });

  test('no more once they are erased', () => {
    const document = {
      ...listed(described, product, said('ConsentGiven', 'sms')),
      details: erased,
      entries: erased,
      consents: erased,
    };
    expect(profilesCollection.rows(document as never)).toEqual([]);
    expect(profilesCollection.text?.(document as never)).toBe('');
    expect(rowsOfSegment({ filter: erased, purpose: 'analysis' })).toBeUndefined();
  });
});

test('by number, and by name and organisation, they are found as probably the same', () => {
  const matches = rowsOf(described, phone).filter(({ scope }) => scope === 'match').map(({ match }) => match); // prettier-ignore
  expect(matches).toEqual(['phone +8613800138000', 'name-and-organisation 王丽|东方 机械']);
});

test('of whom others were merged into, the last word of any of them is asked', async () => {
  const segment = { purpose: 'marketing-sms' } as Segment;
  const streams: Readonly<Record<string, unknown>> = {
    'customer.c': { person, identities: [], knownSince: '', merged: [{ customer: 'd', merge: 2 }] },
    'customer.d': { person: 'other', identities: [], knownSince: '', mergedInto: { into: 'c', merge: 2 } },
    'profile.c': listed(described, said('ConsentGiven', 'sms')),
  };
  const log = (more: object) => ({
    commands: { current: (stream: string) => Promise.resolve({ state: { ...streams, ...more }[stream], version: 1 }) },
  });
  const own = { ...listed(described, said('ConsentGiven', 'sms')), others: 1 } as ListedProfile;
  const refused = listed({ ...said('ConsentWithdrawn', 'sms'), data: { ...said('ConsentWithdrawn', 'sms').data, occurredAt: '2026-01-03T00:00:00.000Z' } } as ProfileEvent); // prettier-ignore
  expect(await isStillIn(segment, own, log({}) as never)).toBe(true);
  expect(await isStillIn(segment, own, log({ 'profile.d': refused }) as never)).toBe(false);
});
