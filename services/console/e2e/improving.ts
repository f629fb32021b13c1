import { expect, test } from '@jest/globals';
import { ApiClient } from '@ledgerline/installation';
import type { Page } from 'playwright-core';
import { seriousFaults } from './accessibility.ts';
import { picture } from './console-browser.ts';
import { choose } from './desk.ts';
import { password, registered } from './found-company.ts';
import type { Stage } from './signing-in.ts';

/** R11 from the screens alone: a caller's suggestion becomes a proposal, the department carries it out, the caller is told and reads it. */
export function improving(stage: () => Stage): void {
  const look = async (page: Page, name: string) => {
    await picture({ page }, name);
    expect([name, await seriousFaults(page)]).toEqual([name, []]);
  };
  const fill = async (page: Page, label: string | RegExp, text: string) => page.getByRole('dialog').getByLabel(label).fill(text);
  const send = (page: Page, name: string | RegExp) => page.getByRole('dialog').getByRole('button', { name }).click();

  test('a suggestion is proposed, taken up, carried out, and its caller told', async () => {
    const { browser, installation } = stage();
    const agent = await ApiClient.signIn(installation.url, 'zhang', password);
    const { id, number } = await registered(agent, { subject: '希望增加夜间热线', kind: 'opinion' });
    const desk = await browser.signedIn('zhang', password);
    await desk.page.goto(`/tickets/${id}`);
    await desk.page.getByRole('button', { name: '转为改进建议' }).click();
    await fill(desk.page, '标题', '增设夜间热线');
    await fill(desk.page, /建议内容/, '夜间无人接听，多位来电人希望增加夜班。');
    await choose(desk.page, '部门', '质量部');
    await look(desk.page, 'proposal-form.zh');
    await send(desk.page, '转为改进建议');
    await desk.page.getByRole('heading', { level: 1, name: '增设夜间热线' }).waitFor();
    const place = new URL(desk.page.url()).pathname;

    const manager = await browser.signedIn('zhao', password);
    await manager.page.goto('/proposals');
    await manager.page.getByRole('link', { name: '增设夜间热线' }).click();
    await manager.page.getByRole('toolbar').getByRole('button', { name: /受\s*理/ }).click(); // prettier-ignore
    const due = manager.page.getByRole('dialog').getByLabel('完成期限');
    await due.fill(Temporal.Now.plainDateISO().add({ days: 30 }).toString() + ' 17:00');
    // Enter takes the date, and sends the form.
    await due.press('Enter');
    await manager.page.getByRole('toolbar').getByRole('button', { name: '已落实' }).click();
    await fill(manager.page, '落实情况', '自下月起夜间有人值守。');
    await send(manager.page, '已落实');
    await manager.page.getByRole('toolbar').getByRole('button', { name: '重新办理' }).waitFor();

    await desk.page.goto(place);
    await desk.page.getByRole('checkbox', { name: `选择工单 ${number}` }).check();
    await desk.page.getByRole('button', { name: '告知所选来电人（1）' }).click();
    await choose(desk.page, '方式', '电话');
    await fill(desk.page, /告知内容/, '您希望的夜间热线下月开通。');
    await send(desk.page, '告知所选来电人（1）');
    await desk.page.getByText('已告知', { exact: true }).first().waitFor();
    await look(desk.page, 'proposal.zh');
    await desk.page.goto(`/tickets/${id}`);
    await desk.page.getByText('您希望的夜间热线下月开通。').waitFor();
    expect([desk.complaints, manager.complaints]).toEqual([[], []]);
    await desk.page.emulateMedia({ colorScheme: 'dark' });
    await desk.page.goto(place);
    await desk.page.getByRole('button', { name: 'English', exact: true }).click();
    await desk.page.getByText('What happened').waitFor();
    await look(desk.page, 'proposal.en-dark');
    await Promise.all([desk, manager].map(({ context }) => context.close()));
  });
}
