import { expect, test } from '@jest/globals';
import { adminPassword, ApiClient, eventually, type Answer, type Installation } from '@ledgerline/installation';
import { newTicket, signIn } from './ticket-client.js';

type Items = readonly Record<string, unknown>[];

/** R1.4: articles from draft to expiry, found in Chinese and English, used in answers. After `ticketStory`, whose company it needs. */
export function knowledge(installation: () => Installation): void {
  const ok = (answer: Answer, status = 200) => {
    expect([answer.status, answer.body['errors']]).toEqual([status, undefined]);
    return answer.body;
  };
  const refused = (answer: Answer, code: string) => expect(answer.body['code']).toBe(code);
  const article = {
    department: 'quality',
    title: '冰箱不制冷怎么办',
    text: '先检查电源，再看温控旋钮。',
    keywords: ['制冷', 'cooling'],
    items: ['fault'],
  };
  const people = async () => {
    const [editor, manager, agent] = (await signIn(installation(), 'editor1', 'quality-m', 'agent1')) as [
      ApiClient,
      ApiClient,
      ApiClient,
    ];
    return { editor, manager, agent };
  };
  const publish = async (body: object): Promise<string> => {
    const { editor, manager } = await people();
    const { id } = ok(await editor.post('/knowledge', body), 201);
    ok(await editor.post(`/knowledge/${String(id)}/submit`));
    ok(await manager.post(`/knowledge/${String(id)}/approve`));
    return String(id);
  };

  test('an article is drafted, submitted, approved by another, and then found by agents', async () => {
    const admin = await ApiClient.as(installation().url, 'admin', adminPassword);
    const account = { username: 'editor1', password: 'a-good-long-password', name: 'Editor', roles: ['editor'], departments: [] };
    expect((await admin.post('/users', account)).status).toBe(201);
    const { editor, manager, agent } = await people();
    refused(await agent.post('/knowledge', article), 'not-the-owner');
    refused(await manager.post('/knowledge', { ...article, department: 'logistics' }), 'not-the-owner');
    refused(await editor.post('/knowledge', { ...article, department: 'nowhere' }), 'unknown-department');
    refused(await editor.post('/knowledge', { ...article, items: ['unheard-of'] }), 'unknown-item');
    const drafted = ok(
      await editor.post('/knowledge', { ...article, code: 'fridge-cooling' }, { 'idempotency-key': 'kb-1' }),
      201,
    );
    const again = ok(await editor.post('/knowledge', { ...article, code: 'fridge-cooling' }, { 'idempotency-key': 'kb-1' }), 201);
    expect([drafted['id'], again]).toEqual(['fridge-cooling.1', drafted]);
    refused(await agent.get('/knowledge/fridge-cooling'), 'article-not-found');
    refused(await manager.post('/knowledge/fridge-cooling.1/approve'), 'not-submitted');
    ok(await editor.post('/knowledge/fridge-cooling.1/submit'));
    refused(await editor.post('/knowledge/fridge-cooling.1/approve'), 'own-draft');
    ok(await manager.post('/knowledge/fridge-cooling.1/approve'));
    expect(ok(await agent.get('/knowledge/fridge-cooling'))).toMatchObject({ state: 'in-force', title: article.title, draft: 1 });
  });

  test('market information is read out by agents, and by everybody when it is released', async () => {
    const { editor, manager, agent } = await people();
    const news = { ...article, title: '以旧换新', text: '本月旧冰箱可抵三百元。', keywords: ['换新'], market: true };
    const inside = await publish({ ...news, code: 'trade-in-prices', title: '渠道底价' });
    const released = await publish({ ...news, code: 'trade-in', public: true });
    ok(await editor.post('/knowledge', { ...news, code: 'trade-in-next', public: true }), 201);
    const codes = (answer: Answer) => (ok(answer)['items'] as Items).map(({ code }) => code).toSorted();
    await eventually(async () =>
      expect(codes(await agent.get('/knowledge?market=true'))).toEqual(['trade-in', 'trade-in-prices']),
    );
    expect(codes(await agent.get(`/knowledge?market=true&q=${encodeURIComponent('旧冰箱')}`))).toContain('trade-in');
    expect(codes(await agent.get('/knowledge?market=false'))).not.toContain('trade-in');
    const anybody = new ApiClient(installation().url);
    const told = ok(await anybody.get('/public/information'))['items'] as Items;
    expect(told.map(({ code }) => code)).toEqual(['trade-in']);
    expect(Object.keys(told[0] ?? {}).toSorted()).toEqual(['code', 'publishedAt', 'text', 'title']);
    expect((await anybody.get('/public/information?cursor=abc')).body['code']).toBe('invalid-cursor');
    expect((await fetch(`${installation().url}/public/news?cursor=abc`)).status).toBe(200);
    const page = await (await fetch(`${installation().url}/public/news?lang=zh`)).text();
    expect([page.includes('本月旧冰箱可抵三百元。'), page.includes('渠道底价')]).toEqual([true, false]);
    for (const id of [inside, released])
      ok(await manager.post(`/knowledge/${id.split('.')[0] ?? ''}/withdraw`, { reason: '活动结束' }));
    await eventually(async () => expect(codes(await anybody.get('/public/information'))).toEqual([]));
  });

  test('it is found by words of both languages, the best first', async () => {
    const { agent } = await people();
    await publish({
      department: 'quality',
      code: 'warranty',
      title: 'Warranty terms',
      text: '保修期内冰箱不制冷可免费维修。 Free repair of the fridge.',
    });
    await publish({
      department: 'quality',
      code: 'cooling-guide',
      title: 'Cooling guide',
      text: 'The fridge does not cool: check the dial.',
      public: true,
    });
    const found = async (q: string) =>
      (ok(await agent.get(`/knowledge?q=${encodeURIComponent(q)}`))['items'] as Items).map(({ code }) => code);
    await eventually(async () => expect(await found('不制冷')).toEqual(['fridge-cooling', 'warranty']));
    await eventually(async () => expect(await found('fridge cool')).toEqual(['cooling-guide']));
    expect(await found('cooling')).toEqual(['cooling-guide', 'fridge-cooling']);
    expect(await found('冰箱 bicycle')).toEqual(['fridge-cooling', 'warranty']);
    expect(await found('bicycle')).toEqual([]);
    const open = ok(await agent.get('/knowledge?public=true'))['items'] as Items;
    expect(open.map(({ code }) => code)).toEqual(['cooling-guide']);
    const ofItem = ok(await agent.get('/knowledge?item=fault'))['items'] as Items;
    expect(ofItem.map(({ code }) => code)).toEqual(['fridge-cooling']);
  });

  test('an answer names the articles that it rests on, with their versions, and each use is counted', async () => {
    const { editor, agent } = await people();
    const ticket = await newTicket(agent, { kind: 'product-enquiry', item: 'other' });
    await ticket.refused(agent, 'answer', { text: 'x', articles: ['fridge-cooling', 'unheard-of'] }, 'unknown-article');
    await ticket.does(agent, 'answer', { text: '请先检查电源。', articles: ['fridge-cooling'] });
    const { body } = await agent.get(`/tickets/${ticket.id}/events?limit=200`);
    expect((body['items'] as Items).find(({ type }) => type === 'TicketAnswered')?.['data']).toMatchObject({
      articles: ['fridge-cooling'],
      articleVersions: { 'fridge-cooling': 1 },
    });
    await eventually(async () =>
      expect(ok(await editor.get('/knowledge/fridge-cooling'))['uses']).toEqual({
        total: 1,
        exact: true,
        byVersion: [{ draft: 1, count: 1 }],
      }),
    );
    expect(ok(await agent.get('/knowledge/fridge-cooling'))['uses']).toBeUndefined();
  });

  test('a reader corrects with one text, the owner decides, and another version takes its place', async () => {
    const { editor, manager, agent } = await people();
    ok(await agent.post('/knowledge/fridge-cooling/propose-correction', { text: '温控旋钮在背面。' }));
    await eventually(async () => {
      const waiting = ok(await editor.get('/knowledge?state=waiting'))['items'] as Items;
      expect(waiting.map(({ code, openCorrections }) => [code, openCorrections])).toContainEqual(['fridge-cooling', 1]);
    });
    refused(await agent.post('/knowledge/fridge-cooling/accept-correction', { correction: 1 }), 'not-the-owner');
    refused(await manager.post('/knowledge/fridge-cooling/accept-correction', { correction: 9 }), 'correction-not-found');
    ok(await manager.post('/knowledge/fridge-cooling/accept-correction', { correction: 1 }));
    refused(await editor.post('/knowledge/fridge-cooling/decline-correction', { correction: 1, reason: 'x' }), 'already-decided');
    const second = await publish({ ...article, code: 'fridge-cooling', text: '先检查电源，温控旋钮在背面。' });
    expect(second).toBe('fridge-cooling.2');
    expect(ok(await agent.get('/knowledge/fridge-cooling'))).toMatchObject({ draft: 2, text: '先检查电源，温控旋钮在背面。' });
    refused(await agent.get('/knowledge/fridge-cooling.1'), 'article-not-found');
    expect(ok(await editor.get('/knowledge/fridge-cooling.1'))).toMatchObject({
      draft: 1,
      corrections: [{ text: '温控旋钮在背面。', status: 'accepted' }],
      history: [{ draft: 1 }, { draft: 2 }],
    });
  });

  test('what expires stands on the editors’ list and is then no more to be relied on; what is withdrawn neither', async () => {
    const { editor, agent } = await people();
    const soon = Temporal.Now.instant().add({ seconds: 4 }).toString();
    await publish({
      department: 'quality',
      code: 'autumn-offer',
      title: 'Autumn offer',
      text: 'Ten percent off.',
      validUntil: soon,
    });
    const later = Temporal.Now.instant().add({ hours: 24 }).toString();
    await eventually(async () => {
      const expiring = ok(await editor.get(`/knowledge?expiringBefore=${encodeURIComponent(later)}`))['items'] as Items;
      expect(expiring.map(({ code }) => code)).toEqual(['autumn-offer']);
    });
    await eventually(async () => refused(await agent.get('/knowledge/autumn-offer'), 'article-not-found'));
    const ticket = await newTicket(agent, { kind: 'product-enquiry', item: 'other' });
    await ticket.refused(agent, 'answer', { text: 'x', articles: ['autumn-offer'] }, 'unknown-article');
    expect((ok(await editor.get('/knowledge?state=expired'))['items'] as Items).map(({ code }) => code)).toEqual([
      'autumn-offer',
    ]);
    expect((await agent.get('/knowledge?state=expired')).status).toBe(403);
    ok(await editor.post('/knowledge/warranty/withdraw', { reason: 'superseded by the contract' }));
    refused(await agent.get('/knowledge/warranty'), 'article-not-found');
    refused(await editor.post('/knowledge/warranty/withdraw', { reason: 'again' }), 'not-published');
  });
}
