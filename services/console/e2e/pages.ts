import { expect, test } from '@jest/globals';
import { ApiClient, adminPassword } from '@ledgerline/installation';
import { seriousFaults } from './accessibility.ts';
import { picture, type ScreenOptions } from './console-browser.ts';
import { password, registered } from './found-company.ts';
import type { Stage } from './signing-in.ts';

/** Each page with one who works there, and what has to be on it. */
const pages: readonly (readonly [name: string, who: string, path: string, zh: string, shown: string])[] = [
  ['work', 'li', '/work/all', '全部', '.ant-table-row'],
  ['register', 'zhang', '/register', '登记诉求', 'form'],
  ['review', 'zhao', '/review', '审核台', 'main'],
  ['supervision', 'li', '/supervision', '督办看板', '.ant-table-row'],
  ['executive', 'wang', '/executive', '领导视图', '.ant-card'],
  ['policies', 'wang', '/rules/policies', '制度文件', '.ant-table-row'],
  ['calendars', 'wang', '/rules/calendars', '制度文件', '.year .make-up'],
  ['routing-tables', 'li', '/rules/routing-tables', '制度文件', '.ant-table'],
  ['items', 'li', '/rules/items', '制度文件', '.ant-tree-list-holder .ant-tree-treenode'],
  ['dashboards', 'li', '/dashboards', '统计', 'figure svg'],
  ['administration', 'admin', '/administration', '系统管理', '.ant-table-row'],
  ['account', 'zhang', '/account', '我的登录', '.ant-table-row'],
];

export function everyPage(stage: () => Stage): void {
  const open = async (who: string, path: string, options: ScreenOptions) => {
    const screen = await stage().browser.signedIn(who, who === 'admin' ? adminPassword : password, options);
    await screen.page.goto(path);
    await screen.page.getByRole('heading', { level: 1 }).waitFor();
    return screen;
  };

  test.each(pages)('%s: nothing serious for axe, in both languages, light and dark', async (name, who, path, zh, shown) => {
    const chinese = await open(who, path, { language: 'zh' });
    await chinese.page.getByRole('heading', { level: 1, name: zh }).waitFor();
    await chinese.page.locator(shown).first().waitFor();
    await picture(chinese, `page-${name}.zh`);
    expect(await seriousFaults(chinese.page)).toEqual([]);
    expect(chinese.complaints).toEqual([]);
    await chinese.context.close();
    const english = await open(who, path, { language: 'en', theme: 'dark' });
    await english.page.locator(shown).first().waitFor();
    await picture(english, `page-${name}.en-dark`);
    expect(await seriousFaults(english.page)).toEqual([]);
    expect(await english.page.getByRole('main').innerText()).not.toMatch(/undefined|\[object/);
    await english.context.close();
  });

  test('a ticket, its timeline and an open form: nothing serious for axe', async () => {
    const agent = await ApiClient.signIn(stage().installation.url, 'zhang', password);
    const { id } = await registered(agent, { subject: '看得见' });
    const screen = await open('li', `/tickets/${id}`, {});
    const { page } = screen;
    await page.getByRole('toolbar').getByRole('button', { name: '直接答复' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('toolbar').getByRole('button', { name: /派\s*单/ }).click(); // prettier-ignore
    await page.getByRole('dialog').getByRole('combobox').first().waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.goto(`/tickets/${id}/timeline`);
    await page.getByRole('region', { name: '时间轴' }).getByRole('slider').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await screen.context.close();
  });

  test('on a phone the lists and a ticket fit the width', async () => {
    const agent = await ApiClient.signIn(stage().installation.url, 'zhang', password);
    const { id } = await registered(agent, { subject: '手机上看的工单，主题很长很长很长很长很长很长很长很长' });
    for (const path of ['/work/all', `/tickets/${id}`, '/register']) {
      const screen = await open('zhang', path, { width: 390, height: 844 });
      await picture(screen, `phone-${path.split('/')[1]}.zh`);
      const widest = (await screen.page.evaluate('document.documentElement.scrollWidth')) as number;
      expect([path, widest]).toEqual([path, 390]);
      await screen.context.close();
    }
  });

  test('where would this go: the routing table is asked, and says why', async () => {
    const screen = await open('li', '/rules/routing-tables', {});
    await screen.page.getByRole('button', { name: '派到哪里' }).click();
    await screen.page.getByRole('status').filter({ hasText: /兜底|派往|没有相符/ }).waitFor(); // prettier-ignore
    await screen.context.close();
  });
}
