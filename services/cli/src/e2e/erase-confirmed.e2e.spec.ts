import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { adminPassword, ApiClient, until } from '@ledgerline/installation';
import { ledgerline, result } from './command-line.js';
import { filledInstallation, type Filled } from './filled-installation.js';

jest.setTimeout(240_000);

describe('erasing where the installation wants two persons', () => {
  let filled: Filled;
  let second: ApiClient;
  let ticket: string;
  beforeAll(async () => {
    filled = await filledInstallation(2, undefined, { LEDGERLINE_ERASURE_CONFIRMED: 'always' });
    const { client, installation, tickets } = filled;
    ticket = String(tickets[0]?.id);
    const password = 'long-enough-1';
    await client.post('/users', { username: 'second', password, name: 'Second', roles: ['administrator', 'auditor'], departments: [] });
    second = await ApiClient.signIn(installation.url, 'second', password);
  }); // prettier-ignore
  afterAll(async () => {
    expect(await filled.installation.stop()).toEqual([0]);
  });

  const run = (...args: string[]) =>
    ledgerline(['erase', ticket, '--json', '--as', 'admin', ...args], {
      env: { LEDGERLINE_URL: filled.installation.url, LEDGERLINE_PASSWORD: adminPassword },
      input: `${adminPassword}\n`,
    });
  const code = ({ status, body }: { status: number; body: Record<string, unknown> }) => [status, body['code']];
  const shown = async () => ((await second.get(`/tickets/${ticket}`)).body as { subject: unknown }).subject;

  test('the order of one is a request, which nobody confirms for themselves', async () => {
    const asked = result(await run('--reference', '2026/18'));
    expect(asked).toMatchObject({ state: 'requested' });
    expect(code(await filled.client.post('/erasures/confirm', { ticket }))).toEqual([403, 'own-request']);
    const token = (await filled.client.post('/tokens', { name: 't', roles: ['administrator', 'auditor'] })).body['token'];
    const byToken = new ApiClient(filled.installation.url, String(token));
    expect(code(await byToken.post('/erasures/confirm', { ticket }))).toEqual([403, 'own-request']);
    expect(code(await filled.client.post('/erasures', { ticket, ground: 'unlawful' }))).toEqual([409, 'erasure-requested-already']);
    await until(async () => ((await second.get('/erasures')).body['items'] as readonly object[]).length === 1);
    expect((await second.get('/erasures')).body['items']).toMatchObject([{ of: 'ticket', subject: ticket, reference: '2026/18' }]);
    expect(await shown()).toEqual(expect.any(String));
  }); // prettier-ignore

  test('the second person refuses with a reason, or confirms; both stand on record', async () => {
    expect(code(await second.post('/erasures/refuse', { ticket, reason: 'because' }))).toEqual([400, 'invalid-body']);
    expect(code(await second.post('/erasures/refuse', { ticket, reason: 'identity-not-shown' }))).toEqual([200, undefined]);
    expect((await second.get(`/erasures/${ticket}`)).body).toMatchObject({ state: 'none', refused: { reason: 'identity-not-shown' } });
    expect(code(await second.post('/erasures/confirm', { ticket }))).toEqual([409, 'no-erasure-requested']);
    const again = await filled.client.post('/erasures', { ticket, ground: 'person-request' });
    expect([again.status, again.body]).toEqual([202, expect.objectContaining({ state: 'requested', expiresAt: expect.any(String) })]);
    expect(code(await second.post('/erasures/confirm', { ticket }))).toEqual([202, undefined]);
    await until(async () => (await second.get(`/erasures/${ticket}`)).body['state'] === 'completed');
    const { body } = await second.get(`/erasures/${ticket}`);
    expect(body['requestedBy']).not.toBe(body['orderedBy']);
    expect([body['requestedBy'], body['orderedBy']]).toEqual([expect.any(String), expect.any(String)]);
    expect(await shown()).toEqual({ erased: true });
    await until(async () => ((await second.get('/erasures')).body['items'] as readonly object[]).length === 0);
  }); // prettier-ignore
});
