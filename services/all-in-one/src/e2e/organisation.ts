import { expect, test } from '@jest/globals';
import { adminPassword, ApiClient, eventually, type Answer, type Installation } from '@ledgerline/installation';
import { newTicket, signIn } from './ticket-client.js';

/** Departments, accounts and tokens after they were made. After `ticketStory`, whose company it needs. */
export function organisation(installation: () => Installation): void {
  const password = 'a-good-long-password';
  const who = (username: string, secret = password) => ApiClient.signIn(installation().url, username, secret);
  const admin = () => ApiClient.as(installation().url, 'admin', adminPassword);
  const ok = (answer: Answer) => {
    expect([answer.status, answer.body['code']]).toEqual([200, undefined]);
    return answer.body;
  };
  const refused = (answer: Answer, code: string) => expect(answer.body['code']).toBe(code);

  test('rights are changed with a reason, at once, and the change stands on record', async () => {
    const client = await admin();
    const made = { username: 'mover', password, name: '王小明', roles: ['agent'], departments: ['call-centre'] };
    expect((await client.post('/users', made)).status).toBe(201);
    const mover = await who('mover');
    expect((await mover.get('/users')).status).toBe(403);
    refused(await mover.post('/users/mover/change', { roles: ['leader'], reason: 'x' }), 'not-allowed');
    expect((await client.post('/users/mover/change', { roles: ['manager'] })).status).toBe(400);
    const rights = { roles: ['manager'], departments: ['quality'] };
    ok(await client.post('/users/mover/change', { ...rights, name: '王明', reason: '调岗' }));
    expect((await mover.get('/session')).body['user']).toMatchObject(rights);
    refused(await client.post('/users/mover/change', { ...rights, reason: 'again' }), 'nothing-to-change');
    refused(await client.post('/users/nobody/change', { roles: [], reason: 'x' }), 'account-not-found');
    const nowhere = await client.post('/users', { ...made, username: 'lost', departments: ['quality', 'nowhere'] });
    expect(nowhere).toMatchObject({ status: 400, body: { code: 'unknown-department', errors: [{ pointer: '/departments/1' }] } });
    const changed = await client.post('/users/mover/change', { departments: ['nowhere'], reason: 'x' });
    expect([changed.status, changed.body['code']]).toEqual([400, 'unknown-department']);
    const late = await client.post('/tokens', { name: 'late', roles: [], expiresAt: '2020-01-01T00:00:00Z' });
    expect(late).toMatchObject({ status: 400, body: { code: 'expires-in-the-past', errors: [{ pointer: '/expiresAt' }] } });
    const { body } = await client.get('/users/mover');
    expect(body).toMatchObject({ name: '王明', ...rights });
    const history = body['history'] as readonly Record<string, unknown>[];
    expect(history.map(({ type }) => type)).toEqual(['AccountCreated', 'AccountRenamed', 'AccountChanged']);
    expect(history[2]).toMatchObject({ reason: '调岗', by: expect.any(String), ...rights });
    expect(JSON.stringify(body)).not.toContain('scrypt');
  });

  test('a locked account is out at once, and in again when it is unlocked', async () => {
    const client = await admin();
    const mover = await who('mover');
    expect((await mover.get('/session')).status).toBe(200);
    ok(await client.post('/users/mover/deactivate', { reason: 'left' }));
    expect((await mover.get('/session')).status).toBe(401);
    await expect(who('mover')).rejects.toThrow('401');
    refused(await client.post('/users/mover/deactivate', { reason: 'left' }), 'already-deactivated');
    ok(await client.post('/users/mover/reactivate', { reason: 'back' }));
    expect((await mover.get('/session')).status).toBe(401);
    expect((await (await who('mover')).get('/session')).status).toBe(200);
  });

  test('a password that is set anew ends the sessions of the old one', async () => {
    const client = await admin();
    const mover = await who('mover');
    ok(await client.post('/users/mover/reset-password', { password: 'another-long-password' }));
    expect((await mover.get('/session')).status).toBe(401);
    await expect(who('mover')).rejects.toThrow('401');
    const again = await who('mover', 'another-long-password');
    refused(
      await again.post('/session/password', { current: 'wrong', password: 'a-third-password' }),
      'wrong-username-or-password',
    );
    ok(await again.post('/session/password', { current: 'another-long-password', password: 'a-third-password' }));
    expect((await again.get('/session')).status).toBe(401);
    expect((await (await who('mover', 'a-third-password')).get('/session')).status).toBe(200);
  });

  test('nobody widens their own rights, and somebody always administers', async () => {
    const client = await admin();
    refused(await client.post('/users/admin/deactivate', { reason: 'x' }), 'own-account');
    refused(await client.post('/users/admin/change', { roles: ['agent'], reason: 'x' }), 'last-administrator');
    const second = { username: 'second', password, name: 'Second', roles: ['administrator'], departments: [] };
    expect((await client.post('/users', second)).status).toBe(201);
    const other = await who('second');
    refused(
      await other.post('/users/second/change', { roles: ['administrator', 'leader'], reason: 'x' }),
      'own-rights-cannot-grow',
    );
    ok(await client.post('/users/second/deactivate', { reason: 'for tests' }));
  });

  test('a department that works no more gets nothing new', async () => {
    const client = await admin();
    const [agent, coordinator] = (await signIn(installation(), 'agent1', 'coord1')) as [ApiClient, ApiClient];
    expect((await client.post('/departments', { code: 'old-branch', name: '旧网点', manager: 'somebody' })).status).toBe(201);
    ok(await client.post('/departments/old-branch/change', { name: '老网点', manager: null, reason: 'renamed' }));
    refused(await agent.post('/departments/old-branch/deactivate', { reason: 'x' }), 'not-allowed');
    ok(await client.post('/departments/old-branch/deactivate', { reason: 'closed' }));
    refused(await client.post('/departments/call-centre/deactivate', { reason: 'x' }), 'call-centre-always-works');
    const ticket = await newTicket(agent, { kind: 'praise', item: 'other' });
    await ticket.refused(coordinator, 'route', { lead: 'old-branch' }, 'unknown-department');
    const { body } = await coordinator.get('/departments/old-branch');
    expect(body).toMatchObject({ name: '老网点', deactivated: true, history: [{ type: 'DepartmentCreated' }, {}, { reason: 'closed' }] });
    expect(body['manager']).toBeUndefined();
    const table = { code: 'default', effectiveFrom: '2026-01-01T00:00:00Z', rules: [], fallback: 'old-branch' };
    refused(await client.post('/routing-tables', table), 'invalid-document');
    ok(await client.post('/departments/old-branch/reactivate', { reason: 'open again' }));
    await ticket.does(coordinator, 'route', { lead: 'old-branch' });
  }); // prettier-ignore

  test('tokens are listed without their secret, and revoked', async () => {
    const client = await admin();
    const { id, token } = (await client.post('/tokens', { name: 'pipeline', roles: ['auditor'] })).body;
    const machine = new ApiClient(installation().url, String(token));
    expect((await machine.get('/tokens')).status).toBe(200);
    const listed = async () => (await client.get('/tokens?limit=200')).body['items'] as readonly Record<string, unknown>[];
    const about = { id, name: 'pipeline', roles: ['auditor'], revoked: false };
    await eventually(async () => expect(await listed()).toContainEqual(expect.objectContaining(about)));
    expect(JSON.stringify(await listed())).not.toContain(String(token));
    const few = await client.post('/tokens', { name: 'few', roles: ['administrator'], scopes: ['administration'] });
    const wider = { name: 'wider', roles: ['administrator'] };
    refused(await new ApiClient(installation().url, String(few.body['token'])).post('/tokens', wider), 'not-allowed');
    ok(await client.post(`/tokens/${String(id)}/revoke`, { reason: 'leaked' }));
    expect((await machine.get('/tokens')).status).toBe(401);
    refused(await client.post(`/tokens/${String(id)}/revoke`), 'already-revoked');
  }); // prettier-ignore

  test('a token ends with its issuer’s account, and so does what it issued itself', async () => {
    const client = await admin();
    const issuer = { username: 'issuer', password, name: 'Issuer', roles: ['administrator'], departments: [] };
    expect((await client.post('/users', issuer)).status).toBe(201);
    const machineOf = async (by: ApiClient, name: string) =>
      new ApiClient(installation().url, String((await by.post('/tokens', { name, roles: ['administrator'] })).body['token']));
    const machine = await machineOf(await who('issuer'), 'first');
    const offspring = await machineOf(machine, 'second');
    for (const one of [machine, offspring]) expect((await one.get('/tokens')).status).toBe(200);
    ok(await client.post('/users/issuer/deactivate', { reason: 'left' }));
    for (const one of [machine, offspring]) expect((await one.get('/tokens')).status).toBe(401);
    ok(await client.post('/users/issuer/reactivate', { reason: 'back' }));
    for (const one of [machine, offspring]) expect((await one.get('/tokens')).status).toBe(401);
    const anew = await machineOf(await who('issuer'), 'third');
    expect((await anew.get('/tokens')).status).toBe(200);
    await eventually(async () => {
      const items = (await client.get('/tokens?issuedBy=issuer')).body['items'] as readonly Record<string, unknown>[];
      expect(Object.fromEntries(items.map(({ name, ended }) => [name, ended]))).toEqual({ first: true, third: false });
    });
    ok(await client.post('/users/issuer/deactivate', { reason: 'for tests' }));
  });
}
