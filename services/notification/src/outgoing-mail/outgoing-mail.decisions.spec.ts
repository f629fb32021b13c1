import { describe, expect, test } from '@jest/globals';
import { outgoingMailFold, type OutgoingMail, type OutgoingMailEvent } from '@ledgerline/domain';
import type { DomainEvent, RecordedEvent, Rejection } from '@ledgerline/kernel';
import { given, specTime } from '@ledgerline/kernel/contracts';
import { beginSending, endSending, giveUp, letBe } from './send-mails/sending.decisions.js';
import { recordBounce } from './undelivered/record-bounce.decision.js';
import { askMail } from './write-mails/ask-mail.decision.js';

const mail = {
  person: 'p', ticket: 't1', event: 'e1', by: 'a1', purpose: 'reply', template: 'mail-reply', draft: 1, language: 'zh',
  to: 'a@b.example', subject: 's', text: 'x', messageId: '<m@b.example>',
} as const; // prettier-ignore
const minutes = (count: number) => new Date(Date.parse(specTime) + count * 60_000).toISOString();
const asked: OutgoingMailEvent = { type: 'OutgoingMailAsked', data: mail };
const begun = (attempt: number, again?: true): OutgoingMailEvent => ({
  type: 'OutgoingMailBegun',
  data: { attempt, ...(again ? { again } : {}) },
});
const deferred = (attempt: number, nextAt: string, unknown?: true): OutgoingMailEvent => ({
  type: 'OutgoingMailDeferred',
  data: { person: 'p', attempt, nextAt, ...(unknown ? { unknown } : {}) },
});
const past = minutes(-60);
const on = (...history: readonly OutgoingMailEvent[]) => given(outgoingMailFold, ...history);
const system = { kind: 'system', id: 's', roles: ['system'] } as const;
const recordedAt = (event: OutgoingMailEvent, at: string) => ({ ...event, meta: { at } }) as unknown as RecordedEvent;
type Outcome = readonly DomainEvent[] | Rejection;
const outcome = (decided: Outcome) =>
  Array.isArray(decided) ? decided.map(({ type, data }) => [type, data]) : (decided as Rejection).rejection;

describe('a mail to a caller', () => {
  test('is asked for once, and withheld where it is too many', () => {
    expect(outcome(on().when(askMail(mail, false), {}, system))).toEqual([['OutgoingMailAsked', mail]]);
    expect(outcome(on().when(askMail(mail, true), {}, system))).toEqual([
      ['OutgoingMailAsked', mail],
      ['OutgoingMailWithheld', { why: 'too-many-to-address' }],
    ]);
    expect(outcome(on(asked).when(askMail(mail, false), {}, system))).toBe('mail-already-asked');
  });

  test.each<[string, readonly OutgoingMailEvent[], unknown]>([
    ['that waits', [asked], [['OutgoingMailBegun', { attempt: 1 }]]],
    ['that another copy has just begun', [asked, begun(1)], 'mail-not-due'],
    ['that is put off until later', [asked, begun(1), deferred(1, minutes(5))], 'mail-not-due'],
    ['whose time has come', [asked, begun(1), deferred(1, past)], [['OutgoingMailBegun', { attempt: 2 }]]],
    ['that may have been heard', [asked, begun(1), deferred(1, past, true)], [['OutgoingMailBegun', { attempt: 2, again: true }]]],
    ['that was sent again already', [asked, begun(1), deferred(1, past, true), begun(2, true), deferred(2, past, true)], [['OutgoingMailUncertain', {}]]],
    ['that was sent again, and then certainly not heard', [asked, begun(1), deferred(1, past, true), begun(2, true), deferred(2, past)], [['OutgoingMailBegun', { attempt: 3 }]]],
    ['that is at its end', [asked, begun(1), { type: 'OutgoingMailUncertain', data: {} }], 'mail-not-due'],
    ['that is withheld', [asked, { type: 'OutgoingMailWithheld', data: { why: 'too-many-to-address' } }], 'mail-not-due'],
    ['that is none', [], 'outgoing-mail-not-found'],
  ])('%s is begun, or not', (_what, history, wanted) => {
    expect(outcome(on(...history).when(beginSending(24, true), {}, system))).toEqual(wanted);
  }); // prettier-ignore

  test('ends as its server says, once an attempt', () => {
    const end = (handOver: Parameters<typeof endSending>[1], ...history: readonly OutgoingMailEvent[]) =>
      outcome(on(asked, ...history).when(endSending(1, handOver), {}, system));
    const word = { code: 250, said: '250 queued' };
    expect(end({ kind: 'taken', ...word }, begun(1))).toEqual([['OutgoingMailHandedOver', { person: 'p', attempt: 1, ...word }]]);
    expect(end({ kind: 'deferred', code: 450, said: 'later' }, begun(1))).toEqual([
      ['OutgoingMailDeferred', { person: 'p', attempt: 1, nextAt: minutes(1), code: 450, said: 'later' }],
    ]);
    expect(end({ kind: 'refused', code: 550, said: 'no' }, begun(1))).toEqual([
      ['OutgoingMailRefused', { person: 'p', why: 'refused', code: 550, said: 'no' }],
    ]);
    expect(end({ kind: 'unknown' }, begun(1))).toEqual([
      ['OutgoingMailDeferred', { person: 'p', attempt: 1, nextAt: minutes(1), unknown: true }],
    ]);
    expect(end({ kind: 'unknown' }, begun(1, true))).toEqual([['OutgoingMailUncertain', {}]]);
    expect(end({ kind: 'taken', ...word }, begun(1), deferred(1, past), begun(2))).toBe('attempt-is-over');
    expect(outcome(on(asked, begun(1)).when(letBe(1), {}, system))).toEqual([
      ['OutgoingMailDeferred', { person: 'p', attempt: 1, nextAt: minutes(1) }],
    ]);
  });

  test('is given up when it has waited too long, with a server or without; never one that may have gone', () => {
    const hours = 24;
    const old = minutes(-60 * 25);
    const decided = (decide: ReturnType<typeof giveUp>, ...history: readonly OutgoingMailEvent[]) => {
      const mail = history.reduce<OutgoingMail>(
        (before, event) => outgoingMailFold.evolve(before, recordedAt(event, old)),
        undefined,
      );
      return outcome(decide({}, mail, { at: specTime, actor: system, site: 'main' }));
    };
    const refused = [['OutgoingMailRefused', { person: 'p', why: 'given-up' }]];
    expect(decided(giveUp(hours), asked)).toEqual(refused);
    expect(decided(beginSending(hours, true), asked, begun(1), deferred(1, past))).toEqual(refused);
    expect(decided(giveUp(26), asked)).toBe('mail-not-due');
    expect(decided(giveUp(hours), asked, begun(1))).toBe('mail-not-due');
    expect(decided(beginSending(hours, true), asked, begun(1))).toEqual([['OutgoingMailBegun', { attempt: 2, again: true }]]);
    expect(decided(giveUp(hours), asked, begun(1), deferred(1, past, true))).toBe('mail-not-due');
    const sentAgain = [asked, begun(1), deferred(1, past, true), begun(2, true), deferred(2, past)] as const;
    expect(decided(giveUp(hours), ...sentAgain)).toEqual([['OutgoingMailUncertain', {}]]);
    expect(decided(beginSending(hours, true), ...sentAgain)).toEqual([['OutgoingMailUncertain', {}]]);
  });

  test('does not go any more when its ticket has become confidential, and is not said to have stayed where it may not have', () => {
    const begin = (...history: readonly OutgoingMailEvent[]) => outcome(on(...history).when(beginSending(24, false), {}, system));
    const refused = [['OutgoingMailRefused', { person: 'p', why: 'given-up' }]];
    expect(begin(asked)).toEqual(refused);
    expect(begin(asked, begun(1), deferred(1, past))).toEqual(refused);
    expect(begin(asked, begun(1), deferred(1, past, true))).toEqual([['OutgoingMailUncertain', {}]]);
    expect(begin(asked, begun(1))).toBe('mail-not-due');
  });

  test('comes back once, whatever its server had said', () => {
    const word = { mail: 'm1', status: '5.1.1' };
    const report = { ...word, ticket: 't1' };
    const bounced = [['OutgoingMailBounced', { person: 'p', ...word }]];
    const gone: OutgoingMailEvent = { type: 'OutgoingMailHandedOver', data: { person: 'p', attempt: 1, code: 250 } };
    expect(outcome(on(asked, begun(1), gone).when(recordBounce, report, system))).toEqual(bounced);
    expect(outcome(on(asked, begun(1)).when(recordBounce, report, system))).toEqual(bounced);
    const again: OutgoingMailEvent = { type: 'OutgoingMailBounced', data: { person: 'p', mail: 'm0' } };
    expect(outcome(on(asked, begun(1), gone, again).when(recordBounce, report, system))).toBe('mail-cannot-bounce');
    expect(outcome(on(asked).when(recordBounce, report, system))).toBe('mail-cannot-bounce');
    const another = { ...word, ticket: 't2' };
    expect(outcome(on(asked, begun(1), gone).when(recordBounce, another, system))).toBe('outgoing-mail-not-found');
  });
});
