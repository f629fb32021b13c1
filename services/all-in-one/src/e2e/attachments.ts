import { expect, test } from '@jest/globals';
import { adminPassword, ApiClient, eventually, until, type Installation } from '@ledgerline/installation';
import { randomBytes } from 'node:crypto';
import { aTicket } from './ticket-story.js';

interface Uploaded {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** Attachments over HTTP; runs after the ticket story, whose accounts it uses. */
export function attachments(installation: () => Installation): void {
  const tokenOf = (username: string) =>
    ApiClient.tokenAs(installation().url, username, username === 'admin' ? adminPassword : 'a-good-long-password');
  const upload = async (token: string, content: Uint8Array, headers: Record<string, string> = {}): Promise<Uploaded> => {
    const send = () =>
      fetch(`${installation().url}/api/v1/attachments`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'image/png', ...headers },
        body: content as never,
      });
    let response = await send();
    // A busy machine says that it is asked too early.
    await until(async () => response.status !== 503 || (response = await send()).status !== 503);
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const download = (token: string, id: unknown) =>
    fetch(`${installation().url}/api/v1/attachments/${String(id)}`, { headers: { authorization: `Bearer ${token}` } });
  /** What a process manager has still to do may take a moment. */
  const downloaded = (token: string, id: unknown) =>
    eventually(async () => {
      const response = await download(token, id);
      expect(response.status).toBe(200);
      return response;
    });

  test('an attachment comes back as it was, to those who see its ticket', async () => {
    const [agent, coordinator, handler] = (await Promise.all(['agent1', 'coord1', 'quality-h'].map(tokenOf))) as [
      string,
      string,
      string,
    ];
    const content = randomBytes(300_000);
    const disposition = "attachment; filename*=UTF-8''%E5%86%B0%E7%AE%B1.png";
    const { status, body } = await upload(agent, content, { 'content-disposition': disposition });
    expect([status, body['size'], body['mediaType']]).toEqual([201, 300_000, 'image/png']);
    expect((await download(handler, body['id'])).status).toBe(404);

    const client = new ApiClient(installation().url, agent);
    const ticket = await client.post('/tickets', { ...aTicket, attachments: [body['id']] });
    expect(ticket.status).toBe(201);
    const seen = await downloaded(coordinator, body['id']);
    expect(Buffer.from(await seen.arrayBuffer())).toEqual(content);
    expect(seen.headers.get('content-type')).toBe('image/png');
    expect(seen.headers.get('x-content-type-options')).toBe('nosniff');
    expect(decodeURIComponent(seen.headers.get('content-disposition') ?? '')).toContain('冰箱.png');
    expect((await download(handler, body['id'])).status).toBe(404);
    await new ApiClient(installation().url, coordinator).post(`/tickets/${String(ticket.body['id'])}/route`, { lead: 'quality' });
    await downloaded(handler, body['id']);
  });

  test('an upload that is repeated is one attachment; another content under the same key is refused', async () => {
    const agent = await tokenOf('agent1');
    const content = randomBytes(1_000);
    const key = { 'idempotency-key': 'upload-1' };
    const first = await upload(agent, content, key);
    expect(await upload(agent, content, key)).toEqual(first);
    const other = await upload(agent, randomBytes(1_000), key);
    expect([other.status, other.body['code']]).toEqual([409, 'idempotency-key-reused']);
    expect(Buffer.from(await (await download(agent, first.body['id'])).arrayBuffer())).toEqual(content);
  });

  test('JSON is an attachment like any other, and so is nothing at all', async () => {
    const agent = await tokenOf('agent1');
    const json = await upload(agent, Buffer.from('{"not": '), { 'content-type': 'application/json; charset=utf-8' });
    expect([json.status, json.body['mediaType'], json.body['size']]).toEqual([201, 'application/json', 8]);
    expect((await upload(agent, Buffer.alloc(0))).body['size']).toBe(0);
  });

  test('bad uploads and references are refused and leave nothing', async () => {
    const [agent, coordinator] = (await Promise.all(['agent1', 'coord1'].map(tokenOf))) as [string, string];
    expect((await upload('lls_nobody-at-all', randomBytes(10))).status).toBe(401);
    expect((await upload(agent, randomBytes(10), { 'content-type': 'nonsense' })).body['code']).toBe('invalid-header');
    const large = await upload(agent, new Uint8Array(26 * 1024 * 1024 + 1));
    expect([large.status, large.body['code']]).toEqual([413, 'too-large']);
    const { body: own } = await upload(agent, randomBytes(10));
    const refused = async (token: string, id: unknown) =>
      (await new ApiClient(installation().url, token).post('/tickets', { ...aTicket, attachments: [id] })).body;
    expect(await refused(agent, 'nothing-of-that-name')).toMatchObject({
      status: 400,
      code: 'unknown-attachment',
      errors: [{ pointer: '/attachments/0' }],
    });
    expect(await refused(coordinator, own['id'])).toMatchObject({ code: 'unknown-attachment' });
    for (const id of ['..%2f..%2fvault.sqlite', 'x'.repeat(150), '%00'])
      expect((await download(agent, id)).status).toBeLessThan(500);
  });
}
