import { expect, test } from '@jest/globals';
import { ApiClient, until } from '@ledgerline/installation';
import { picture } from './console-browser.ts';
import { password, registered } from './found-company.ts';
import type { Stage } from './signing-in.ts';

export function registering(stage: () => Stage): void {
  test('a matter is registered without a mouse, with the caller’s history and similar tickets beside it', async () => {
    const { browser, installation } = stage();
    const agent = await ApiClient.as(installation.url, 'zhang', password);
    await registered(agent, { subject: '热水器漏水严重', caller: { name: '刘洋', phone: '13912345678' } });
    const screen = await browser.signedIn('zhang', password);
    const { page } = screen;
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('n');
    await page.waitForURL('/register');
    await page.locator('input[type=tel]:focus').waitFor();
    await page.keyboard.type('13912345678');
    await page.getByRole('complementary').getByText('热水器漏水严重').first().waitFor();
    await page.keyboard.press('Tab');
    const field = (name: string) => page.getByRole('textbox', { name });
    await page.locator('#caller_name[value="刘洋"]').waitFor();
    await field('邮箱').fill('not-an-address');
    await field('主题').fill('热水器又漏水了');
    await field('诉求内容').fill('上周修过，今天又漏。');
    for (const [name, text] of [
      ['类别', '投诉'],
      ['事项', '故障'],
    ] as const) {
      await page.getByRole('combobox', { name }).focus();
      await page.keyboard.type(text);
      await page.locator('.ant-select-dropdown:visible .ant-select-item-option-active', { hasText: text }).first().waitFor();
      await page.keyboard.press('Enter');
    }
    await picture(screen, 'register.zh');
    await page.keyboard.press('Control+Enter');
    await page.getByText('不是有效的邮箱地址').waitFor();
    expect(await field('诉求内容').inputValue()).toBe('上周修过，今天又漏。');
    await page.reload();
    expect(await field('诉求内容').inputValue()).toBe('上周修过，今天又漏。');
    await field('邮箱').fill('');
    await field('主题').focus();
    await page.keyboard.press('Control+Enter');
    await page.getByText('登记成功').waitFor();
    await picture(screen, 'registered.zh');
    const number = /\d{8}-[0-9A-Z]{8}-[0-9A-Z]/.exec(await page.getByRole('main').innerText())?.[0];
    expect((await agent.get(`/tickets/${number}`)).body).toMatchObject({
      subject: '热水器又漏水了',
      kind: 'complaint',
      item: 'fault',
    });
    expect(screen.complaints).toEqual([]);
    await screen.context.close();
  });

  test('sessions elsewhere are seen, and ended from here', async () => {
    const { browser, installation } = stage();
    const elsewhere = await ApiClient.signIn(installation.url, 'zhou', password);
    const screen = await browser.signedIn('zhou', password);
    const { page } = screen;
    await page.goto('/account');
    await page.getByText('本次登录').waitFor();
    await page.getByRole('button', { name: /结\s*束/ }).first().click(); // prettier-ignore
    await page.getByRole('button', { name: /结\s*束/ }).waitFor({ state: 'detached' }); // prettier-ignore
    await until(async () => (await elsewhere.get('/session')).status === 401);
    expect(screen.complaints).toEqual([]);
    await screen.context.close();
  });
}
