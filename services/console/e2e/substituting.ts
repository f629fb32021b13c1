import { expect, test } from '@jest/globals';
import { ApiClient } from '@ledgerline/installation';
import { picture } from './console-browser.ts';
import { password, registered, stepsOn } from './found-company.ts';
import type { Stage } from './signing-in.ts';

/** Somebody goes on leave, a colleague stands in: all of it from the screens. */
export function substituting(stage: () => Stage): void {
  test('a substitute is named for an absence, acts in that name, and the timeline shows both', async () => {
    const { browser, installation } = stage();
    const agent = await ApiClient.as(installation.url, 'li', password);
    const { id } = await registered(agent, { subject: '代理办理的工单' });
    await stepsOn(installation.url, id)('li', 'route', { lead: 'quality' });
    await stepsOn(installation.url, id)('chen', 'accept');

    const absent = await browser.signedIn('chen', password);
    await absent.page.goto('/account');
    await absent.page.getByRole('button', { name: '指定代理人' }).click();
    const form = absent.page.getByRole('dialog');
    await form.getByRole('textbox', { name: '代理人用户名' }).fill('chen');
    await form.getByRole('textbox', { name: '结束' }).fill(inDays(2));
    await absent.page.locator('.ant-picker-dropdown:visible').getByRole('button', { name: /确\s*定/ }).click(); // prettier-ignore
    await form.getByRole('textbox', { name: '缺勤原因' }).fill('年休假');
    await form.getByRole('button', { name: '指定代理人' }).click();
    await form.getByText('不能代理本人').waitFor();
    await form.getByRole('textbox', { name: '代理人用户名' }).fill('sun');
    await form.getByRole('button', { name: '指定代理人' }).click();
    await absent.page.locator('.ant-table-row', { hasText: '孙丽' }).waitFor();
    await picture(absent, 'substitutes.zh');
    expect(absent.complaints).toEqual([]);
    await absent.context.close();

    const screen = await browser.signedIn('sun', password);
    const { page } = screen;
    await page.getByRole('button', { name: '孙丽' }).click();
    await page.getByText('代 陈伟 办理').click();
    await page.getByText(/您正在代 陈伟 办理/).waitFor();
    await page.locator('.ant-table-row', { hasText: '代理办理的工单' }).first().waitFor();
    await page.goto(`/tickets/${id}`);
    await page.getByRole('toolbar', { name: '可执行操作' }).getByRole('button', { name: '记录进展' }).click();
    const progress = page.getByRole('dialog');
    await progress.getByRole('textbox', { name: '内容' }).fill('已联系厂家');
    await progress.getByRole('button', { name: '记录进展' }).click();
    await progress.waitFor({ state: 'hidden' });
    await page.goto(`/tickets/${id}/timeline`);
    await page
      .getByText(/孙丽\s*（代 陈伟）/)
      .first()
      .waitFor();
    await picture(screen, 'acting.zh');
    await page.getByRole('button', { name: '恢复本人身份' }).click();
    await page.getByText(/您正在代 陈伟 办理/).waitFor({ state: 'detached' });
    expect(screen.complaints).toEqual([]);
    await screen.context.close();
  });
}

/** As people write it into the field, a few days from now. */
function inDays(days: number): string {
  return `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)} 12:00`;
}
