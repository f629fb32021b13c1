import { expect, test } from '@jest/globals';
import { ApiClient, eventually } from '@ledgerline/installation';
import type { Page } from 'playwright-core';
import { seriousFaults } from './accessibility.ts';
import { picture } from './console-browser.ts';
import { aMatter, password, stepsOn } from './found-company.ts';
import type { Stage } from './signing-in.ts';

const sumOf = async (page: Page) => {
  const [, a, b] = /(\d+) 加 (\d+)/.exec(await page.locator('#sum-question').innerText()) ?? [];
  return String(Number(a) + Number(b));
};
const number = (page: Page) => page.locator('.code').first().innerText();

export function portal(stage: () => Stage): void {
  test('a matter is submitted and followed without any script, by keyboard-readable pages', async () => {
    const { browser, installation } = stage();
    const screen = await browser.screen({ script: false });
    const { page } = screen;
    await page.goto('/public/new');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('提交诉求');
    await page.getByLabel('类别').selectOption('complaint');
    await page.getByLabel('事项').selectOption('fault');
    await page.getByLabel('主题').fill('门锁 <b>坏了</b>');
    await page.getByLabel('诉求内容').fill('指纹锁打不开。');
    await page.getByLabel(/请回答/).fill('1000'); // prettier-ignore
    const photo = { name: '门锁.txt', mimeType: 'text/plain', buffer: Buffer.from('照片') };
    await page.getByLabel('附件').setInputFiles(photo);
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel('主题').inputValue()).toBe('门锁 <b>坏了</b>');
    expect(await page.getByLabel('电话').getAttribute('aria-invalid')).toBe('true');
    await page.getByText('如需附件，请重新选择').first().waitFor();
    await page.getByLabel('附件').setInputFiles(photo);
    await page.getByLabel('电话').fill('13700001111');
    await page.getByLabel(/请回答/).fill(await sumOf(page));
    await new Promise((resolve) => setTimeout(resolve, 3_200));
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('您的诉求已登记').first().waitFor();
    const secret = await page.locator('.code').nth(1).innerText();
    const ticket = await number(page);
    await page.goto('/public/ticket');
    await page.getByLabel('工单号').fill(ticket);
    await page.getByLabel('查询码').fill('wrong');
    await page.getByRole('button', { name: '查询进度' }).click();
    await page.getByText('工单号或查询码不正确').waitFor();
    await page.getByLabel('查询码').fill(secret);
    await page.getByRole('button', { name: '查询进度' }).click();
    await page.getByRole('heading', { level: 1, name: '门锁 <b>坏了</b>' }).waitFor();
    await page.getByLabel('补充说明').fill('型号 X1。');
    await page.locator('form', { hasText: '补充说明' }).getByRole('button').click();
    await page.getByText('型号 X1。').first().waitFor();
    const coordinator = await ApiClient.as(installation.url, 'li', password);
    const { body } = await coordinator.get(`/tickets/${ticket}`);
    expect(body).toMatchObject({ channel: 'web', level: 'general', subject: '门锁 <b>坏了</b>', messages: 1 });
    const [attachment, ...more] = body['attachments'] as string[];
    expect(more).toEqual([]);
    const token = await ApiClient.tokenAs(installation.url, 'li', password);
    await eventually(async () => {
      const file = await fetch(`${installation.url}/api/v1/attachments/${attachment}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect([file.status, file.headers.get('content-type'), await file.text()]).toEqual([200, 'text/plain', '照片']);
      expect(file.headers.get('content-disposition')).toContain(encodeURIComponent('门锁.txt'));
    });
    await page.getByRole('button', { name: '退出查询' }).click();
    await page.getByLabel('查询码').waitFor();
    await screen.context.close();
  });

  test('a question is answered and the survey filled in without any script; what is missing is said', async () => {
    const { browser, installation } = stage();
    const as = (who: string) => ApiClient.as(installation.url, who, password);
    const { body } = await (await as('zhang')).post('/tickets', aMatter);
    const step = stepsOn(installation.url, String(body['id']));
    await step('li', 'route', { lead: 'quality' });
    await step('chen', 'accept');
    await step('chen', 'request-information', { question: '是什么型号？' });
    const [screen, looked] = [await browser.screen({ script: false }), await browser.screen({ theme: 'dark' })];
    const { page } = screen;
    for (const one of [page, looked.page]) {
      await one.goto('/public/ticket');
      await one.getByLabel('工单号').fill(String(body['number']));
      await one.getByLabel('查询码').fill(String(body['secret']));
      await one.getByRole('button', { name: '查询进度' }).click();
      await one.getByText('是什么型号？').waitFor();
    }
    expect(await seriousFaults(looked.page)).toEqual([]);
    const answer = page.locator('form[action$="receive-information"]');
    await answer.getByRole('textbox').fill('BCD-220。');
    await answer.getByRole('button').click();
    await answer.waitFor({ state: 'detached' });
    await step('chen', 'submit-result', { result: '已修。', reply: '冰箱已修好。', publishable: true });
    await step('zhao', 'approve-result');
    await step('zhang', 'accept-result');
    await step('zhang', 'reply', { channel: 'phone' });
    await page.reload();
    const survey = page.locator('form[action$="record-survey"]');
    await looked.page.reload();
    expect(await seriousFaults(looked.page)).toEqual([]);
    await picture(looked, 'portal-survey.zh-dark');
    await looked.context.close();
    for (const [name, mark] of [['outcome', 4], ['service', 5], ['timeliness', 3]] as const)
      await survey.locator(`input[name=${name}][value="${mark}"]`).check(); // prettier-ignore
    await survey.getByRole('textbox').fill('师傅很耐心。');
    await survey.getByRole('button').click();
    await survey.waitFor({ state: 'detached' });
    const events = (await (await as('li')).get(`/tickets/${String(body['id'])}/events?limit=100`)).body['items'] as {
      type: string;
      data: object;
    }[];
    expect(events.find(({ type }) => type === 'InformationReceived')?.data).toMatchObject({ text: 'BCD-220。' });
    expect(events.find(({ type }) => type === 'SurveyRecorded')?.data).toMatchObject({
      outcome: 4,
      service: 5,
      timeliness: 3,
      comment: '师傅很耐心。',
    });
    await screen.context.close();
  });

  test('with script the browser does the work, and nobody adds numbers', async () => {
    const { browser } = stage();
    const screen = await browser.screen({ language: 'en' });
    const { page } = screen;
    await page.goto('/public/new');
    await page.getByLabel('Kind').selectOption('opinion');
    await page.getByLabel('What it is about').selectOption('website');
    await page.getByLabel('Subject').fill('A dark theme, please');
    await page.getByLabel('What happened').fill('The site is too bright at night.');
    await page.getByLabel('E-mail').fill('someone@example.org');
    await page.locator('#sum-question').waitFor({ state: 'hidden' });
    await picture(screen, 'portal-new.en');
    await new Promise((resolve) => setTimeout(resolve, 3_200));
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('Your matter is registered').first().waitFor();
    await picture(screen, 'portal-done.en');
    expect(screen.complaints).toEqual([]);
    await screen.context.close();
  });

  test.each(['/public', '/public/new', '/public/ticket', '/public/results', '/public/news'])(
    '%s: nothing serious for axe',
    async (path) => {
      for (const theme of ['light', 'dark'] as const) {
        const screen = await stage().browser.screen({ theme });
        await screen.page.goto(path);
        expect(await seriousFaults(screen.page)).toEqual([]);
        if (theme === 'light') await picture(screen, `portal${path.replaceAll('/', '-').slice('-public'.length)}.zh`);
        await screen.context.close();
      }
    },
  );

  test('forms are for the public pages alone, and a form sent at once, twice or without its proof is refused', async () => {
    const { url } = stage().installation;
    const form = (path: string, fields: Record<string, string>) =>
      fetch(url + path, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
    expect((await form('/api/v1/session', { username: 'li', password })).status).toBe(415);
    const matter = { kind: 'complaint', item: 'fault', subject: 'x', description: 'x', phone: '1' };
    const page = await (await fetch(`${url}/public/new`)).text();
    const challenge = /name="challenge" value="([^"]+)"/.exec(page)?.[1] ?? '';
    expect((await form('/public/new', { ...matter, challenge, sum: '4' })).status).toBe(400);
    expect(await (await form('/public/new', { ...matter, challenge: 'forged', sum: '4' })).text()).toContain('页面已过期');
    const withFile = async (fields: Record<string, string>, bytes: number) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.append(name, value);
      body.append('attachments', new File([new Uint8Array(bytes)], 'large.bin'));
      return fetch(`${url}/public/new`, { method: 'POST', body });
    };
    const soon = await fetch(`${url}/public/new`).then((answer) => answer.text());
    const fresh = /name="challenge" value="([^"]+)"/.exec(soon)?.[1] ?? '';
    const [, a = '', b = ''] = /(\d+) 加 (\d+)/.exec(soon) ?? [];
    await new Promise((resolve) => setTimeout(resolve, 3_200));
    const large = await withFile({ ...matter, challenge: fresh, sum: String(Number(a) + Number(b)) }, 11 * 1024 * 1024);
    expect([large.status, await large.text()]).toEqual([413, expect.stringContaining('有文件太大')]);
    expect((await fetch(`${url}/public/ticket`, { method: 'POST', body: new FormData() })).status).toBe(415);
    expect((await form('/public/ticket/withdraw', { reason: 'x', proof: 'x' })).status).toBe(303);
  });
}
