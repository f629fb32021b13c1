import { expect, test } from '@jest/globals';
import { ApiClient } from '@ledgerline/installation';
import { picture } from './console-browser.ts';
import { password, registered } from './found-company.ts';
import type { Stage } from './signing-in.ts';

export function tickets(stage: () => Stage): void {
  const client = (username: string) => ApiClient.as(stage().installation.url, username, password);

  test('what an agent and a handler may do is offered, what they may not says why; the command moves the ticket', async () => {
    const { browser } = stage();
    const coordinator = await client('li');
    const { id } = await registered(await client('zhang'), { subject: '微波炉冒烟', description: '昨晚加热时冒烟，有焦味。' });
    expect((await coordinator.post(`/tickets/${id}/route`, { lead: 'quality', coHandling: ['after-sales'] })).status).toBe(200);
    const screen = await browser.signedIn('chen', password);
    const { page } = screen;
    await page.goto(`/tickets/${id}`);
    await page.getByRole('heading', { name: '微波炉冒烟' }).waitFor();
    const actions = page.getByRole('toolbar', { name: '可执行操作' });
    await actions.getByRole('button', { name: /签\s*收/ }).waitFor();
    await actions.getByRole('button', { name: /暂不可执行/ }).click();
    await page.getByText('尚未签收').first().waitFor();
    await picture(screen, 'ticket.zh');
    await page.keyboard.press('Escape');
    await actions.getByRole('button', { name: /签\s*收/ }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /签\s*收/ })
      .click();
    await actions.getByRole('button', { name: '记录进展' }).waitFor();
    expect((await coordinator.get(`/tickets/${id}`)).body).toMatchObject({ status: 'in-progress' });
    expect(screen.complaints).toEqual([]);
    await screen.context.close();
  });

  test('a field that is wrong says so, a draft survives a reload, and a changed ticket is shown before it is sent', async () => {
    const { browser } = stage();
    const coordinator = await client('li');
    const { id } = await registered(await client('zhang'), { subject: '打印机卡纸' });
    await coordinator.post(`/tickets/${id}/route`, { lead: 'quality' });
    await (await client('chen')).post(`/tickets/${id}/accept`);
    const screen = await browser.signedIn('chen', password);
    const { page } = screen;
    await page.goto(`/tickets/${id}`);
    await page.getByRole('button', { name: '提交办理结果' }).click();
    const form = page.getByRole('dialog');
    await form.getByRole('button', { name: '提交办理结果' }).click();
    await form.getByText('请填写').first().waitFor();
    await form.getByRole('textbox', { name: '办理结果' }).fill('已更换进纸辊。');
    await page.reload();
    await page.getByRole('button', { name: '提交办理结果' }).click();
    await form.getByText('已恢复未提交的草稿').waitFor();
    expect(await form.getByRole('textbox', { name: '办理结果' }).inputValue()).toBe('已更换进纸辊。');
    await form.getByRole('textbox', { name: '拟回复内容' }).fill('您好，打印机已修好。');
    await coordinator.post(`/tickets/${id}/urge`, { text: '请尽快' });
    await form.getByText('工单已有变化').waitFor();
    await form.getByText('催办').first().waitFor();
    await picture(screen, 'conflict.zh');
    await form.getByRole('button', { name: '已了解，仍然提交' }).click();
    await form.getByRole('checkbox', { name: '可以公开' }).check();
    await form.getByRole('button', { name: '提交办理结果' }).click();
    await page.getByText('待审核').first().waitFor();
    expect((await coordinator.get(`/tickets/${id}`)).body).toMatchObject({ status: 'in-review', result: { publishable: true } });
    expect(screen.complaints).toEqual([]);
    await screen.context.close();
  });

  test('with the connection lost nothing typed is lost, and it is sent once', async () => {
    const { browser } = stage();
    const agent = await client('zhang');
    const { id } = await registered(agent, { subject: '断线测试' });
    const screen = await browser.signedIn('li', password);
    const { page } = screen;
    await page.goto(`/tickets/${id}`);
    await page.getByRole('toolbar').getByRole('button', { name: '补充信息' }).click();
    const form = page.getByRole('dialog');
    await form.getByRole('textbox', { name: '内容' }).fill('来电人补充了型号。');
    await form.getByRole('combobox', { name: '来自' }).click();
    await page.getByTitle('来电人', { exact: true }).last().click();
    await screen.context.setOffline(true);
    await form.getByRole('button', { name: '补充信息' }).click();
    await form.getByText('无法连接服务器，您填写的内容已保留').waitFor();
    expect(await form.getByRole('textbox', { name: '内容' }).inputValue()).toBe('来电人补充了型号。');
    await screen.context.setOffline(false);
    await form.getByRole('button', { name: '补充信息' }).click();
    await form.waitFor({ state: 'hidden' });
    const { body } = await agent.get(`/tickets/${id}/events`);
    expect((body['items'] as { type: string }[]).filter(({ type }) => type === 'MessageAdded')).toHaveLength(1);
    await screen.context.close();
  });

  test('the timeline shows the ticket as it stood, and what each event changed', async () => {
    const { browser } = stage();
    const coordinator = await client('li');
    const { id } = await registered(await client('zhang'), { subject: '时间轴' });
    await coordinator.post(`/tickets/${id}/route`, { lead: 'quality' });
    await coordinator.post(`/tickets/${id}/route`, { lead: 'logistics' });
    const screen = await browser.signedIn('li', password);
    const { page } = screen;
    await page.goto(`/tickets/${id}/timeline`);
    const timeline = page.getByRole('region', { name: '时间轴' });
    await timeline.getByText('物流部').first().waitFor();
    await picture(screen, 'timeline.zh');
    await timeline.getByRole('slider').focus();
    await page.keyboard.press('Home');
    await timeline.getByRole('heading', { name: /登记/ }).waitFor();
    expect(await timeline.getByRole('button', { name: '上一事件' }).isDisabled()).toBe(true);
    await timeline.getByRole('button', { name: '下一事件' }).click();
    await timeline.getByRole('table', { name: '变化' }).getByText('质量部').waitFor();
    expect(await timeline.getByRole('table', { name: '变化' }).getByText('物流部').count()).toBe(0);
    expect(screen.complaints).toEqual([]);
    await screen.context.close();
  });
}
