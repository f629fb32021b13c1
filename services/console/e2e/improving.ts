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
  const fill = async (page: Page, label: string | RegExp, text: string) =>
    page.getByRole('dialog').getByRole('textbox', { name: label }).fill(text);
  const send = (page: Page, name: string | RegExp) => page.getByRole('dialog').getByRole('button', { name }).click();

  test('a suggestion is proposed, taken up, carried out, and its caller told', async () => {
    const { browser, installation } = stage();
    const agent = await ApiClient.as(installation.url, 'zhang', password);
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

  test('a known error is before the agent while a call is registered, and on the ticket, which is linked to it with a click', async () => {
    const { browser, installation } = stage();
    const [agent, manager] = await Promise.all(['zhang', 'zhao'].map((who) => ApiClient.as(installation.url, who, password)));
    const opened = { title: '净水机漏水', text: '接头处滴水。', department: 'quality', item: 'installation' };
    const { body } = await (agent as ApiClient).post('/problems', opened);
    const place = `/problems/${String(body['id'])}`;
    const desk = await browser.signedIn('zhao', password);
    await desk.page.goto(place);
    await desk.page.getByRole('toolbar').getByRole('button', { name: '确认原因与变通办法' }).click();
    await fill(desk.page, '原因', '接头垫片老化。');
    await fill(desk.page, /变通办法/, '先关闭进水阀，等待上门更换垫片。');
    await fill(desk.page, '理由', '现场确认。');
    await send(desk.page, '确认原因与变通办法');
    await desk.page.getByRole('toolbar').getByRole('button', { name: '撤回变通办法' }).waitFor();
    const told = '先关闭进水阀，等待上门更换垫片。';

    const call = await browser.signedIn('zhang', password);
    await call.page.goto('/register?item=installation');
    await call.page.getByRole('region', { name: '已知问题' }).getByText(told).waitFor();
    await look(call.page, 'known-error-register.zh');
    const { id } = await registered(agent as ApiClient, { subject: '厨房漏水', item: 'installation' });
    await call.page.goto(`/tickets/${id}`);
    await call.page.getByText(told).waitFor();
    await call.page.getByRole('button', { name: '关联本工单' }).click();
    await call.page.getByRole('button', { name: '关联本工单' }).waitFor({ state: 'detached' });
    await look(call.page, 'known-error-ticket.zh');
    await (manager as ApiClient).post(`${place}/resolve`, { fix: '垫片已改用硅胶。' });
    await call.page.goto(place);
    await call.page.getByText('还有 1 件未办结工单待处理').waitFor();
    await look(call.page, 'problem.zh');
    await call.page.emulateMedia({ colorScheme: 'dark' });
    await call.page.goto('/problems?view=resolved');
    await call.page.getByRole('button', { name: 'English', exact: true }).click();
    await call.page.getByRole('link', { name: opened.title }).waitFor();
    await look(call.page, 'problems.en-dark');
    await call.page.getByRole('link', { name: opened.title }).click();
    await call.page.getByText('What happened').waitFor();
    await look(call.page, 'problem.en-dark');
    expect([desk.complaints, call.complaints]).toEqual([[], []]);
    await Promise.all([desk, call].map(({ context }) => context.close()));
  });
}
