import { expect, test } from '@jest/globals';
import { ApiClient, eventually } from '@ledgerline/installation';
import type { Page } from 'playwright-core';
import { seriousFaults } from './accessibility.ts';
import { mayCallAllDay } from './calling-out.ts';
import { picture, type Screen } from './console-browser.ts';
import { choose } from './desk.ts';
import { password } from './found-company.ts';
import type { Stage } from './signing-in.ts';

const table = '\uFEFFphone,name,note\n138 0013 7001,吴梅,老客户\n,无号码,\n';
const day = (n: number) => Temporal.Now.plainDateISO('Asia/Shanghai').add({ days: n }).toString();

/** R9 from the screens alone: a campaign and its list, the call with its script, and the lead that comes of it. */
export function outbound(stage: () => Stage): void {
  const look = async (page: Page, name: string) => {
    await picture({ page }, name);
    expect([name, await seriousFaults(page)]).toEqual([name, []]);
  };
  const inEnglish = async ({ page }: Screen, name: string) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.getByRole('button', { name: 'English', exact: true }).click();
    await page.locator('html[data-theme=dark][lang=en]').waitFor();
    await look(page, name);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.getByRole('button', { name: '中文', exact: true }).click();
  };
  const fill = (page: Page, label: string, text: string) =>
    page.getByRole('dialog').getByRole('textbox', { name: label }).fill(text);
  const date = async (page: Page, label: string, text: string) => {
    await page.getByRole('dialog').getByLabel(label).fill(text);
    // Tab takes the date; Enter would send the form too.
    await page.keyboard.press('Tab');
  };
  const send = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
  const step = (page: Page, name: string) => page.getByRole('toolbar').getByRole('button', { name }).click();

  test('a campaign is opened and listed, an agent calls and asks, and a lead comes of it that is followed up', async () => {
    const { browser, installation } = stage();
    await mayCallAllDay(installation.url);
    const maker = await browser.signedIn('li', password);
    await maker.page.goto('/campaigns');
    await maker.page.getByRole('button', { name: '新建外呼活动' }).click();
    await fill(maker.page, '名称', '新品市场信息');
    await choose(maker.page, '目的', '市场信息');
    await choose(maker.page, '问卷', '满意度回访（satisfaction）');
    await date(maker.page, '开始', `${day(-1)} 00:00`);
    await date(maker.page, '结束', `${day(20)} 00:00`);
    await choose(maker.page, '允许拨打的日历（缺省为 default）', 'round-the-clock');
    await look(maker.page, 'campaign-form.zh');
    await send(maker.page, '新建外呼活动');
    await maker.page.getByRole('heading', { level: 1, name: '新品市场信息' }).waitFor();
    const campaign = new URL(maker.page.url()).pathname;
    const file = { name: 'numbers.csv', mimeType: 'text/csv', buffer: Buffer.from(table) };
    await maker.page.locator('input[type=file]').setInputFiles(file);
    await maker.page.getByText('共 2 行：新加入 1，已在名单 0，未加入 1').waitFor();
    const api = await ApiClient.as(installation.url, 'zhang', password);
    await eventually(async () => expect(((await api.get(campaign)).body['progress'] as { waiting: number }).waiting).toBe(1));

    const desk = await browser.signedIn('zhang', password);
    const { page } = desk;
    await page.goto('/campaigns');
    await page.getByRole('link', { name: '新品市场信息' }).click();
    await page.getByRole('button', { name: '下一个呼叫' }).click();
    await page.getByRole('heading', { level: 1, name: '吴梅' }).waitFor();
    await page.getByText('+8613800137001').first().waitFor();
    const answer = (question: RegExp, option: string) =>
      page.getByRole('group', { name: question }).getByRole('radio', { name: option, exact: true }).check();
    await answer(/问题解决了吗/, '是');
    expect(await page.getByText('主要是哪些方面没有解决').count()).toBe(0);
    await page.getByRole('button', { name: '登记结果' }).click();
    await page.getByText('请填写回答').waitFor();
    await look(page, 'call.zh');
    await inEnglish(desk, 'call.en-dark');
    await answer(/给我们的服务打几分/, '4');
    await page.getByRole('textbox', { name: /意见或建议/ }).fill('想了解新款空调。');
    await page.getByRole('button', { name: '登记结果' }).click();
    await page.getByText('想了解新款空调。').waitFor();
    await page.getByText('已完成', { exact: true }).first().waitFor();

    await page.getByRole('button', { name: '登记销售线索' }).click();
    await fill(page, '标题', '想买新款空调');
    await fill(page, '做什么', '寄送报价');
    await date(page, '期限', `${day(3)} 17:00`);
    await look(page, 'lead-form.zh');
    await send(page, '登记销售线索');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await look(page, 'call-answered.zh');
    await eventually(async () => expect(JSON.stringify((await api.get('/leads?mine=true')).body)).toContain('想买新款空调'));
    await page.goto('/leads');
    await page.getByRole('link', { name: '想买新款空调' }).click();
    await step(page, '登记回访');
    await choose(page, '方式', '电话');
    await page.getByRole('dialog').getByRole('checkbox', { name: '已联系上' }).check();
    await fill(page, '谈了什么', '报价已收到，下周答复。');
    await send(page, '登记回访');
    await page.getByText('报价已收到，下周答复。').waitFor();
    await page.getByText('已联系', { exact: true }).first().waitFor();
    await look(page, 'lead.zh');
    await inEnglish(desk, 'lead.en-dark');
    await step(page, '结束跟进');
    await page.getByRole('dialog').getByRole('combobox', { name: '结局' }).click();
    expect(await page.locator('.ant-select-dropdown:visible [title]').allInnerTexts()).toEqual(['成交', '流失']);
    await page.keyboard.press('Escape');

    await maker.page.getByText('已完成 1 / 1').first().waitFor();
    await maker.page.getByRole('button', { name: '下载结果表' }).or(maker.page.getByRole('link', { name: '下载结果表' })).waitFor(); // prettier-ignore
    await look(maker.page, 'campaign.zh');
    await inEnglish(maker, 'campaign.en-dark');
    expect([maker.complaints, desk.complaints]).toEqual([[], []]);
    await Promise.all([maker, desk].map(({ context }) => context.close()));
  });
}
