import { expect, test } from '@jest/globals';
import { ApiClient, eventually, type Installation } from '@ledgerline/installation';
import { newTicket, signIn } from './ticket-client.js';

type Clients = readonly [ApiClient, ApiClient, ApiClient, ApiClient, ApiClient, ApiClient];
const caller = { name: '钱多多', phone: '139 1234 5678', email: 'qian@example.org' };
const words = '我叫钱多多，请打13912345678。';
const traces = /钱多多|139.?1234.?5678|qian@|人民路/u;

/** R2.3 and R7.2 over HTTP, after the company of `ticketStory` is there. */
export function confidentiality(installation: () => Installation): void {
  const people = async () =>
    (await signIn(installation(), ...['agent1', 'coord1', 'quality-h', 'quality-m', 'sales-h', 'boss'])) as unknown as Clients;
  const found = async (client: ApiClient, query: string, after: Record<string, string>) => {
    const { status, body } = await client.get(`/tickets?${query}`, after);
    expect([query, status]).toEqual([query, 200]);
    return body['items'] as readonly Record<string, unknown>[];
  };
  const read = async (client: ApiClient, path: string) => JSON.stringify((await client.get(path)).body);

  test('departments see a masked phone, and find nobody by what is masked', async () => {
    const [agent, coordinator, handler] = await people();
    const ticket = await newTicket(agent, { caller, description: words });
    const { position } = await ticket.does(coordinator, 'route', { lead: 'quality' });
    const after = { 'ledgerline-after': String(position) };
    const path = `/tickets/${ticket.id}`;
    expect((await agent.get(path)).body['caller']).toEqual(caller);
    expect((await handler.get(path)).body).toMatchObject({
      caller: { ...caller, phone: '139****5678' },
      description: '我叫钱多多，请打139****5678。',
    });
    for (const look of [path, `${path}?version=1`, `${path}/events`, '/tickets?department=quality'])
      expect(await read(handler, look)).not.toMatch(/139.?1234.?5678/);
    const query = `q=${encodeURIComponent('13912345678')}`;
    const ids = async (client: ApiClient, q: string) => (await found(client, q, after)).map(({ id }) => id);
    expect(await ids(agent, query)).toContain(ticket.id);
    expect(await ids(handler, query)).not.toContain(ticket.id);
    expect(await ids(handler, `q=${encodeURIComponent('钱多多')}`)).toContain(ticket.id);
    expect((await handler.get(`/tickets/count?${query}`, after)).body).toMatchObject({ count: 0, exact: true });
  });

  test('who reports wrongdoing is hidden from departments until an executive reveals it', async () => {
    const [agent, coordinator, handler, , , boss] = await people();
    const report = { caller, description: words, kind: 'report-wrongdoing', location: { address: '人民路1号' } };
    const name = "attachment; filename*=UTF-8''%E9%92%B1%E5%A4%9A%E5%A4%9A.png";
    const upload = await fetch(`${installation().url}/api/v1/attachments`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await tokenOf(installation(), 'agent1')}`, 'content-disposition': name, 'content-type': 'image/png' },
      body: 'png',
    }); // prettier-ignore
    const { id: attachment } = (await upload.json()) as { readonly id: string };
    const ticket = await newTicket(agent, { ...report, attachments: [attachment] });
    const { position } = await ticket.does(coordinator, 'route', { lead: 'quality' });
    await ticket.does(handler, 'accept');
    await ticket.does(agent, 'add-message', { from: 'caller', text: words });
    const path = `/tickets/${ticket.id}`;
    const after = { 'ledgerline-after': String(position) };
    const looks = [
      path,
      `${path}?version=1`,
      `${path}/events`,
      `${path}/deadlines`,
      '/tickets?department=quality&kind=report-wrongdoing',
    ];
    for (const look of looks) expect(await read(handler, look)).not.toMatch(traces);
    expect((await handler.get(path)).body).toMatchObject({ caller: {}, description: '我叫***，请打***。' });
    for (const q of ['钱多多', '13912345678', 'qian'])
      expect(await found(handler, `kind=report-wrongdoing&q=${encodeURIComponent(q)}`, after)).toEqual([]);
    expect(await downloadedAs(installation(), 'quality-h', attachment)).not.toContain('filename');
    expect(decodeURIComponent(await downloadedAs(installation(), 'coord1', attachment))).toContain('钱多多');

    await ticket.does(coordinator, 'reclassify', { kind: 'complaint', reason: 'r' });
    expect(await read(handler, path)).not.toMatch(traces);
    await ticket.refused(boss, 'grant-reveal', { department: 'quality' }, 'no-reveal-requested');
    await ticket.does(handler, 'request-reveal', { department: 'quality', reason: '需要当面核实' });
    await ticket.refused(handler, 'request-reveal', { department: 'quality', reason: 'r' }, 'reveal-already-requested');
    await ticket.refused(coordinator, 'grant-reveal', { department: 'quality' }, 'not-allowed');
    await ticket.does(boss, 'grant-reveal', { department: 'quality' });
    expect((await handler.get(path)).body).toMatchObject({ caller, revealedTo: ['quality'] });
    expect((await ticket.history(coordinator)).slice(-2)).toEqual(['RevealRequested', 'RevealGranted']);
    const ordinary = await newTicket(agent);
    await ordinary.does(coordinator, 'route', { lead: 'quality' });
    await ordinary.refused(handler, 'request-reveal', { reason: 'r' }, 'identity-not-hidden');
  });

  test('nobody accepts, reviews or checks what is about themselves', async () => {
    const [agent, coordinator, handler, manager] = await people();
    const ticket = await newTicket(agent, { about: { person: 'quality-m' } });
    await ticket.does(coordinator, 'route', { lead: 'quality' });
    await ticket.refused(manager, 'accept', {}, 'ticket-concerns-you');
    await ticket.does(handler, 'accept');
    await ticket.does(handler, 'submit-result', { result: 'r', reply: 'y', publishable: true });
    await ticket.refused(manager, 'approve-result', {}, 'ticket-concerns-you');
    await ticket.refused(manager, 'send-back-result', { reason: 'r' }, 'ticket-concerns-you');
  });

  test('staff sign an undertaking for a year, and it shows who has not', async () => {
    const [agent, coordinator] = await people();
    const { body } = await agent.get('/undertakings');
    const { edition, zh } = body['text'] as Record<string, string>;
    expect(zh).toContain('保密');
    expect(body).toMatchObject({ own: { state: 'missing' }, items: [] });
    expect((await agent.post('/undertakings', { edition: 'old' })).body['code']).toBe('undertaking-has-changed');
    const signed = await agent.post('/undertakings', { edition });
    expect(signed).toMatchObject({ status: 201, body: { state: 'signed', edition } });
    expect((await agent.get('/session')).body['user']).toMatchObject({ undertaking: { state: 'signed' } });
    const after = { 'ledgerline-after': String(signed.body['position']) };
    const all = async () => (await coordinator.get('/undertakings', after)).body['items'] as readonly Record<string, unknown>[];
    await eventually(async () => {
      const states = new Map((await all()).map(({ username, undertaking }) => [username, undertaking as { state: string }]));
      expect([states.get('agent1')?.state, states.get('coord1')?.state]).toEqual(['signed', 'missing']);
    });
  });

  test('a confidential ticket shows to those whose work needs it, and looking is on record', async () => {
    const [agent, coordinator, handler, manager, stranger, boss] = await people();
    const ticket = await newTicket(agent, { confidential: true, subject: '配方泄露', caller });
    const path = `/tickets/${ticket.id}`;
    const looking = async () => {
      const { status, body } = await coordinator.get(`${path}/accesses`);
      expect(status).toBe(200);
      return body['items'] as readonly Record<string, unknown>[];
    };
    expect(await looking()).toEqual([]);
    await ticket.refused(agent, 'reclassify', { kind: 'other', reason: 'r' }, 'ticket-not-found');
    await ticket.does(agent, 'add-message', { from: 'caller', text: '补充' });
    await ticket.does(coordinator, 'route', { lead: 'quality' });
    expect((await handler.get(path)).status).toBe(200);
    await ticket.does(manager, 'assign-handler', { handler: 'quality-m' });
    expect((await handler.get(path)).status).toBe(404);
    await ticket.refused(handler, 'accept', {}, 'ticket-not-found');
    const { position } = await ticket.does(manager, 'accept');
    for (const client of [agent, stranger, handler])
      for (const look of [path, `${path}/events`, `${path}/deadlines`, `${path}?version=1`])
        expect([look, (await client.get(look)).status]).toEqual([look, 404]);
    for (const look of [path, path, `${path}?version=1`, `${path}/events`, `${path}/deadlines`])
      expect((await boss.get(look)).status).toBe(200);
    const seen = await looking();
    expect(seen.map(({ call, moment }) => [call, moment])).toEqual([
      ['ticket', undefined],
      ['ticket', undefined],
      ['history', { version: 1 }],
      ['events', undefined],
      ['deadlines', undefined],
    ]);
    expect(seen[1]).toMatchObject({ roles: ['leader'], departments: [] });
    expect(seen[0]?.['who']).not.toBe(seen[1]?.['who']);
    expect((await agent.get(`${path}/accesses`)).status).toBe(403);
    expect((await boss.get(`${path}/accesses`)).status).toBe(403);

    const after = { 'ledgerline-after': String(position) };
    const listed = async (client: ApiClient, query: string) =>
      (await found(client, query, after)).find(({ id }) => id === ticket.id);
    const query = `department=quality&q=${encodeURIComponent('配方')}`;
    expect(await listed(handler, query)).toBeUndefined();
    expect(await listed(agent, `q=${encodeURIComponent('配方')}`)).toBeUndefined();
    const line = await listed(manager, query);
    expect(line).toMatchObject({ withheld: true, status: 'in-progress' });
    expect(line).not.toHaveProperty('subject');
    expect(line).not.toHaveProperty('caller');
    expect(await listed(coordinator, `q=${encodeURIComponent('配方')}`)).toMatchObject({ withheld: true });
  });
}

function tokenOf({ url }: Installation, username: string): Promise<string> {
  return ApiClient.tokenAs(url, username, 'a-good-long-password');
}

/** The content disposition with which an attachment comes down, once its ticket is known to it. */
async function downloadedAs(installation: Installation, username: string, attachment: string): Promise<string> {
  const headers = { authorization: `Bearer ${await tokenOf(installation, username)}` };
  return eventually(async () => {
    const response = await fetch(`${installation.url}/api/v1/attachments/${attachment}`, { headers });
    if (response.status !== 200) throw new Error(`${username} does not see the attachment: ${response.status}`);
    return response.headers.get('content-disposition') ?? '';
  });
}
