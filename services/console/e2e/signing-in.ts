import { expect, test } from '@jest/globals';
import { ApiClient, type Installation } from '@ledgerline/installation';
import { picture, type ConsoleBrowser } from './console-browser.ts';
import { password, registered } from './found-company.ts';

export interface Stage {
  readonly installation: Installation;
  readonly browser: ConsoleBrowser;
}

export function signingIn(stage: () => Stage): void {
  test('a wrong password is said, and what was typed stays', async () => {
    const screen = await stage().browser.screen();
    const { page } = screen;
    await page.goto('/');
    await page.getByLabel('用户名').fill('zhang');
    await page.getByLabel('密码').fill('not-the-password');
    await page.getByRole('button', { name: /登\s*录/ }).click();
    await page.getByText('用户名或密码不正确').waitFor();
    expect(await page.getByLabel('用户名').inputValue()).toBe('zhang');
    await picture(screen, 'sign-in.zh');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('The user name or the password is wrong').waitFor();
    await picture(screen, 'sign-in.en');
    expect(screen.complaints).toEqual([]);
    await screen.context.close();
  });

  test('a provider that cannot be reached is said at the sign-in page, and no other words are taken from an address', async () => {
    const screen = await stage().browser.screen();
    const { page } = screen;
    await page.goto('/');
    await page.getByRole('link', { name: '使用 公司账号 登录' }).click();
    await page.getByText('统一登录服务暂时不可用').waitFor();
    await picture(screen, 'sign-in-at-provider.zh');
    await page.goto('/sign-in?refused=your-account-is-locked-call-us');
    await page.getByLabel('用户名').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(screen.complaints).toEqual([]);
    await screen.context.close();
  });

  test('the session is in a cookie that no script reads, and a call without the secret changes nothing', async () => {
    const { browser, installation } = stage();
    const agent = await ApiClient.as(installation.url, 'zhang', password);
    const { id } = await registered(agent, { subject: '跨站请求' });
    const screen = await browser.signedIn('zhang', password);
    const [cookie] = await screen.context.cookies();
    expect(cookie).toMatchObject({ name: 'ledgerline-session', httpOnly: true, sameSite: 'Strict' });
    const attempt = (headers: Record<string, string>) =>
      screen.page.evaluate(
        async ({ path, more }) => {
          const body = JSON.stringify({ from: 'staff', text: 'forged' });
          const answer = await fetch(path, { method: 'POST', body, headers: { 'content-type': 'application/json', ...more } });
          return [answer.status, ((await answer.json()) as { code: string }).code];
        },
        { path: `/api/v1/tickets/${id}/add-message`, more: headers },
      );
    expect(await screen.page.evaluate(() => document.cookie)).toBe('');
    expect(await attempt({})).toEqual([403, 'csrf-token-missing']);
    expect(await attempt({ 'ledgerline-csrf': 'A'.repeat(22) })).toEqual([403, 'csrf-token-missing']);
    expect((await agent.get(`/tickets/${id}`)).body).toMatchObject({ version: 1 });
    await screen.context.close();
  });

  test('after signing out the cookie opens nothing', async () => {
    const screen = await stage().browser.signedIn('zhang', password);
    const [cookie] = await screen.context.cookies();
    await screen.page.getByRole('button', { name: '张敏' }).click();
    await screen.page.getByText('退出登录').click();
    await screen.page.getByLabel('用户名').waitFor();
    const { url } = stage().installation;
    const answer = await fetch(`${url}/api/v1/session`, { headers: { cookie: `${cookie?.name}=${cookie?.value}` } });
    expect(answer.status).toBe(401);
    expect(screen.complaints).toEqual([]);
    await screen.context.close();
  });

  test('pages have no inline script, and cannot be framed', async () => {
    const { url } = stage().installation;
    for (const path of ['/', '/docs', '/setup', '/work/mine']) {
      const answer = await fetch(url + path);
      const policy = answer.headers.get('content-security-policy') ?? '';
      expect([path, answer.status]).toEqual([path, 200]);
      expect(policy).toMatch(/script-src 'self'(;|$)/);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(await answer.text()).not.toMatch(/<script(?![^>]*\bsrc=)/);
    }
    const answer = await fetch(`${url}/api/v1/openapi.json`);
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(answer.headers.get('strict-transport-security')).toBeNull();
  });
}
