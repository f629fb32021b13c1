import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { ApiClient, type Answer } from '@ledgerline/installation';
import { createHmac } from 'node:crypto';
import { HostWithClock, SettableClock } from '../ticker/host-with-clock.js';

jest.setTimeout(240_000);

const password = 'correct-horse-battery';
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** What an app shows for a key at a moment, written here once more after RFC 6238. */
function codeAt(secret: string, milliseconds: number): string {
  const bits = [...secret].map((symbol) => alphabet.indexOf(symbol).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(milliseconds / 30_000)));
  const mac = createHmac('sha1', key).update(counter).digest();
  const number = mac.readUInt32BE((mac.at(-1) ?? 0) & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

describe('signing in with a second factor', () => {
  let host: HostWithClock;
  const url = () => host.running.address ?? '';
  const signIn = async (more: object = {}, username = 'admin') => {
    const { status, body } = await sessionOf({ username, password, ...more });
    if (status === 200 && username === 'admin') signedIn += 1;
    return [status, body['code'] ?? 'signed-in'] as const;
  };
  let signedIn = 1; // by clientOf, before anything is asked
  /** What a busy machine did not answer in time may have begun a session all the same. */
  let unanswered = 0;
  const sessionOf = async (body: object): Promise<Answer> => {
    for (;;) {
      const answer = await new ApiClient(url()).post('/session', body);
      if (answer.status !== 503) return answer;
      unanswered += 1;
    }
  };
  const clientOf = async (username = 'admin') => {
    const { body } = await sessionOf({ username, password });
    return new ApiClient(url(), String(body['token'])).repeating();
  };
  /** Failures count for a minute by the clock on the wall, which a slow machine may outlast: fails until it is told to stop, at least so often. */
  const refusedAfter = async (times: number, fail: (n: number) => Promise<number>) => {
    for (let n = 0, status = 0; status !== 429; n += 1) {
      status = await fail(n);
      expect([n, status]).toEqual([n, n >= times && status === 429 ? 429 : 401]);
    }
  };
  let admin: ApiClient;
  let secret: string;
  let recovery: readonly string[];
  const code = () => codeAt(secret, host.clock.now());

  beforeAll(async () => {
    host = await HostWithClock.start(new SettableClock(Date.now()));
    // What is recorded at one moment has no order in the audit.
    host.clock.pass(1_000);
    admin = await clientOf();
  });
  afterAll(() => host.stop());

  test('a key is offered to who knows the password, and asks for nothing yet', async () => {
    expect(await admin.post('/session/second-factor', { password: 'wrong-password' })).toMatchObject({ status: 401 });
    const { status, body } = await admin.post('/session/second-factor', { password });
    expect(status).toBe(200);
    secret = String(body['secret']);
    recovery = body['recoveryCodes'] as readonly string[];
    expect(body['uri']).toBe(
      `otpauth://totp/Ledgerline:admin?secret=${secret}&issuer=Ledgerline&algorithm=SHA1&digits=6&period=30`,
    );
    expect([secret.length, new Set(recovery).size]).toEqual([26, 10]);
    expect((await admin.get('/session/second-factor')).body).toEqual({ state: 'offered', recoveryCodesLeft: 0 });
    expect(await signIn()).toEqual([200, 'signed-in']);
  });

  test('it is on once a code of it was shown; then the password alone does not do', async () => {
    expect((await admin.post('/session/second-factor/confirm', { code: '000000' })).body['code']).toBe('wrong-code');
    expect((await admin.post('/session/second-factor/confirm', { code: code() })).status).toBe(200);
    expect((await admin.get('/session/second-factor')).body).toEqual({ state: 'on', recoveryCodesLeft: 10 });
    expect(await signIn()).toEqual([401, 'second-factor-required']);
    expect(await signIn({ password: 'wrong-password' })).toEqual([401, 'wrong-username-or-password']);
    expect(await signIn({}, 'nobody-at-all')).toEqual([401, 'wrong-username-or-password']);
  });

  test('each code is good once, and none that is older than one that was taken', async () => {
    expect(await signIn({ code: code() })).toEqual([401, 'wrong-code']);
    host.clock.pass(30_000);
    const [now, before] = [code(), codeAt(secret, host.clock.now() - 30_000)];
    expect(await signIn({ code: now })).toEqual([200, 'signed-in']);
    expect(await signIn({ code: now })).toEqual([401, 'wrong-code']);
    expect(await signIn({ code: before })).toEqual([401, 'wrong-code']);
    host.clock.pass(90_000);
    expect(await signIn({ code: codeAt(secret, host.clock.now() - 90_000) })).toEqual([401, 'wrong-code']);
    expect(await signIn({ code: ` ${code().slice(0, 3)} ${code().slice(3)}`.trim() })).toEqual([200, 'signed-in']);
  });

  test('two who send one code at once are one who signs in', async () => {
    host.clock.pass(30_000);
    const body = { code: code() };
    const all = await Promise.all([signIn(body), signIn(body), signIn(body)]);
    expect(all.filter(([status]) => status === 200)).toHaveLength(1);
  });

  test('a recovery code is good once', async () => {
    expect(await signIn({ code: recovery[4] })).toEqual([200, 'signed-in']);
    expect(await signIn({ code: recovery[4] })).toEqual([401, 'wrong-code']);
    expect((await admin.get('/session/second-factor')).body).toEqual({ state: 'on', recoveryCodesLeft: 9 });
  });

  test('an administrator takes it away from who lost it, and says why', async () => {
    const other = { username: 'second', password, name: 's', roles: ['administrator'], departments: [] };
    expect((await admin.post('/users', other)).status).toBe(201);
    const second = await clientOf('second');
    expect((await second.post('/users/admin/reset-second-factor', { reason: '手机丢失' })).status).toBe(200);
    expect(await signIn()).toEqual([200, 'signed-in']);
    expect((await second.post('/users/admin/reset-second-factor', { reason: 'x' })).body['code']).toBe('second-factor-is-off');
    expect((await second.post('/users/second/reset-second-factor', { reason: 'my own' })).body['code']).toBe('own-account');
  });

  test('it stands on record for auditors, and no key or code stands in the log', async () => {
    await host.settled();
    const typesOf = async (path: string) =>
      ((await admin.get(path)).body['items'] as readonly Record<string, unknown>[]).map(({ type, why }) =>
        [type, why].join(' ').trim(),
      );
    const signIns = await typesOf('/audit/sign-ins?limit=200');
    // Admin and second between them have signed in more than once: each time is there.
    const started = signIns.filter((type) => type === 'SessionStarted').length - 1;
    expect(started).toBeGreaterThanOrEqual(signedIn);
    expect(started).toBeLessThanOrEqual(signedIn + unanswered);
    expect(new Set(signIns)).toEqual(
      new Set(['SessionStarted', 'SignInRefused password', 'SignInRefused code', 'RecoveryCodeUsed']),
    );
    const changes = await typesOf('/audit/permission-changes?account=admin');
    expect(changes.slice(0, 2)).toEqual(['SecondFactorRemoved', 'SecondFactorConfirmed']);
    const agents = { username: 'ordinary', password, name: 'o', roles: ['agent'], departments: [] };
    await admin.post('/users', agents);
    const ordinary = await clientOf('ordinary');
    for (const path of ['sign-ins', 'permission-changes']) expect((await ordinary.get(`/audit/${path}`)).status).toBe(403);
    const key = { 'idempotency-key': 'one-key-for-both' };
    for (const username of ['ordinary', 'second'])
      expect((await admin.post(`/users/${username}/deactivate`, { reason: 'left' }, key)).status).toBe(200);
    await host.settled();
    const locked = (await typesOf('/audit/permission-changes')).filter((type) => type === 'AccountDeactivated');
    expect(locked).toHaveLength(2);
    const log = JSON.stringify(await host.running.ledgerline.store.read(undefined, 1_000));
    for (const word of [secret, ...recovery, password]) expect(log.includes(word)).toBe(false);
  });

  test('wrong passwords count by account, however its name is written and whatever asks for them', async () => {
    const limited = { username: 'limited', password, name: 'l', roles: ['agent'], departments: [] };
    const { id } = (await admin.post('/users', limited)).body;
    const own = await clientOf('limited');
    const wrong = 'not-the-password';
    const names = ['limited', 'Limited', 'LIMITED', String(id), 'lImited', 'liMited', 'limIted', 'limiTed', 'limitEd', 'limiteD'];
    await refusedAfter(10, async (n) => (await signIn({ password: wrong }, names[n % names.length]))[0]);
    expect(await signIn({}, 'lIMITED')).toEqual([429, 'too-many-requests']);
    expect(await signIn({ password: wrong }, 'second')).toEqual([401, 'wrong-username-or-password']);
    // One count for both, whatever cookie comes along.
    const factor = (n: number) => own.post('/session/second-factor', { password: wrong }, { cookie: `a=${n}` });
    const change = (current: string) => own.post('/session/password', { password: 'another-long-one', current });
    await refusedAfter(10, async (n) => (n % 2 === 0 ? await factor(n) : await change(wrong)).status);
    expect([(await change(password)).status, (await factor(0)).status]).toEqual([429, 429]);
  });
});
