import { describe, expect, test } from '@jest/globals';
import type { CloudEvent } from '@ledgerline/domain';
import { Webhook } from 'standardwebhooks';
import { isIn, networks } from '@ledgerline/host';
import { isPublic } from './public-addresses.js';
import { pauseAfter, verdictOf, whyOf } from './retries.js';
import { signedCall } from './signed-call.js';
import { webhookSecret } from '@ledgerline/host';

const digest = (_secret: string, text: string) => Buffer.from(text.padEnd(17, '.').slice(-16)).toString('base64url');
const event = {
  id: 'p0-t/c.1',
  type: 'ledgerline.ticket.registered.v1',
  data: { ticket: 'p0-t', item: '漏水' },
} as unknown as CloudEvent;
const now = Date.now();
const called = (webhook: { secret: number; bothUntil?: string }) =>
  signedCall(event, { id: 'w', url: 'https://example.com/in', ...webhook }, { clock: { now: () => now }, digest });
const headersOf = (headers: object) => Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

describe('a call', () => {
  test('is what the library of Standard Webhooks verifies', () => {
    const { body, headers } = called({ secret: 1 });
    expect(new Webhook(webhookSecret('w', 1, { digest })).verify(body, headersOf(headers))).toEqual(event);
    expect(() => new Webhook(webhookSecret('w', 2, { digest })).verify(body, headersOf(headers))).toThrow();
    expect(() => new Webhook(webhookSecret('w', 1, { digest })).verify(`${body} `, headersOf(headers))).toThrow();
  });

  test('carries both signatures while the secret changes, then the new one alone', () => {
    const [before, after] = [webhookSecret('w', 1, { digest }), webhookSecret('w', 2, { digest })];
    const during = called({ secret: 2, bothUntil: new Date(now + 1_000).toISOString() });
    const later = called({ secret: 2, bothUntil: new Date(now - 1_000).toISOString() });
    for (const secret of [before, after])
      expect(new Webhook(secret).verify(during.body, headersOf(during.headers))).toEqual(event);
    expect(new Webhook(after).verify(later.body, headersOf(later.headers))).toEqual(event);
    expect(() => new Webhook(before).verify(later.body, headersOf(later.headers))).toThrow();
  });
});

test.each([
  ['93.184.215.14', true],
  ['2606:2800:21f:cb07:6820:80da:af6b:8b2c', true],
  ['127.0.0.1', false],
  ['10.9.8.7', false],
  ['172.31.255.255', false],
  ['172.32.0.1', true],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['::1', false],
  ['::', false],
  ['::ffff:10.0.0.1', false],
  ['fe80::1', false],
  ['fd00::1', false],
  ['64:ff9b::a00:1', false],
  ['2002:a00:1::', false],
  ['2001:db8::1', false],
  ['ff02::1', false],
  ['example.com', false],
])('%s is an address of the whole Internet: %s', (address, expected) => {
  // prettier-ignore
  expect(isPublic(address)).toBe(expected);
});

test('networks that are allowed are told from others', () => {
  const allowed = networks(['10.1.0.0/16', '::1']);
  expect(['10.1.2.3', '::1', '10.2.0.1', '127.0.0.1'].map((address) => isIn(address, allowed))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

const answered = (status: number, retryAfter?: number) =>
  ({ kind: 'answered', status, ...(retryAfter === undefined ? {} : { retryAfter }) }) as const;

test('an answer is about the event or about the receiver', () => {
  expect([200, 204].map((status) => verdictOf(answered(status)))).toEqual(['delivered', 'delivered']);
  expect([301, 400, 401, 422, 500].map((status) => verdictOf(answered(status)))).toEqual(Array(5).fill('refused'));
  expect([408, 429, 502, 503, 504].map((status) => verdictOf(answered(status)))).toEqual(Array(5).fill('not-now'));
  expect([verdictOf(answered(410)), verdictOf({ kind: 'failed', why: 'timeout' })]).toEqual(['gone', 'not-now']);
  expect([whyOf(answered(422)), whyOf({ kind: 'failed', why: 'unreachable' })]).toEqual(['http-422', 'unreachable']);
});

test('pauses double, are partly random, heed the receiver and have an end', () => {
  const pause = (attempt: number, random: number, outcome = answered(500)) =>
    pauseAfter(attempt, { firstPause: 5_000, outcome, random });
  expect([1, 2, 3].map((attempt) => pause(attempt, 1))).toEqual([5_000, 10_000, 20_000]);
  expect(pause(2, 0)).toBe(5_000);
  expect([0, 1].map((random) => pause(1, random, answered(429, 60)))).toEqual([60_000, 60_000]);
  expect([pause(50, 1), pause(1, 1, answered(429, 99_999))]).toEqual([900_000, 900_000]);
});
