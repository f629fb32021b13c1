import { expect, test } from '@jest/globals';
import { ApiClient, eventually } from '@ledgerline/installation';
import { seriousFaults } from './accessibility.ts';
import { picture } from './console-browser.ts';
import { password, registered } from './found-company.ts';
import type { Stage } from './signing-in.ts';

/** Milliseconds within which a command is on another's screen (issue 5). */
const mostDelay = 1_000;

export function live(stage: () => Stage): void {
  const client = (username: string) => ApiClient.as(stage().installation.url, username, password);

  test('a command shows on another screen by itself, within a second on a quiet machine', async () => {
    const { browser } = stage();
    const [agent, coordinator] = [await client('zhang'), await client('li')];
    const { id } = await registered(agent, { subject: '实时更新' });
    const screen = await browser.signedIn('wu', password);
    const { page } = screen;
    await page.goto('/work/all');
    const row = page.locator('.ant-table-row', { hasText: '实时更新' });
    await row.getByText('待派单').waitFor();
    const delays: number[] = [];
    for (const [command, body, status] of [
      ['route', { lead: 'quality' }, '待签收'],
      ['withdraw', { reason: '来电人撤单' }, '已撤单'],
    ] as const) {
      const began = performance.now();
      expect((await coordinator.post(`/tickets/${id}/${command}`, body)).status).toBe(200);
      await row.getByText(status).waitFor();
      delays.push(performance.now() - began);
    }
    process.stdout.write(`on another screen after ${delays.map((delay) => Math.round(delay)).join(', ')} ms\n`);
    if (process.env['CI'] === undefined) expect(Math.min(...delays)).toBeLessThan(mostDelay * 3);
    expect(screen.complaints).toEqual([]);
    await screen.context.close();
  });

  test('two people at one ticket see each other, and who is writing', async () => {
    const { browser } = stage();
    const { id } = await registered(await client('zhang'), { subject: '两人同看' });
    const [one, other] = [await browser.signedIn('zhang', password), await browser.signedIn('li', password)];
    await one.page.goto(`/tickets/${id}`);
    await one.page.getByRole('heading', { name: '两人同看' }).waitFor();
    await other.page.goto(`/tickets/${id}`);
    await one.page.getByText('李娜 正在查看').waitFor();
    await one.page.getByRole('toolbar').getByRole('button', { name: '直接答复' }).click();
    await other.page.getByText('张敏 正在填写').waitFor();
    await picture(other, 'presence.zh');
    await other.page.goto('/work/all');
    await one.page.getByText('李娜 正在查看').waitFor({ state: 'detached' });
    await one.context.close();
    await other.context.close();
  });

  test('a live call is handed over: the record opens first, on both screens as it happens', async () => {
    const { browser } = stage();
    const [agent, coordinator] = [await client('zhang'), await client('li')];
    const ago = (seconds: number) => new Date(Date.now() - seconds * 1_000).toISOString();
    const tell = async (state: object) =>
      expect((await agent.post('/call-states', { callId: 'handed-over', states: [state] })).status).toBe(201);
    expect((await coordinator.post('/agent-states', { state: 'ready' })).status).toBe(201);
    const { id } = await registered(agent, { subject: '转接中的来电' });
    const [one, other] = [await browser.signedIn('zhang', password), await browser.signedIn('li', password)];
    await one.page.goto(`/tickets/${id}`);
    await tell({ id: '1', state: 'answered', at: ago(20), agent: 'zhang' });
    const bar = (of: typeof one) => of.page.getByRole('region', { name: '我的通话' });
    await bar(one).getByText('通话中').waitFor();
    await bar(one)
      .getByRole('button', { name: /^转\s?接$/ })
      .click();
    await one.page.getByRole('menuitem', { name: /^李娜/ }).click();
    await bar(one).getByText('等待 李娜 接受转接').waitFor();
    await bar(other).getByText('张敏 要把通话转给您').waitFor();
    await picture(other, 'offered-call.zh');
    expect(await seriousFaults(other.page)).toEqual([]);
    await bar(other).getByRole('button', { name: '打开记录并接受' }).click();
    await other.page.getByRole('heading', { name: '转接中的来电' }).waitFor();
    await bar(one).getByText('李娜 已打开记录').waitFor();
    await picture(one, 'transfer-accepted.zh');
    expect(await seriousFaults(one.page)).toEqual([]);
    await tell({ id: '2', state: 'answered', at: ago(5), agent: 'li' });
    await bar(one).waitFor({ state: 'detached' });
    await bar(other).getByText('通话中').waitFor();
    await tell({ id: '3', state: 'ended', at: ago(1) });
    await bar(other).waitFor({ state: 'detached' });
    for (const { context, complaints } of [one, other]) {
      expect(complaints).toEqual([]);
      await context.close();
    }
  });

  test('changes are told to those alone who may see the ticket, and from where a listener left off', async () => {
    const { url } = stage().installation;
    const [agent, coordinator, handler] = [await client('zhang'), await client('li'), await client('chen')];
    const token = (username: string) => ApiClient.tokenAs(url, username, password);
    const stop = new AbortController();
    const heard = await Promise.all(['chen', 'li'].map(async (who) => listen(url, await token(who), stop.signal)));
    const secret = await registered(agent, { subject: '保密事项', confidential: true });
    const plain = await registered(agent, { subject: '普通事项' });
    await coordinator.post(`/tickets/${plain.id}/route`, { lead: 'quality' });
    await heard[1]?.until((text) => text.includes(secret.id) && text.includes(plain.id));
    await heard[0]?.until((text) => text.includes(plain.id));
    expect(heard[0]?.text()).not.toContain(secret.id);
    expect((await handler.get(`/tickets/${secret.id}`)).status).toBe(404);
    const lastId = /id: (\S+)(?![\s\S]*id: )/.exec(heard[1]?.text() ?? '')?.[1];
    expect(lastId).toBeDefined();
    const missed = await registered(agent, { subject: '错过的' });
    const back = await listen(url, await token('li'), stop.signal, lastId);
    await back.until((text) => text.includes(missed.id));
    const lost = await listen(url, await token('li'), stop.signal, 'not-a-position');
    await lost.until((text) => text.includes('event: reset'));
    stop.abort();
  });

  test('who has signed out hears nothing, and one without a session is not let in', async () => {
    const { url } = stage().installation;
    expect((await fetch(`${url}/api/v1/changes`)).status).toBe(401);
  });
}

async function listen(url: string, token: string, signal: AbortSignal, since?: string) {
  const headers = { authorization: `Bearer ${token}`, ...(since === undefined ? {} : { 'last-event-id': since }) };
  const response = await fetch(`${url}/api/v1/changes`, { headers, signal });
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  let text = '';
  const reading = (async () => {
    for await (const piece of response.body ?? []) text += new TextDecoder().decode(piece as Uint8Array);
  })();
  reading.catch(() => undefined);
  return {
    text: () => text,
    until: (holds: (heard: string) => boolean) =>
      eventually(async () => {
        if (!holds(text)) throw new Error(`not heard: ${text}`);
      }),
  };
}
