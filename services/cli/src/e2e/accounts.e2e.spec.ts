import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { adminPassword, ApiClient, startEmbedded, until, type Installation } from '@ledgerline/installation';
import { createServer, type AddressInfo } from 'node:net';
import { ledgerline, result } from './command-line.js';
import { newFolder } from './filled-installation.js';

jest.setTimeout(240_000);

describe('accounts and tokens, over the API of a running installation', () => {
  let installation: Installation;
  let env: Record<string, string>;
  beforeAll(async () => {
    installation = await startEmbedded({ data: await newFolder() });
    env = { LEDGERLINE_URL: installation.url };
  });
  afterAll(() => installation.stop());

  test('a token is made by whoever may, and works from then on', async () => {
    const args = [
      'token',
      'create',
      'scripts',
      '--role',
      'administrator',
      '--as',
      'admin',
      '--expires',
      '2199-01-01T00:00:00+08:00',
    ];
    const ran = await ledgerline([...args, '--json'], { env: { ...env, LEDGERLINE_PASSWORD: adminPassword } });
    expect([ran.code, ran.stderr]).toEqual([0, '']);
    env = { ...env, LEDGERLINE_TOKEN: String(result(ran)['token']) };
    const piped = await ledgerline(args, { env, input: `${adminPassword}\n` });
    expect(piped).toMatchObject({ code: 0, stdout: expect.stringMatching(/^llt_\w{52}\n$/) });
  });

  test('an account is made, listed, and can sign in', async () => {
    const add = ['user', 'add', 'wang', '--name', '王丽', '--role', 'agent', 'team-leader', '--department', 'call-centre'];
    expect(await ledgerline(add, { env, input: 'a-good-password\n' })).toMatchObject({
      code: 0,
      stdout: 'wang can sign in now.\n',
    });
    expect(await ApiClient.signIn(installation.url, 'wang', 'a-good-password')).toBeInstanceOf(ApiClient);
    const made = await ledgerline(['user', 'add', 'li', '--generate-password', '--json'], { env });
    expect(await ApiClient.signIn(installation.url, 'li', String(result(made)['password']))).toBeInstanceOf(ApiClient);
    await until(async () => (await ledgerline(['user', 'list'], { env })).stdout.includes('li '));
    const list = await ledgerline(['user', 'list'], { env });
    expect(list.stdout).toMatch(/^USERNAME +NAME +ROLES +DEPARTMENTS\n/);
    expect(list.stdout).toMatch(/^wang +王丽 +agent, team-leader +call-centre$/m);
    expect(list.stdout).toMatch(/^admin +系统管理员 +all +all$/m);
  });

  describe('an account', () => {
    const [old, password] = ['a-first-long-password', 'a-better-password'];
    let machine: ApiClient;
    let token: string;
    const stateOf = async (admin: ApiClient) => {
      const items = (await admin.get('/tokens?issuedBy=boss')).body['items'] as readonly Record<string, unknown>[];
      return items.find(({ id }) => id === token);
    };
    const admin = () => ApiClient.signIn(installation.url, 'admin', adminPassword);

    test('gets another password, and the sessions of the old one end', async () => {
      const boss = { username: 'boss', name: 'Boss', password: old, roles: ['administrator'], departments: [] };
      expect((await (await admin()).post('/users', boss)).status).toBe(201);
      const session = await ApiClient.signIn(installation.url, 'boss', old);
      const set = await ledgerline(['user', 'password', 'boss'], { env, input: `${password}\n` });
      expect(set).toMatchObject({ code: 0, stdout: 'boss has a new password.\n' });
      expect((await session.get('/session')).status).toBe(401);
    });

    test('is locked with the tokens that it issued', async () => {
      const issued = await (
        await ApiClient.signIn(installation.url, 'boss', password)
      ).post('/tokens', { name: 'of boss', roles: ['auditor'] });
      token = String(issued.body['id']);
      machine = new ApiClient(installation.url, String(issued.body['token']));
      expect((await machine.get('/tokens')).status).toBe(200);
      expect(await ledgerline(['user', 'disable', 'boss', '--reason', 'left'], { env })).toMatchObject({ code: 0 });
      expect((await machine.get('/tokens')).status).toBe(401);
      const client = await admin();
      await until(async () => (await stateOf(client))?.['ended'] === true);
      const { stdout } = await ledgerline(['token', 'list', '--issued-by', 'boss'], { env });
      expect(stdout).toMatch(new RegExp(`^${token} +of boss +auditor +\\S+ +ended with its issuer$`, 'm'));
    });

    test('is unlocked without them; a token is revoked', async () => {
      expect(await ledgerline(['user', 'enable', 'boss', '--reason', 'back'], { env })).toMatchObject({ code: 0 });
      expect((await machine.get('/tokens')).status).toBe(401);
      expect(await ledgerline(['token', 'revoke', token, '--reason', 'r'], { env })).toMatchObject({ code: 0 });
      const client = await admin();
      await until(async () => (await stateOf(client))?.['revoked'] === true);
    });
  });

  test('what the rules refuse is refused with their word, exit 1', async () => {
    const again = await ledgerline(['user', 'add', 'wang', '--json'], { env, input: 'a-good-password\n' });
    expect([again.code, result(again)]).toMatchObject([1, { error: { code: 'username-taken' } }]);
    const short = await ledgerline(['user', 'add', 'zhao'], { env, input: 'short\n' });
    expect(short).toMatchObject({ code: 1, stderr: expect.stringContaining('/password') });
    const wrong = await ledgerline(['user', 'list', '--as', 'wang', '--json'], {
      env: { ...env, LEDGERLINE_PASSWORD: 'not-this-one' },
    });
    expect(result(wrong)).toMatchObject({ error: { code: 'wrong-username-or-password' } });
    const may = { ...env, LEDGERLINE_PASSWORD: 'a-good-password' };
    const token = await ledgerline(['token', 'create', 'x', '--role', 'agent', '--as', 'wang', '--json'], { env: may });
    expect([token.code, result(token)]).toMatchObject([1, { error: { code: 'not-allowed' } }]);
  });

  test.each([
    ['no way to sign in', ['user', 'list'], { LEDGERLINE_TOKEN: '' }],
    ['no password', ['user', 'add', 'x'], {}],
    ['no reason', ['user', 'disable', 'x'], {}],
    ['a role that is none', ['user', 'add', 'x', '--role', 'king'], {}],
    ['a token without a role', ['token', 'create', 'x'], {}],
    ['a time without an offset', ['token', 'create', 'x', '--role', 'agent', '--expires', '2199-01-01T00:00:00'], {}],
    ['an address that is none', ['user', 'list'], { LEDGERLINE_URL: 'nowhere' }],
    ['no subcommand', ['user'], {}],
  ])('%s is wrong use', async (_what, args, more) => {
    expect(await ledgerline(args, { env: { ...env, ...(more as Record<string, string>) } })).toMatchObject({
      code: 2,
      stdout: '',
    });
  });

  test('where nobody listens it says what to do; what is no Ledgerline is not taken for one', async () => {
    const nobody = await ledgerline(['user', 'list', '--json'], { env: { ...env, LEDGERLINE_URL: 'http://127.0.0.1:9' } });
    expect([nobody.code, result(nobody)]).toMatchObject([1, { error: { code: 'not-running' } }]);
    const other = createServer((socket) => socket.end('HTTP/1.1 404 Not Found\r\ncontent-length: 2\r\n\r\nno'));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const stranger = await ledgerline(['user', 'list'], { env: { ...env, LEDGERLINE_URL: `http://127.0.0.1:${port}` } });
    other.close();
    expect(stranger).toMatchObject({ code: 1, stderr: 'the server answers 404\n' });
  });
});
