import { describe, expect, test } from '@jest/globals';
import {
  announcementFold,
  announcementStepDue,
  confirmEdition,
  isAddressed,
  isToNobody,
  mostAddressed,
  nextAnnouncementStepAt,
  receiptsFold,
  sightOfAnnouncement,
  type AnnouncementAudience,
  type AnnouncementEvent,
  type MaybeAnnouncement,
} from '@ledgerline/domain';
import { longest } from '@ledgerline/contracts';
import { largestCommit, type Actor, type Decide, type DomainEvent, type Rejection } from '@ledgerline/kernel';
import { actorOf, given, recorded, specTime } from '@ledgerline/kernel/contracts';
import { keepAnnouncement } from './keep-announcement/keep-announcement.decision.js';
import {
  correctAnnouncement,
  publishAnnouncement,
  withdrawAnnouncement,
} from './publish-announcement/publish-announcement.decision.js';

const office = actorOf(['office'], ['call-centre'], 'o1');
const chief = actorOf(['team-leader'], ['north'], 't1');
const administrator = actorOf(['administrator'], [], 'admin1');
const system = actorOf(['system'], [], 'announcements');

const all: AnnouncementAudience = { everybody: true };
const addressed = ['a1', 'a2', 'a3'];
const later = '2026-03-05T01:00:00.000Z';
const published = (more: object = {}): AnnouncementEvent => ({
  type: 'AnnouncementPublished',
  data: { person: 'p', title: 't', text: 'x', audience: all, from: specTime, mustConfirm: true, remindEveryDays: 2, ...more },
});
const delivered = (edition = 1): AnnouncementEvent => ({ type: 'AnnouncementDelivered', data: { edition, addressed } });
const reminded = (repeat: number, told = ['a1']): AnnouncementEvent => ({
  type: 'AnnouncementReminded',
  data: { edition: 1, repeat, told },
});
const withdrawn: AnnouncementEvent = { type: 'AnnouncementWithdrawn', data: { person: 'p', reason: 'r' } };
const on = (...history: readonly AnnouncementEvent[]) => given(announcementFold, ...history);
const outcome = (events: readonly DomainEvent[] | Rejection) =>
  Array.isArray(events) ? events.map(({ type }) => type).join(' ') : (events as Rejection).rejection;
const toPublish = (audience: AnnouncementAudience = all, to: readonly string[] = addressed) =>
  publishAnnouncement({ person: 'p', audience, addressed: to });
const words = { title: 't', text: 'x' };
const byOffice = recorded([published(), delivered()], office).reduce<MaybeAnnouncement>(announcementFold.evolve, undefined);

describe('an announcement', () => {
  type Decision = Decide<never, MaybeAnnouncement, AnnouncementEvent>;
  test.each<[string, string, readonly AnnouncementEvent[], Decision, readonly [object, Actor]]>([
    ['that holds at once is delivered at once', 'AnnouncementPublished AnnouncementDelivered', [], toPublish(), [words, office]],
    ['for later is delivered later', 'AnnouncementPublished', [], toPublish(), [{ ...words, from: later }, office]],
    ['has somebody to read it', 'nobody-is-addressed', [], toPublish(all, []), [words, office]],
    ['to more than an event can name is refused', 'too-many-addressed', [], toPublish(all, Array.from({ length: mostAddressed + 1 }, String)), [words, office]],
    ['ends after it begins', 'moments-reversed', [], toPublish(), [{ ...words, from: later, until: later }, office]],
    ['is over in time to come', 'moments-reversed', [], toPublish(), [{ ...words, from: '2026-01-01T00:00:00Z', until: '2026-01-02T00:00:00Z' }, office]],
    ['of a team leader is to their own', 'AnnouncementPublished AnnouncementDelivered', [], toPublish({ departments: ['north'] }), [words, chief]],
    ['and to nobody else', 'only-own-departments', [], toPublish({ departments: ['north', 'south'] }), [words, chief]],
    ['nor to a role beside', 'only-own-departments', [], toPublish({ departments: ['north'], roles: ['agent'] }), [words, chief]],
    ['nor to everybody', 'only-own-departments', [], toPublish(), [words, chief]],
    ['corrected asks everybody anew', 'AnnouncementCorrected AnnouncementDelivered', [published(), delivered()], correctAnnouncement(addressed), [{ text: 'y', reason: 'r' }, administrator]],
    ['is not corrected into what it says', 'nothing-to-change', [published(), delivered()], correctAnnouncement(addressed), [{ text: 'x', reason: 'r' }, administrator]],
    ['is corrected by whoever answers for it', 'not-your-announcement', [published(), delivered()], correctAnnouncement(addressed), [{ text: 'y', reason: 'r' }, office]],
    ['corrected has somebody to read it', 'nobody-is-addressed', [published(), delivered()], correctAnnouncement([]), [{ text: 'y', reason: 'r' }, administrator]],
    ['nor is it corrected for more than an event can name', 'too-many-addressed', [published(), delivered()], correctAnnouncement(Array.from({ length: mostAddressed + 1 }, String)), [{ text: 'y', reason: 'r' }, administrator]],
    ['is withdrawn once', 'announcement-is-withdrawn', [published(), withdrawn], withdrawAnnouncement, [{ reason: 'r' }, administrator]],
    ['that is over is over', 'announcement-is-over', [published({ until: specTime }), delivered()], withdrawAnnouncement, [{ reason: 'r' }, administrator]],
    ['is delivered when its time comes', 'AnnouncementDelivered', [published()], keepAnnouncement(addressed), [{ step: 'deliver', edition: 1 }, system]],
    ['nor is one delivered whose audience has outgrown an event meanwhile', 'too-many-addressed', [published()], keepAnnouncement(Array.from({ length: mostAddressed + 1 }, String)), [{ step: 'deliver', edition: 1 }, system]],
    ['and not before', 'step-no-longer-due', [published({ from: later })], keepAnnouncement(addressed), [{ step: 'deliver', edition: 1 }, system]],
    ['once', 'step-no-longer-due', [published(), delivered()], keepAnnouncement(addressed), [{ step: 'deliver', edition: 1 }, system]],
  ])('%s: %s', (_name, wanted, history, decide, [body, actor]) =>
    expect(outcome(on(...history).when(decide, body as never, actor))).toBe(wanted)); // prettier-ignore

  test('keeps whom it was addressed to while a corrected one waits for its time', () => {
    const { state } = on(published(), delivered(), { type: 'AnnouncementCorrected', data: { person: 'p', edition: 2, title: 't', text: 'y', reason: 'r' } }); // prettier-ignore
    expect(state).toMatchObject({ edition: 2, text: 'y', addressed, reminded: 0 });
    expect(state?.deliveredAt).toBeUndefined();
  });

  test('shows whole to whoever answers for it or watches, and to its readers what it says', () => {
    const sight = (id: string, roles: readonly string[]) => byOffice && sightOfAnnouncement(byOffice, { id, roles });
    expect([sight('o1', ['office']), sight('x', ['auditor']), sight('a1', ['agent']), sight('a9', ['agent'])]).toEqual(['whole', 'whole', 'reader', undefined]); // prettier-ignore
  });
});

describe('reminders of those who have not confirmed', () => {
  const due = (now: string, ...history: readonly AnnouncementEvent[]) => {
    const { state } = on(...history);
    const step = state && announcementStepDue(state, now);
    return step?.step === 'remind' ? step.repeat : step?.step;
  };

  test('come every so many days, of those that a stop has heaped up the last, and not for ever', () => {
    expect(due('2026-03-03T01:00:00.000Z', published(), delivered())).toBeUndefined();
    expect(due('2026-03-04T01:00:00.000Z', published(), delivered())).toBe(1);
    expect(due('2026-03-09T01:00:00.000Z', published(), delivered(), reminded(1))).toBe(3);
    expect(due('2027-03-09T01:00:00.000Z', published(), delivered(), reminded(10))).toBeUndefined();
  });

  test('end with the announcement, with a receipt from everybody, and where none is asked for', () => {
    const far = '2026-04-04T01:00:00.000Z';
    expect(due(far, published({ until: '2026-03-03T00:00:00.000Z' }), delivered())).toBeUndefined();
    expect(due(far, published(), delivered(), reminded(1, []))).toBeUndefined();
    expect(due(far, published({ mustConfirm: false }), delivered())).toBeUndefined();
    expect(due(far, published(), delivered(), withdrawn)).toBeUndefined();
  });

  test('the next is known before it is due', () => {
    const { state } = on(published(), delivered());
    expect(state && nextAnnouncementStepAt(state)).toBe('2026-03-04T01:00:00.000Z');
    expect(on(published({ from: later })).state).toMatchObject({ addressed: [] });
  });
});

describe('to whom', () => {
  const account = { id: 'a1', roles: ['team-leader'], departments: ['north'] };
  const siteOf = (department: string) => (department === 'north' ? 'harbin' : undefined);
  test.each<[string, AnnouncementAudience, boolean]>([
    ['everybody', { everybody: true }, true],
    ['a site, by the department that one is of', { sites: ['harbin'] }, true],
    ['another site', { sites: ['main'] }, false],
    ['a department', { departments: ['south', 'north'] }, true],
    ['a role that one’s own implies', { roles: ['agent'] }, true],
    ['another role', { roles: ['handler'] }, false],
    ['a person', { accounts: ['a1'] }, true],
    ['one of several', { accounts: ['a9'], roles: ['team-leader'] }, true],
  ])('%s', (_name, audience, wanted) => expect(isAddressed(audience, account, siteOf)).toBe(wanted));

  test('nobody is no audience', () => expect([isToNobody({}), isToNobody({ sites: [] }), isToNobody(all)]).toEqual([true, true, false])); // prettier-ignore
});

test('the longest announcement, to as many as there may be, fits into one commit', () => {
  const ids = JSON.stringify(Array.from({ length: mostAddressed }, (_, n) => String(n).padStart(26, '0')));
  const words = new TextEncoder().encode('字'.repeat(longest.text + longest.line)).length;
  // Sealed words are in base64; five hundred people named one by one, and the envelope.
  expect(ids.length + (words * 4) / 3 + 20_000).toBeLessThan(largestCommit);
});

test('a receipt is given once an edition', () => {
  const confirmed = (edition: number) => ({ type: 'AnnouncementConfirmed' as const, data: { announcement: 'n', edition } });
  const receipts = given(receiptsFold, confirmed(1));
  expect(outcome(receipts.when(confirmEdition, { announcement: 'n', edition: 1 }))).toBe('already-confirmed');
  expect(outcome(receipts.when(confirmEdition, { announcement: 'n', edition: 2 }))).toBe('AnnouncementConfirmed');
  expect(outcome(receipts.when(confirmEdition, { announcement: 'm', edition: 1 }))).toBe('AnnouncementConfirmed');
  const later = given(receiptsFold, confirmed(2));
  expect(outcome(later.when(confirmEdition, { announcement: 'n', edition: 1 }))).toBe('already-confirmed');
});
