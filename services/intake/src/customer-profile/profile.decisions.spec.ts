import { describe, expect, test } from '@jest/globals';
import type { AddEntry, DescribeProfile, SayConsent } from '@ledgerline/contracts';
import {
  consentsOf,
  emptyProfile,
  maskedProfile,
  profileFold,
  whyNotCalled,
  whyNotContacted,
  type MaybeProfile,
  type Profile,
  type ProfileEvent,
} from '@ledgerline/domain';
import { erased, type DomainEvent, type Rejection } from '@ledgerline/kernel';
import { actorOf, given, specTime } from '@ledgerline/kernel/contracts';
import { addEntry, correctEntry, describeProfile, giveConsent, liftDoNotCall, setDoNotCall, withdrawConsent, withdrawEntry, type DecideOnProfile } from './profile.decisions.js'; // prettier-ignore

const agent = actorOf(['agent'], ['call-centre'], 'a1');
const person = 'key';
const reason = 'because';
const phone = '+8613800138000';
const described: ProfileEvent = {
  type: 'ProfileDescribed',
  data: { person, details: { name: '王丽', organisation: '东方机械' } },
};
const entry = (kind: 'phone' | 'note' | 'product', text: string, match?: string, number = 1): ProfileEvent => ({
  type: 'ProfileEntryAdded',
  data: { person, entry: number, kind, content: { text, ...(match === undefined ? {} : { match }) } },
});
const withPhone = entry('phone', '138 0013 8000', phone);
const doNotCall: ProfileEvent = { type: 'DoNotCallSet', data: { person, reason } };
const said = (given: boolean, occurredAt: string, means: 'sms' | 'phone' = 'sms'): ProfileEvent => ({
  type: given ? 'ConsentGiven' : 'ConsentWithdrawn',
  data: { person, purpose: 'marketing', means, way: 'phone', evidence: '录音 17', occurredAt },
});

function on(...history: readonly ProfileEvent[]) {
  const { state } = given(profileFold, ...history);
  const profile = state ?? emptyProfile(person);
  return {
    profile,
    when: <Body>(decide: DecideOnProfile<Body>, body: Body) =>
      decide(body, profile, { at: specTime, actor: agent, site: 'main' }),
  };
}
const outcome = (decided: readonly DomainEvent[] | Rejection) =>
  Array.isArray(decided) ? decided.map(({ type }) => type).join(' ') : (decided as Rejection).rejection;

const adding: AddEntry = { kind: 'phone', text: '13800138000' };
const consent: SayConsent = { purpose: 'marketing', means: 'sms', way: 'phone', evidence: '录音 17' };
const change: DescribeProfile = { name: '王丽', organisation: '东方机械' };
const before = '2026-03-01T00:00:00.000Z';

describe('a profile', () => {
  test.each<[string, string, () => readonly DomainEvent[] | Rejection]>([
    ['is described', 'ProfileDescribed', () => on().when(describeProfile, change)],
    ['by what is new', 'nothing-to-change', () => on(described).when(describeProfile, change)],
    ['also by taking away', 'ProfileDescribed', () => on(described).when(describeProfile, { organisation: null })],
    ['but not what is not there', 'nothing-to-change', () => on(described).when(describeProfile, { language: null })],
    ['has numbers', 'ProfileEntryAdded', () => on().when(addEntry(phone), adding)],
    ['that can be called', 'not-a-number-or-address', () => on().when(addEntry(undefined), adding)],
    ['each once, however written', 'entry-already-there', () => on(withPhone).when(addEntry(phone), adding)],
    [
      'and so many',
      'too-many-entries',
      () =>
        on(...Array.from({ length: 200 }, (_, n) => entry('note', `note ${n}`, undefined, n + 1))).when(addEntry(phone), adding),
    ],
    [
      'is corrected',
      'ProfileEntryCorrected',
      () =>
        on(withPhone).when(
          correctEntry(() => '+8613900139000'),
          { entry: 1, text: '13900139000' },
        ),
    ],
    [
      'where there is something',
      'entry-not-found',
      () =>
        on().when(
          correctEntry(() => phone),
          { entry: 1, text: 'x' },
        ),
    ],
    [
      'to something else',
      'nothing-to-change',
      () =>
        on(withPhone).when(
          correctEntry(() => phone),
          { entry: 1, text: '138 0013 8000' },
        ),
    ],
    ['lets go of what holds no more', 'ProfileEntryWithdrawn', () => on(withPhone).when(withdrawEntry, { entry: 1, reason })],
    ['once', 'entry-not-found', () => on(withPhone).when(withdrawEntry, { entry: 2, reason })],
    ['keeps a consent with its proof', 'ConsentGiven', () => on().when(giveConsent, consent)],
    ['once by the same', 'consent-already-said', () => on(said(true, before)).when(giveConsent, consent)],
    [
      'and again by another',
      'ConsentGiven',
      () => on(said(true, before)).when(giveConsent, { ...consent, evidence: '表格 3', way: 'paper' }),
    ],
    [
      'not for a time to come',
      'occurred-in-the-future',
      () => on().when(giveConsent, { ...consent, occurredAt: '2030-01-01T00:00:00Z' }),
    ],
    ['keeps a refusal too', 'ConsentWithdrawn', () => on().when(withdrawConsent, consent)],
    ['keeps that they are not to be called', 'DoNotCallSet', () => on().when(setDoNotCall, { reason })],
    ['once', 'do-not-call-already', () => on(doNotCall).when(setDoNotCall, { reason })],
    ['until they may be', 'DoNotCallLifted', () => on(doNotCall).when(liftDoNotCall, { reason })],
    ['again', 'may-be-called', () => on().when(liftDoNotCall, { reason })],
  ])('%s: %s', (_, expected, decide) => expect(outcome(decide())).toBe(expected));

  test('folds to what stands: an entry corrected in its place, one withdrawn gone, its number never given again', () => {
    const { profile } = on(
      described,
      withPhone,
      entry('product', 'X100', undefined, 2),
      { type: 'ProfileEntryWithdrawn', data: { person, entry: 1, reason } },
      { type: 'ProfileDescribed', data: { person, details: { organisation: null, language: 'zh' } } },
    );
    expect(profile).toMatchObject({ details: { name: '王丽', language: 'zh' }, made: 2, entries: [{ entry: 2 }] });
    expect(profile.details).not.toHaveProperty('organisation');
  });

  test('of somebody who was erased folds without their words', () => {
    const histories: readonly ProfileEvent[] = [
      { type: 'ProfileDescribed', data: { person, details: erased } },
      { type: 'ProfileEntryAdded', data: { person, entry: 1, kind: 'phone', content: erased } },
      { type: 'ConsentGiven', data: { person, purpose: 'survey', means: 'email', way: 'web', evidence: erased } },
      { type: 'DoNotCallSet', data: { person, reason: erased } },
    ];
    const { profile } = on(...histories);
    expect(profile).toMatchObject({ details: erased, entries: [{ content: erased }], doNotCall: { reason: erased } });
    expect(maskedProfile(profile).entries).toHaveLength(1);
    expect(outcome(on(...histories).when(describeProfile, change))).toBe('customer-erased');
  });
});

describe('consent', () => {
  const wanted = 'marketing-sms';
  const by = (...events: readonly ProfileEvent[]): Profile => on(...events).profile;
  test('is what was said last, by when it was said and not by when it was written down', () => {
    expect(whyNotContacted([by()], wanted)).toBe('no-consent');
    expect(whyNotContacted([by(said(true, '2026-01-02T00:00:00.000Z'))], wanted)).toBeUndefined();
    expect(whyNotContacted([by(said(false, '2026-01-03T00:00:00.000Z'), said(true, '2026-01-02T00:00:00.000Z'))], wanted)).toBe(
      'no-consent',
    );
    expect(consentsOf([by(said(true, before))]).get('marketing-email')).toBeUndefined();
  });

  test('of merged customers is the last word of any of them; at the same moment the refusal', () => {
    const [yes, no] = [by(said(true, '2026-01-02T00:00:00.000Z')), by(said(false, '2026-01-02T00:00:00.000Z'))];
    for (const family of [
      [yes, no],
      [no, yes],
    ])
      expect(whyNotContacted(family, wanted)).toBe('no-consent');
    expect(whyNotContacted([no, by(said(true, before))], wanted)).toBeUndefined();
  });

  test('to be called is overruled by do-not-call of any of them; to be written to is not', () => {
    const family = [by(said(true, before, 'phone'), said(true, before)), by(doNotCall)];
    expect(whyNotContacted(family, 'marketing-phone')).toBe('do-not-call');
    expect(whyNotContacted(family, wanted)).toBeUndefined();
  });

  test('that was taken back bars a call for it, that nobody was asked for does not; do-not-call bars every one', () => {
    const unwilling = by(said(false, before, 'phone'));
    expect([whyNotCalled([unwilling], 'marketing'), whyNotCalled([unwilling], 'survey')]).toEqual([
      'consent-withdrawn',
      undefined,
    ]);
    expect([whyNotCalled([unwilling]), whyNotCalled([by()], 'marketing'), whyNotCalled([])]).toEqual(Array(3).fill(undefined));
    expect([whyNotCalled([by(), by(doNotCall)]), whyNotCalled([by(doNotCall)], 'survey')]).toEqual(Array(2).fill('do-not-call'));
  });
});

test('a department sees numbers masked, wherever they stand, and no notes', () => {
  const profile = on(
    withPhone,
    entry('product', '回拨 138-0013-8000 后安装', undefined, 2),
    entry('note', '难缠', undefined, 3),
  ).profile;
  expect(maskedProfile(profile as NonNullable<MaybeProfile>).entries.map(({ content }) => content)).toEqual([
    { text: '138****8000' },
    { text: '回拨 138****8000 后安装' },
  ]);
  const told = on(
    entry('product', '打 139 0013 9000 找她', undefined, 1),
    { type: 'ProfileDescribed', data: { person, details: { organisation: '东方机械 13900139000' } } },
    entry('phone', '010-6552 7777', '+861065527777', 2),
  ).profile;
  const { details, entries } = maskedProfile(told as NonNullable<MaybeProfile>, ['+8613900139000']);
  expect(details).toEqual({ organisation: '东方机械 139****9000' });
  expect(entries.map(({ content }) => content)).toEqual([{ text: '打 139****9000 找她' }, { text: '010****7777' }]);
});
