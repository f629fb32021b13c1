import { expect, test } from '@jest/globals';
import { adminPassword, ApiClient, until } from '@ledgerline/installation';
import { seriousFaults } from './accessibility.ts';
import { picture } from './console-browser.ts';
import { password, registered } from './found-company.ts';
import type { Stage } from './signing-in.ts';

/** The past, and who watches over it: lists as they stood, the audit, webhooks, late entries, the undertaking, erasure. */
export function watching(stage: () => Stage): void {
  const client = (username: string) => ApiClient.as(stage().installation.url, username, password);
  /** Facts follow the log: until they have come to where something was written. */
  const factsAt = (agent: ApiClient, position: string) =>
    until(async () => (await agent.get('/reports/load', { 'Ledgerline-After': position })).status === 200);

  test('a list is shown as it stood at a moment, and leads to the ticket of that moment', async () => {
    const { browser } = stage();
    const agent = await client('zhang');
    const { id } = await registered(agent, { subject: '当时待派单' });
    const then = new Date(Date.now() + 5).toISOString();
    await new Promise((resolve) => setTimeout(resolve, 20));
    const { body } = await (await client('li')).post(`/tickets/${id}/withdraw`, { reason: '撤单' });
    await factsAt(agent, String(body['position']));
    const screen = await browser.signedIn('wu', password);
    const { page } = screen;
    await page.goto(`/work/all?at=${encodeURIComponent(then)}`);
    const row = page.locator('.ant-table-row', { hasText: '当时待派单' });
    await row.getByText('待派单').first().waitFor();
    await picture(screen, 'work-then.zh');
    await row.getByRole('link').click();
    await page.getByRole('heading', { level: 2, name: /^1 · 登记$/ }).waitFor();
    await page.getByRole('checkbox', { name: '比较两个时刻' }).check();
    await page.getByRole('slider', { name: '较晚的时刻' }).focus();
    await page.keyboard.press('End');
    await page.getByRole('table', { name: '变化' }).getByText('已撤单').waitFor();
    await picture(screen, 'compared.zh');
    expect(screen.complaints).toEqual([]);
    await screen.context.close();
  });

  test('an auditor reads who signed in, who looked, and verifies the log', async () => {
    const { browser } = stage();
    const { number, id } = await registered(await client('zhang'), { subject: '保密', confidential: true });
    await (await client('li')).get(`/tickets/${id}`);
    const screen = await browser.signedIn('wu', password);
    const { page } = screen;
    await page.goto('/audit/sign-ins?q=wu');
    await page.locator('.ant-table-row', { hasText: '登录' }).first().waitFor();
    await page.goto(`/audit/looks?ticket=${number}`);
    await page.locator('.ant-table-row', { hasText: '李娜' }).first().waitFor();
    await picture(screen, 'looks.zh');
    await page.goto('/audit/log');
    await page.getByRole('button', { name: '校验整个日志' }).click();
    await page.getByText('日志完整').waitFor();
    await picture(screen, 'verified.zh');
    expect(screen.complaints).toEqual([]);
    await screen.context.close();
  });

  test('a webhook’s secret is told once; a table of late entries says what is wrong by line; the undertaking is signed', async () => {
    const { browser } = stage();
    const admin = await browser.signedIn('admin', adminPassword);
    const { page } = admin;
    const form = page.getByRole('dialog');
    await page.goto('/administration/webhooks');
    await page.getByRole('button', { name: '新建推送' }).click();
    await form.getByRole('textbox', { name: '名称' }).fill('仓库系统');
    await form.getByRole('textbox', { name: '地址' }).fill('https://receiver.example/hook');
    await form.getByRole('combobox', { name: '角色' }).click();
    await page.locator('.ant-select-dropdown:visible').getByTitle('审计员').click();
    await form.getByRole('combobox', { name: '角色' }).blur();
    await form.getByRole('button', { name: '新建推送' }).click();
    const secret = await page.getByRole('status').locator('code').innerText();
    expect(secret).toMatch(/^whsec_/);
    await page.reload();
    await page.locator('.ant-table-row', { hasText: '仓库系统' }).waitFor();
    expect(await page.getByRole('main').innerText()).not.toContain(secret);
    await page.goto('/undertaking');
    await page.getByRole('checkbox', { name: '我已阅读并承诺遵守' }).check();
    await page.getByRole('button', { name: /签\s*署/ }).click(); // prettier-ignore
    await page.getByText(/已签署，有效至/).waitFor();
    const agent = await browser.signedIn('zhang', password);
    await agent.page.goto('/late-entries');
    const good = 'P-1,2026-01-05T09:30:00+08:00,phone,complaint,general,other,纸上的诉求,停电时记下。,张三,13800002222';
    const bad = 'P-2,2026-01-05T09:30:00+08:00,fax,complaint,general,other,另一件,内容,,';
    const table = ['reference,occurredAt,channel,kind,level,item,subject,description,callerName,callerPhone', good, bad].join(
      '\n',
    );
    await agent.page
      .locator('input[type=file]')
      .setInputFiles({ name: 'paper.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
    await agent.page.getByRole('button', { name: '上传并登记' }).click();
    await agent.page.getByText('共 2 行：登记 1，已有 0，被拒 1').waitFor();
    await agent.page.locator('.ant-table-row', { hasText: 'P-2' }).getByText('渠道').waitFor();
    await picture(agent, 'late-entries.zh');
    for (const screen of [admin, agent]) {
      expect(screen.complaints).toEqual([]);
      await screen.context.close();
    }
  });

  test('the person of a ticket is erased after saying whose; under a legal hold it is not', async () => {
    const { browser, installation } = stage();
    const caller = { name: '钱多', phone: '137 0013 7001' };
    const { number } = await registered(await client('zhang'), { subject: '请清除我', caller });
    const screen = await browser.signedIn('admin', adminPassword);
    const { page } = screen;
    await page.goto(`/administration/erasure?of=ticket&id=${number}`);
    await page.getByText('清除后无法恢复').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    const hold = page.locator('.ant-card', { hasText: '保全期间' });
    const choose = async (form: typeof hold, ground: string) => {
      await form.getByRole('combobox', { name: '依据' }).click();
      await page.locator('.ant-select-dropdown:visible').getByTitle(ground).click();
    };
    await choose(hold, '诉讼');
    await hold.getByRole('button', { name: '设置法律保全' }).click();
    await page.getByText('有法律保全，不得清除。').waitFor();
    await choose(hold, '诉讼');
    await hold.getByRole('button', { name: '解除一项保全' }).click();
    const erase = page.locator('.ant-card', { hasText: '清除后无法恢复' });
    await choose(erase, '本人要求');
    await erase.getByRole('textbox', { name: /请再次输入/ }).fill('nobody');
    await erase.getByRole('button', { name: '清除个人数据' }).click();
    await page.getByText('与查询的不一致').waitFor();
    await picture(screen, 'erasure.zh');
    await erase.getByRole('textbox', { name: /请再次输入/ }).fill(number);
    await erase.getByRole('button', { name: '清除个人数据' }).click();
    await page.getByText('已清除').first().waitFor();
    const { body } = await (await ApiClient.as(installation.url, 'li', password)).get(`/tickets/${number}`);
    expect(body['subject']).toEqual({ erased: true });
    expect(screen.complaints).toEqual([]);
    await screen.context.close();
  });

  test('who has more than one ticket is erased by two: one asks, another refuses or confirms', async () => {
    const { browser, installation } = stage();
    const admin = await ApiClient.as(installation.url, 'admin', adminPassword);
    const second = { username: 'qian', name: '钱芳', password, roles: ['administrator', 'auditor'], departments: [] };
    expect((await admin.post('/users', second)).status).toBe(201);
    const caller = { name: '孙二', phone: '137 0013 7002' };
    const [{ id, number }] = [
      await registered(await client('zhang'), { subject: '甲', caller }),
      await registered(await client('zhang'), { subject: '乙', caller }),
    ];
    await until(async () => {
      const { customer } = (await admin.get(`/tickets/${id}`)).body;
      if (customer === undefined) return false;
      return ((await admin.get(`/tickets?customer=${String(customer)}`)).body['items'] as readonly object[]).length === 2;
    });
    const ask = { ticket: number, ground: 'person-request' };
    expect((await admin.post('/erasures', ask)).body).toMatchObject({ state: 'requested' });
    const [asking, other] = [await browser.signedIn('admin', adminPassword), await browser.signedIn('qian', password)];
    await asking.page.goto(`/administration/erasure?of=ticket&id=${number}`);
    await asking.page.getByText('须由另一位管理员确认').waitFor();
    expect(await asking.page.getByRole('button', { name: '确认清除' }).count()).toBe(0);
    const { page } = other;
    await page.goto('/administration/erasure');
    await page.locator('.ant-card', { hasText: '待确认的清除申请' }).getByRole('link').first().click();
    const form = page.locator('.ant-card', { hasText: '另一人确认' });
    await form.getByRole('combobox', { name: '理由' }).click();
    await page.locator('.ant-select-dropdown:visible').getByTitle('申请人身份未核实').click();
    expect(await seriousFaults(page)).toEqual([]);
    await picture(other, 'erasure-second.zh');
    await form.getByRole('button', { name: '拒 绝' }).or(form.getByRole('button', { name: '拒绝' })).first().click(); // prettier-ignore
    await page.getByText('上次申请被拒').waitFor();
    expect((await admin.post('/erasures', ask)).status).toBe(202);
    await page.reload();
    await form.getByRole('button', { name: '确认清除' }).click();
    await page.getByText('已清除').first().waitFor();
    for (const screen of [asking, other]) {
      expect(screen.complaints).toEqual([]);
      await screen.context.close();
    }
  });
}
