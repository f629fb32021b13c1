import { expect, test } from '@jest/globals';
import type { AccountEvent } from '@ledgerline/domain';
import type { Fold } from '@ledgerline/kernel';
import { personBehind } from './person-behind.js';
import { tokenInForce } from './token-in-force.js';

type Happened = readonly [at: string, by: string, event: AccountEvent];

/** Streams of accounts and tokens as their folds see them; times are minutes of one hour. */
function house(now: string, streams: Readonly<Record<string, readonly Happened[]>>) {
  const time = (minute: string) => `2026-03-02T01:${minute}:00.000Z`;
  const current = <State>(stream: string, fold: Fold<State>) => {
    const events = (streams[stream] ?? []).map(([at, by, event], place) => {
      const meta = { at: time(at), recordedAt: time(at), actor: { kind: 'person', id: by }, site: 'main', correlation: 'c' };
      return { id: `${stream}.${place}`, version: place + 1, schema: 1, meta, ...event };
    });
    return Promise.resolve({ state: events.reduce((state, event) => fold.evolve(state, event as never), fold.initial) });
  };
  return { commands: { current }, clock: { now: () => Date.parse(time(now)) } } as unknown as Parameters<typeof tokenInForce>[1];
}

const account = { person: 'p', username: 'u', name: 'n', roles: [], departments: [], unrestricted: false };
const made: Happened = ['00', 'admin', { type: 'AccountCreated', data: account }];
const left: Happened = ['20', 'admin', { type: 'AccountDeactivated', data: { person: 'p', reason: 'r' } }];
const back: Happened = ['30', 'admin', { type: 'AccountReactivated', data: { person: 'p', reason: 'r' } }];
const issued = (at: string, by: string, more: object = {}): Happened => [
  at,
  by,
  { type: 'TokenIssued', data: { name: 't', roles: ['auditor'], departments: [], scopes: [], ...more } },
];
const revoked: Happened = ['15', 'admin', { type: 'TokenRevoked', data: {} }];

test.each<[string, boolean, readonly Happened[], readonly Happened[]]>([
  ['is good while its issuer’s account stands', true, [made], [issued('10', 'alice')]],
  ['ends with it', false, [made, left], [issued('10', 'alice')]],
  ['stays ended when it comes back', false, [made, left, back], [issued('10', 'alice')]],
  ['is good where it was issued after that', true, [made, left, back], [issued('35', 'alice')]],
  ['ends with the account behind the token that issued it', false, [made, left], [issued('12', 'parent')]],
  ['is none of nobody’s', false, [], [issued('10', 'alice')]],
  ['ends when it is revoked', false, [made], [issued('10', 'alice'), revoked]],
  ['ends at its time', false, [made], [issued('10', 'alice', { expiresAt: '2026-03-02T01:40:00.000Z' })]],
  ['is good until its time', true, [made], [issued('10', 'alice', { expiresAt: '2026-03-02T01:41:00.000Z' })]],
])('a token %s', async (_name, isGood, alice, token) => {
  const streams = { 'account.alice': alice, 'token.t': token, 'token.parent': [issued('05', 'alice')] };
  expect((await tokenInForce('t', house('40', streams))) !== undefined).toBe(isGood);
});

test('the person behind a token is whoever issued it, through however many', async () => {
  const streams = { 'token.t': [issued('10', 'parent')], 'token.parent': [issued('05', 'alice')] };
  for (const id of ['t', 'parent', 'alice']) expect(await personBehind(id, house('40', streams))).toBe('alice');
});
