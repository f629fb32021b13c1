import { expect, test } from '@jest/globals';
import { ApiClient, adminPassword } from '@ledgerline/installation';
import { picture } from './console-browser.ts';
import { password } from './found-company.ts';
import type { Stage } from './signing-in.ts';

export function governing(stage: () => Stage): void {
  test('a policy is changed by its fields: a fault is said at its field, the draft survives, an executive sees what changes and approves', async () => {
    const { browser, installation } = stage();
    const coordinator = await browser.signedIn('li', password);
    const { page } = coordinator;
    await page.goto('/rules/policies/company');
    await page.getByText('起草新版本').click();
    const first = page.getByRole('group', { name: '时限 1', exact: true });
    await first.getByRole('spinbutton', { name: '时限' }).fill('0');
    await page.getByRole('button', { name: /检\s*查/ }).click(); // prettier-ignore
    await first.locator('.ant-form-item-explain-error').first().waitFor();
    await picture(coordinator, 'policy-form.zh');
    await first.getByRole('spinbutton', { name: '时限' }).fill('3');
    await page.reload();
    await page.getByText('起草新版本').click();
    await page.getByText('已恢复未提交的草稿').waitFor();
    expect(await first.getByRole('spinbutton', { name: '时限' }).inputValue()).toBe('3');
    await page.getByRole('button', { name: '保存草案' }).click();
    await page.getByRole('button', { name: '提交审批' }).click();
    await page.getByText('待审批').first().waitFor();
    const leader = await browser.signedIn('wang', password);
    await leader.page.goto('/rules/policies/company');
    await leader.page.getByRole('button', { name: '变更内容' }).first().click();
    await leader.page.getByRole('dialog').getByRole('listitem').first().waitFor();
    await picture(leader, 'policy-differences.zh');
    await leader.page.keyboard.press('Escape');
    await leader.page.getByRole('button', { name: /批\s*准/ }).click(); // prettier-ignore
    await leader.page.getByRole('button', { name: /批\s*准/ }).waitFor({ state: 'detached' }); // prettier-ignore
    const api = await ApiClient.as(installation.url, 'li', password);
    const policies = (await api.get('/policies')).body['items'] as { code: string; versions: { status: string }[] }[];
    expect(policies.find(({ code }) => code === 'company')?.versions.map(({ status }) => status)).toEqual([
      'approved',
      'approved',
    ]);
    for (const screen of [coordinator, leader]) {
      expect(screen.complaints).toEqual([]);
      await screen.context.close();
    }
  });

  test('a draft that is discarded is gone from the fields and from the JSON', async () => {
    const screen = await stage().browser.signedIn('li', password);
    const { page } = screen;
    const monday = page.getByRole('textbox', { name: '周一' });
    const json = page.getByRole('textbox', { name: '起草新版本' });
    const begun = async () => {
      await page.getByRole('button', { name: '起草新版本' }).click();
      await monday.waitFor();
    };
    await page.goto('/rules/calendars');
    await begun();
    const inForce = await monday.inputValue();
    for (const [tab, field, draft, before] of [
      ['表单', monday, '07:00-08:00', inForce],
      ['JSON', json, '{"timeZone":"UTC"}', /"mon"/],
    ] as const) {
      await page.getByRole('tab', { name: tab }).click();
      await field.fill(draft);
      await page.reload();
      await begun();
      await page.getByRole('tab', { name: tab }).click();
      expect((await field.inputValue()).replaceAll(/\s/g, '')).toBe(draft);
      await page.getByRole('button', { name: '放弃草稿' }).click();
      await page.getByText('已恢复未提交的草稿').waitFor({ state: 'detached' });
      expect(await field.inputValue()).toMatch(before);
    }
    expect(screen.complaints).toEqual([]);
    await screen.context.close();
  });

  test('an account is changed and locked with a reason; a token is told once and revoked', async () => {
    const { browser, installation } = stage();
    const screen = await browser.signedIn('admin', adminPassword);
    const { page } = screen;
    const form = page.getByRole('dialog');
    await page.goto('/administration');
    const row = page.locator('.ant-table-row', { hasText: '周强' });
    await row.getByRole('button', { name: /停\s*用/ }).click(); // prettier-ignore
    await form.getByRole('textbox', { name: '理由' }).fill('长期休假');
    await form.getByRole('button', { name: /停\s*用/ }).click(); // prettier-ignore
    await row.getByText('已停用').waitFor();
    await row.getByRole('button', { name: /恢\s*复/ }).click(); // prettier-ignore
    await form.getByRole('textbox', { name: '理由' }).fill('已返岗');
    await form.getByRole('button', { name: /恢\s*复/ }).click(); // prettier-ignore
    await row.getByRole('button', { name: /停\s*用/ }).waitFor(); // prettier-ignore
    await page.goto('/administration/tokens');
    await page.getByRole('button', { name: '签发令牌' }).click();
    await form.getByRole('textbox', { name: '用途' }).fill('电话系统');
    await form.getByRole('combobox', { name: '角色' }).click();
    await page.locator('.ant-select-dropdown:visible').getByTitle('坐席').click();
    await form.getByRole('combobox', { name: '角色' }).blur();
    await form.getByRole('button', { name: '签发令牌' }).click();
    const token = await page.getByRole('status').locator('code').innerText();
    expect((await new ApiClient(installation.url, token).get('/tickets?limit=1')).status).toBe(200);
    await page.getByRole('button', { name: /吊\s*销/ }).click(); // prettier-ignore
    await form.getByRole('button', { name: /吊\s*销/ }).click(); // prettier-ignore
    await page.getByText('已吊销').waitFor();
    await page.reload();
    await page.getByText('已吊销').waitFor();
    expect(await page.getByRole('main').innerText()).not.toContain(token);
    expect(screen.complaints).toEqual([]);
    await screen.context.close();
  });
}
