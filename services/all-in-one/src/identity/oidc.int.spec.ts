import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { ApiClient, until, type Answer } from '@ledgerline/installation';
import { HostWithClock, SettableClock } from '../ticker/host-with-clock.js';
import { PlainBrowser } from './plain-browser.js';
import { LoopbackProvider } from './provider.js';

jest.setTimeout(240_000);

const password = 'correct-horse-battery';
const secret = 'the-secret-of-this-client';
const session = 'ledgerline-session';

/** By the browserless flow, against a real provider: cookies, redirects and forms as a browser has them. */
describe('signing in at a provider', () => {
  let host: HostWithClock;
  let provider: LoopbackProvider;
  let admin: ApiClient;
  const url = () => host.running.address ?? '';
  const here = () => new URL(url()).host;
  const isBack = (next: URL) => next.host === here() && next.pathname === '/oidc/callback';
  const items = ({ body }: Answer) => body['items'] as readonly Record<string, unknown>[];

  /** From the button to the provider's answer, which is not given yet. */
  async function answerFor(subject: string, browser: PlainBrowser, alter: (to: URL) => void = () => undefined): Promise<URL> {
    const begun = await browser.ask(`${url()}/oidc/sign-in`);
    const to = new URL(String(begun.headers.get('location')));
    alter(to);
    let page = await browser.follow(to, { stops: isBack });
    if (!isBack(page.url)) {
      const login = { prompt: 'login', login: subject, password: 'any' };
      page = await browser.follow(page.url, { form: login, stops: isBack });
    }
    if (!isBack(page.url)) page = await browser.follow(page.url, { form: { prompt: 'consent' }, stops: isBack });
    return page.url;
  }
  /** Where the browser ends, and who is signed in then. */
  async function ends(browser: PlainBrowser, answer: URL) {
    const { url: at } = await browser.follow(answer);
    const token = browser.cookie(here(), session);
    const { body } = token === undefined ? { body: {} } : await new ApiClient(url(), token).get('/session');
    const { user } = body as { readonly user?: Readonly<Record<string, unknown>> };
    return { at: `${at.pathname}${at.search}`, user };
  }
  async function signsIn(subject: string) {
    const browser = new PlainBrowser();
    return ends(browser, await answerFor(subject, browser));
  }
  const refused = (why: string) => ({ at: `/sign-in?refused=${why}`, user: undefined });

  async function employs(username: string, roles: readonly string[] = ['agent']) {
    const body = { username, password, name: username, roles, departments: ['call-centre'] };
    expect((await admin.post('/users', body)).status).toBe(201);
  }

  beforeAll(async () => {
    // It says at length that it is not set up for production.
    for (const level of ['warn', 'info'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);
    provider = await LoopbackProvider.start();
    host = await HostWithClock.start(new SettableClock(Date.now()), {
      LEDGERLINE_OIDC_ISSUER: provider.issuer,
      LEDGERLINE_OIDC_CLIENT_ID: 'ledgerline',
      LEDGERLINE_OIDC_CLIENT_SECRET: secret,
      LEDGERLINE_OIDC_NAME: '公司统一登录',
      LEDGERLINE_OIDC_ACCOUNT_CLAIM: 'preferred_username',
    });
    provider.serve({ client_id: 'ledgerline', client_secret: secret, back: url() });
    admin = (await ApiClient.signIn(url(), 'admin', password)).repeating();
    await employs('linked');
    await employs('matched');
    await employs('leaving');
    await employs('second-admin', ['administrator']);
    await host.settled();
  });
  afterAll(async () => {
    await host.stop();
    jest.restoreAllMocks();
  });

  test('is offered by its name', async () => {
    const ways = { password: true, oidc: { name: '公司统一登录', path: '/oidc/sign-in' } };
    expect((await new ApiClient(url()).get('/session/ways')).body).toEqual(ways);
    const begun = await new PlainBrowser().ask(`${url()}/oidc/sign-in`);
    const to = new URL(String(begun.headers.get('location')));
    expect([begun.status, to.origin]).toEqual([302, provider.issuer]);
    const asked = Object.fromEntries(to.searchParams);
    expect(asked).toMatchObject({ response_type: 'code', code_challenge_method: 'S256', redirect_uri: `${url()}/oidc/callback` });
    expect([asked['state']?.length, asked['nonce']?.length]).toEqual([22, 22]);
    expect(begun.headers.get('set-cookie')).toMatch(/^ledgerline-oidc=[^;]+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=600$/);
  });

  test('whom nobody has linked has no account, and gets none', async () => {
    expect(await signsIn('stranger')).toEqual(refused('oidc-no-account'));
    expect((await admin.get('/users/stranger')).status).toBe(404);
  });

  test('whom an administrator has linked is signed in as they are here, and the way is on record', async () => {
    expect((await admin.post('/users/linked/link-identity', { subject: 'employee-7', reason: '入职' })).status).toBe(200);
    const again = await admin.post('/users/matched/link-identity', { subject: 'employee-7', reason: 'x' });
    expect(again.body['code']).toBe('identity-linked-already');
    expect(await signsIn('employee-7')).toMatchObject({ at: '/', user: { username: 'linked', roles: ['agent'], way: 'oidc' } });
    await host.settled();
    expect(items(await admin.get('/users/linked/identities'))).toMatchObject([
      { issuer: provider.issuer, subject: 'employee-7' },
    ]);
    const [latest] = items(await admin.get('/audit/sign-ins?account=linked'));
    expect(latest).toMatchObject({ type: 'SessionStarted', way: 'oidc' });
  });

  test('by the claim that names the account somebody is linked once, and nobody who administers', async () => {
    provider.people.set('p-1', { preferred_username: 'Matched' });
    provider.people.set('p-2', { preferred_username: 'matched' });
    provider.people.set('p-3', { preferred_username: 'second-admin' });
    provider.people.set('p-4', { preferred_username: 'admin' });
    expect(await signsIn('p-1')).toMatchObject({ at: '/', user: { username: 'matched' } });
    await host.settled();
    // Another subject by the same name is another person.
    for (const subject of ['p-2', 'p-3', 'p-4']) expect(await signsIn(subject)).toEqual(refused('oidc-no-account'));
    // A changed name changes nothing: it is the subject that is known.
    provider.people.set('p-1', { preferred_username: 'linked' });
    expect(await signsIn('p-1')).toMatchObject({ user: { username: 'matched' } });
    // By an administrator's hand they are linked like anybody.
    expect((await admin.post('/users/second-admin/link-identity', { subject: 'p-3', reason: 'x' })).status).toBe(200);
    expect(await signsIn('p-3')).toMatchObject({ user: { username: 'second-admin' } });
  });

  test('what was unlinked is not linked again by a name', async () => {
    await host.settled();
    const [identity] = items(await admin.get('/users/matched/identities'));
    const unlink = () => admin.post(`/identities/${String(identity?.['id'])}/unlink`, { reason: '换人' });
    expect((await unlink()).status).toBe(200);
    expect((await unlink()).body['code']).toBe('identity-not-found');
    provider.people.set('p-1', { preferred_username: 'matched' });
    expect(await signsIn('p-1')).toEqual(refused('oidc-no-account'));
  });

  test('a locked account is refused in the same words, and wrong passwords lock nobody out here', async () => {
    await admin.post('/users/leaving/link-identity', { subject: 'employee-9', reason: 'x' });
    // Failures count for a minute by the clock on the wall, which a slow machine may outlast.
    const signIn = (typed: string) => new ApiClient(url()).post('/session', { username: 'leaving', password: typed });
    await until(async () => (await signIn('not-the-password')).status === 429);
    expect((await signIn(password)).status).toBe(429);
    expect(await signsIn('employee-9')).toMatchObject({ user: { username: 'leaving' } });
    await admin.post('/users/leaving/deactivate', { reason: '离职' });
    expect(await signsIn('employee-9')).toEqual(refused('oidc-no-account'));
  });

  describe('an answer that is not to be believed opens nothing', () => {
    test('with another state, or for another browser', async () => {
      const browser = new PlainBrowser();
      const answer = await answerFor('employee-7', browser);
      const altered = new URL(answer);
      altered.searchParams.set('state', 'A'.repeat(22));
      const stolen = new URL(answer);
      expect(await ends(browser, altered)).toEqual(refused('oidc-refused'));
      expect(await ends(new PlainBrowser(), stolen)).toEqual(refused('oidc-expired'));
      const other = new PlainBrowser();
      await other.ask(`${url()}/oidc/sign-in`);
      expect(await ends(other, stolen)).toEqual(refused('oidc-refused'));
    });

    test('with another nonce, or a code of another PKCE challenge', async () => {
      for (const name of ['nonce', 'code_challenge']) {
        const browser = new PlainBrowser();
        const other = name === 'nonce' ? 'B'.repeat(22) : 'C'.repeat(43);
        const answer = await answerFor('employee-7', browser, (to) => to.searchParams.set(name, other));
        expect(await ends(browser, answer)).toEqual(refused('oidc-refused'));
      }
    });

    test('with a code that was used, though the cookie was kept', async () => {
      const browser = new PlainBrowser();
      const answer = await answerFor('employee-7', browser);
      const kept = browser.cookie(here(), 'ledgerline-oidc') ?? '';
      expect(await ends(browser, answer)).toMatchObject({ user: { username: 'linked' } });
      expect(browser.cookie(here(), 'ledgerline-oidc')).toBeUndefined();
      const again = new PlainBrowser();
      expect(await ends(again, answer)).toEqual(refused('oidc-expired'));
      again.keep(here(), 'ledgerline-oidc', kept);
      expect(await ends(again, answer)).toEqual(refused('oidc-refused'));
    });

    test('after ten minutes, and with a refusal of the provider', async () => {
      const browser = new PlainBrowser();
      const answer = await answerFor('employee-7', browser);
      host.clock.pass(10 * 60_000);
      expect(await ends(browser, answer)).toEqual(refused('oidc-expired'));
      const begun = new PlainBrowser();
      const to = new URL(String((await begun.ask(`${url()}/oidc/sign-in`)).headers.get('location')));
      const denied = new URL(`${url()}/oidc/callback?error=access_denied&error_description=<script>`);
      denied.searchParams.set('state', String(to.searchParams.get('state')));
      denied.searchParams.set('iss', provider.issuer);
      expect(await ends(begun, denied)).toEqual(refused('oidc-refused'));
    });
  });

  test('signing out ends the session here, and goes on to the provider', async () => {
    const browser = new PlainBrowser();
    await ends(browser, await answerFor('employee-7', browser));
    const token = browser.cookie(here(), session) ?? '';
    expect((await new ApiClient(url(), token).call('DELETE', '/session')).status).toBe(204);
    expect((await new ApiClient(url(), token).get('/session')).status).toBe(401);
    const out = await browser.ask(`${url()}/oidc/sign-out`);
    const to = new URL(String(out.headers.get('location')));
    expect([to.origin, to.searchParams.get('post_logout_redirect_uri')]).toEqual([provider.issuer, `${url()}/`]);
  });

  test('refusals are on record, and nothing that was proved stands in the log in plain words', async () => {
    await host.settled();
    const whys = items(await admin.get('/audit/sign-ins?limit=200')).map(({ why }) => why);
    expect(whys).toEqual(expect.arrayContaining(['unknown-identity', 'deactivated', 'password']));
    const links = items(await admin.get('/audit/permission-changes?account=matched')).map(({ type, by }) => [type, by]);
    expect(links).toContainEqual(['IdentityUnlinked', expect.any(String)]);
    expect(links).toContainEqual(['IdentityLinked', 'sign-in']);
    const log = JSON.stringify(await host.running.ledgerline.store.read(undefined, 1_000));
    for (const word of ['employee-7', 'employee-9', secret]) expect(log.includes(word)).toBe(false);
  });

  test('a provider that is away refuses nobody, and says so', async () => {
    const browser = new PlainBrowser();
    const answer = await answerFor('employee-7', browser);
    await provider.stop();
    expect(await ends(browser, answer)).toEqual(refused('oidc-unavailable'));
    expect((await ApiClient.signIn(url(), 'linked', password)) instanceof ApiClient).toBe(true);
  });
});
