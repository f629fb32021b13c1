import { expect, test } from '@jest/globals';
import { ApiClient, eventually, type Answer, type Installation } from '@ledgerline/installation';
import { signIn } from './ticket-client.js';
import { aTicket } from './ticket-story.js';

type Items = readonly Readonly<Record<string, unknown>>[];

/** R11 over HTTP, after the company of `ticketStory` is there: what becomes of a suggestion, and of a fault that comes again. */
export function improvement(installation: () => Installation): void {
  const people = () => signIn(installation(), 'agent1', 'quality-m') as Promise<[ApiClient, ApiClient]>;
  const ok = ({ status, body }: Answer, wanted = 200) => {
    expect([status, body['code']]).toEqual([wanted, undefined]);
    return body;
  };
  const itemsOf = ({ body }: Answer) => (body['items'] ?? []) as Items;

  test('a caller who asked reads on their own page what came of it', async () => {
    const [agent, manager] = await people();
    const { id: ticket, number, secret } = ok(await agent.post('/tickets', { ...aTicket, kind: 'opinion' }), 201);
    const raised = { title: '门把手', text: '把手太滑。', department: 'quality', tickets: [number] };
    const { id } = ok(await agent.post('/proposals', raised), 201);
    const proposal = `/proposals/${String(id)}`;
    ok(await manager.post(`${proposal}/take-up`, { dueBy: '2199-01-01T00:00:00Z' }));
    const { position } = ok(await manager.post(`${proposal}/carry-out`, { text: '已换防滑把手。' }));
    const after = { 'ledgerline-after': String(position) };
    const toTell = async () => itemsOf(await agent.get('/proposals?toTell=true&limit=200', after)).map((one) => one['id']);
    await eventually(async () => expect(await toTell()).toContain(id));
    expect(itemsOf(await agent.get(`${proposal}/callers?telling=to-tell`))).toMatchObject([{ ticket }]);
    ok(await agent.post(`${proposal}/tell-callers`, { tickets: [ticket], channel: 'web', text: '把手已换，谢谢您。' }));
    const session = await new ApiClient(installation().url).post('/public/session', { number, secret });
    const caller = new ApiClient(installation().url, String(ok(session)['token']));
    await eventually(async () => {
      const { notices } = (await caller.get(`/tickets/${String(ticket)}`)).body as { readonly notices?: Items };
      expect(notices).toMatchObject([{ text: '把手已换，谢谢您。' }]);
    });
    await eventually(async () => expect(await toTell()).not.toContain(id));
  });

  test('what helps with a known error is found by what the next caller says', async () => {
    const [agent, manager] = await people();
    const opened = { title: '门把手松动', text: '用力后松动。', department: 'quality', item: 'fault', product: 'handle' };
    const { id } = ok(await agent.post('/problems', opened), 201);
    const way = { cause: '螺丝过短', workaround: '暂勿用力拉门。', reason: '现场确认' };
    ok(await manager.post(`/problems/${String(id)}/declare-known-error`, way));
    const fitting = async (query: string) => itemsOf(await agent.get(`/problems?fitsItem=fault&${query}`));
    await eventually(async () => {
      const found = (await fitting('fitsProduct=handle&fitsKind=complaint')).find((one) => one['id'] === id);
      expect(found).toMatchObject({ status: 'known-error', workaround: { version: 1, text: '暂勿用力拉门。' } });
    });
    expect((await fitting('fitsProduct=hinge')).some((one) => one['id'] === id)).toBe(false);
  });
}
