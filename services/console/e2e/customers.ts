import { expect, test } from '@jest/globals';
import { ApiClient, eventually } from '@ledgerline/installation';
import type { Page } from 'playwright-core';
import { seriousFaults } from './accessibility.ts';
import { picture } from './console-browser.ts';
import { choose } from './desk.ts';
import { password, registered } from './found-company.ts';
import type { Stage } from './signing-in.ts';

/** R10 from the screens alone: what is kept of a customer, two who look alike are made one, and two again. */
export function customers(stage: () => Stage): void {
  const dialog = (page: Page) => page.getByRole('dialog');
  const send = (page: Page, name: string | RegExp) => dialog(page).getByRole('button', { name }).click();

  test('a customer is described, merged with who looks alike, and unmerged', async () => {
    const { browser, installation } = stage();
    const agent = await ApiClient.as(installation.url, 'zhang', password);
    const numbers = ['13400050005', '13400060006'] as const;
    const tickets = [];
    for (const [place, phone] of numbers.entries())
      tickets.push(
        await registered(agent, { subject: `机床第 ${place + 1} 次报修`, caller: { name: ['吴敏', '吴女士'][place], phone } }),
      );
    const found = async (phone: string) =>
      ((await agent.get(`/customers?phone=${phone}`)).body['items'] as readonly { readonly id: string }[])[0]?.id;
    await eventually(async () => expect([await found(numbers[0]), await found(numbers[1])]).not.toContain(undefined));
    const [first, second] = [await found(numbers[0]), await found(numbers[1])];
    for (const text of ['010-65528888', '+86 10 6552 8888'])
      await agent.post(`/customers/${text.startsWith('0') ? first : second}/add-entry`, { kind: 'phone', text });

    const { page } = await browser.signedIn('li', password);
    await page.goto(`/customers/${first}`);
    await page.getByRole('button', { name: '修改资料' }).click();
    await dialog(page).getByRole('textbox', { name: '单位' }).fill('东方机械');
    await choose(page, '首选联系方式', '邮件');
    await send(page, '修改资料');
    await page.getByText('东方机械').waitFor();
    await page.getByRole('button', { name: '登记同意' }).click();
    await choose(page, '用途', '营销');
    await choose(page, '联系方式', '短信');
    await choose(page, '如何表示', '电话');
    await dialog(page).getByRole('textbox', { name: '凭据' }).fill('录音 17');
    await send(page, '登记同意');
    await page.getByText('已同意').waitFor();
    await page.getByText('电话相同').waitFor();
    await picture({ page }, 'customer-alike.zh');
    expect(await seriousFaults(page)).toEqual([]);

    await page.getByRole('button', { name: '并入当前客户' }).click();
    await dialog(page).getByRole('textbox', { name: '理由' }).fill('单位电话相同，本人确认');
    await picture({ page }, 'customer-merge.zh');
    await send(page, '并入当前客户');
    const merged = page.locator('.ant-card', { hasText: '已并入的客户' });
    await merged.getByText('单位电话相同，本人确认').waitFor();
    await page.getByText('机床第 2 次报修').waitFor();
    await picture({ page }, 'customer-merged.zh');
    expect(await seriousFaults(page)).toEqual([]);

    await merged.getByRole('button', { name: '撤销合并' }).click();
    await dialog(page).getByRole('textbox', { name: '理由' }).fill('是姐妹两人');
    await send(page, '撤销合并');
    await page.getByText('机床第 2 次报修').waitFor({ state: 'detached' });
    await page.getByText('可能是同一位客户').waitFor();
    expect(tickets).toHaveLength(2);

    await page.goto('/customer-segments');
    await page.getByRole('button', { name: '新建客户群' }).click();
    await dialog(page).getByRole('textbox', { name: '名称' }).fill('所有客户');
    await choose(page, '用途', '市场分析');
    await send(page, '新建客户群');
    await page.getByRole('heading', { level: 1, name: '所有客户' }).waitFor();
    await page.getByText('所有有资料的客户').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: /停\s*用/ }).click(); // prettier-ignore
    await dialog(page).getByRole('textbox', { name: '理由' }).fill('试用完毕');
    await send(page, /停\s*用/);
    await page.getByText('已停用').waitFor();
  });
}
