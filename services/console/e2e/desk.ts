import { expect, test } from '@jest/globals';
import { ApiClient, eventually } from '@ledgerline/installation';
import type { Page } from 'playwright-core';
import { picture } from './console-browser.ts';
import { password, registered } from './found-company.ts';
import type { Stage } from './signing-in.ts';

export function desk(stage: () => Stage): void {
  test('a missed call is called back, and a ticket registered from it knows who it was', async () => {
    const { browser, installation } = stage();
    const agent = await ApiClient.as(installation.url, 'zhang', password);
    const missed = {
      channel: 'phone',
      direction: 'inbound',
      from: '13655550001',
      outcome: 'missed',
      at: new Date().toISOString(),
    };
    expect((await agent.post('/contacts', { ...missed, callId: 'call-7' })).status).toBe(201);
    const screen = await browser.signedIn('zhang', password);
    const { page } = screen;
    await page.goto('/contacts');
    const row = page.locator('.ant-table-row', { hasText: '13655550001' });
    await row.getByRole('button', { name: '登记回拨情况' }).click();
    const form = page.getByRole('dialog');
    await form.getByRole('button', { name: '登记回拨情况' }).click();
    await form.getByText('请填写').first().waitFor();
    await choose(page, '方式', '电话');
    await choose(page, '结果', '无人接听');
    await form.getByRole('button', { name: '登记回拨情况' }).click();
    await row.getByText('1 次').waitFor();
    await row.getByRole('button', { name: '登记诉求' }).click();
    await page.locator('#caller_phone[value="13655550001"]').waitFor();
    await page.goto('/contacts');
    await row.getByRole('button', { name: /已\s*回\s*拨/ }).click(); // prettier-ignore
    await form.getByRole('button', { name: /已\s*回\s*拨/ }).click(); // prettier-ignore
    await row.waitFor({ state: 'detached' });
    expect(screen.complaints).toEqual([]);
    await screen.context.close();
  });

  test('a caller is restricted with a reason, and what was typed survives a refusal', async () => {
    const { browser, installation } = stage();
    const agent = await ApiClient.as(installation.url, 'zhang', password);
    const { body } = await agent.post('/customers', { name: '赵四', phone: '13677770000' });
    const screen = await browser.signedIn('li', password);
    const { page } = screen;
    await page.goto(`/customers/${String(body['id'])}`);
    await page.getByRole('button', { name: '限制来电' }).click();
    const form = page.getByRole('dialog');
    const chosen = page.locator('.ant-picker-dropdown:visible').getByRole('button', { name: /确\s*定/ }); // prettier-ignore
    await form.getByRole('textbox', { name: '理由' }).fill('反复骚扰');
    await form.getByRole('textbox', { name: '限制至' }).fill('2020-01-01 00:00');
    await chosen.click();
    await form.getByRole('button', { name: '限制来电' }).click();
    await form.getByText('须在将来').first().waitFor();
    expect(await form.getByRole('textbox', { name: '理由' }).inputValue()).toBe('反复骚扰');
    await form.getByRole('textbox', { name: '限制至' }).fill(inDays(3));
    await chosen.click();
    await form.getByRole('button', { name: '限制来电' }).click();
    await page
      .getByText(/限制至 \d{4}-/)
      .first()
      .waitFor();
    await picture(screen, 'customer.zh');
    expect(screen.complaints).toEqual([]);
    await screen.context.close();
  });

  test('an article is written, approved by another, and found while a matter is typed', async () => {
    const { browser } = stage();
    const writer = await browser.signedIn('xu', password);
    await writer.page.goto('/knowledge');
    await writer.page.getByRole('button', { name: '撰写知识' }).click();
    const form = writer.page.getByRole('dialog');
    await choose(writer.page, '部门', '质量部');
    await form.getByRole('textbox', { name: '标题' }).fill('洗碗机漏水的处理');
    await form.getByRole('textbox', { name: '内容' }).fill('先关进水阀，再检查门封。');
    await form.getByRole('button', { name: '撰写知识' }).click();
    await form.waitFor({ state: 'hidden' });
    await writer.page.getByText('待审批', { exact: true }).click();
    await writer.page.getByRole('radio', { name: '全部' }).locator('..').click();
    await writer.page.getByRole('link', { name: '洗碗机漏水的处理' }).click();
    await writer.page.getByRole('button', { name: '提交审批' }).click();
    await form.getByRole('button', { name: '提交审批' }).click();
    await writer.page.getByRole('button', { name: /批\s*准/ }).click(); // prettier-ignore
    await form.getByRole('button', { name: /批\s*准/ }).click(); // prettier-ignore
    await form.getByText('不能审批自己的草案').waitFor();
    const approver = await browser.signedIn('he', password);
    await approver.page.goto(new URL(writer.page.url()).pathname);
    await approver.page.getByRole('button', { name: /批\s*准/ }).click(); // prettier-ignore
    await approver.page.getByRole('dialog').getByRole('button', { name: /批\s*准/ }).click(); // prettier-ignore
    await approver.page.getByText('已发布').waitFor();
    await picture(approver, 'article.zh');
    const title = form.getByRole('textbox', { name: '标题' });
    await writer.page.reload();
    for (const begin of ['洗碗机漏水的处理', '改了一半']) {
      await writer.page.getByRole('button', { name: '撰写新版本' }).click();
      expect(await title.inputValue()).toBe(begin);
      await title.fill('改了一半');
      await writer.page.keyboard.press('Escape');
      await form.waitFor({ state: 'hidden' });
    }
    await writer.page.getByRole('button', { name: '撰写新版本' }).click();
    await form.getByRole('button', { name: '放弃草稿' }).click();
    await form.getByText('已恢复未提交的草稿').waitFor({ state: 'detached' });
    expect(await title.inputValue()).toBe('洗碗机漏水的处理');
    const agent = await browser.signedIn('zhang', password);
    await agent.page.goto('/register');
    await agent.page.getByRole('textbox', { name: '主题' }).fill('洗碗机漏水');
    await agent.page.getByRole('complementary').getByText('洗碗机漏水的处理').click();
    await agent.page.getByText('先关进水阀').waitFor();
    for (const screen of [writer, approver, agent]) {
      expect(screen.complaints).toEqual([]);
      await screen.context.close();
    }
  });

  test('who is told something sees it on every page, and reads it', async () => {
    const { browser, installation } = stage();
    const agent = await ApiClient.as(installation.url, 'zhang', password);
    const screen = await browser.signedIn('li', password);
    const { page } = screen;
    const matter = {
      channel: 'phone',
      kind: 'request',
      level: 'urgent',
      item: 'other',
      subject: '燃气味',
      description: '楼道有燃气味',
      caller: {},
    };
    const { id } = await registered(agent, { ...matter, caller: { anonymous: true } });
    // Others may wait to be read already: the page is opened once this one is there.
    const coordinator = await ApiClient.as(installation.url, 'li', password);
    await eventually(async () => {
      const { body } = await coordinator.get('/notifications?unread=true');
      expect(body['items']).toContainEqual(expect.objectContaining({ kind: 'urgent-raised', ticket: id }));
    });
    await page.getByRole('button', { name: /通知 \d+ 条未读/ }).click();
    await page.getByText('紧急事件').first().waitFor();
    await page.getByRole('button', { name: '全部标为已读' }).click();
    await page.getByRole('button', { name: '通知', exact: true }).waitFor();
    expect(screen.complaints).toEqual([]);
    await screen.context.close();
  });
}

/** Chooses in a list of the open form. */
export async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('dialog').getByRole('combobox', { name: label }).click();
  await page.locator('.ant-select-dropdown:visible').getByTitle(option, { exact: true }).click();
}

/** A time as a field of a form takes it, so many days from now. */
function inDays(days: number): string {
  return `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)} 12:00`;
}
