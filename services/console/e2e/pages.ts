import { expect, test } from '@jest/globals';
import { ApiClient, adminPassword } from '@ledgerline/installation';
import { seriousFaults } from './accessibility.ts';
import { picture, type ScreenOptions } from './console-browser.ts';
import { password, registered } from './found-company.ts';
import type { Stage } from './signing-in.ts';

type PageOf = readonly [name: string, path: string, zh: string, shown: string];

/** Where the installation is. */
const thisMonth = Temporal.Now.plainDateISO('Asia/Shanghai').toPlainYearMonth().toString();

/** Each page under one who works there, and what has to be on it. */
const pages: Readonly<Record<string, readonly PageOf[]>> = {
  zhang: [
    ['register', '/register', '登记诉求', 'form'],
    ['account', '/account', '我的登录', '.ant-table-row'],
    ['contacts', '/contacts', '来电记录', '.ant-table-row'],
    ['late-entries', '/late-entries', '补录', '.ant-upload'],
    ['undertaking', '/undertaking', '保密承诺', '.words'],
    ['proposals', '/proposals?view=toTell', '改进建议', '.ant-table-row'],
    ['campaigns', '/campaigns', '外呼活动', '.ant-table-row'],
    ['leads', '/leads', '销售线索', '.ant-table-row'],
    ['at-risk', '/at-risk-customers', '流失预警客户', '.ant-table-row'],
  ],
  li: [
    ['segments', '/customer-segments', '客户群', '.ant-table-row'],
    ['work', '/work/all', '全部', '.ant-table-row'],
    ['supervision', '/supervision', '督办看板', '.ant-table-row'],
    ['routing-tables', '/rules/routing-tables', '制度文件', '.ant-table'],
    ['items', '/rules/items', '制度文件', '.ant-tree-list-holder .ant-tree-treenode'],
    ['dashboards', '/dashboards', '统计', '.heat a'],
    ['dashboards-sla', '/dashboards/sla?by=clock', '统计', '.drawn svg'],
    ['process', '/dashboards/process', '统计', '.process svg'],
    ['what-if', '/dashboards/what-if', '统计', '.tried'],
    ['customers', '/customers?q=骚扰者', '客户', '.ant-table-row'],
    ['surges', '/surges', '突发群诉', '.ant-card'],
    ['notices', '/notices', '通知', '.lines li'],
  ],
  wang: [
    ['executive', '/executive', '领导视图', '.ant-card'],
    ['policies', '/rules/policies', '制度文件', '.ant-table-row'],
    ['calendars', '/rules/calendars', '制度文件', '.year .make-up'],
    ['duty-rotas', '/rules/duty-rotas', '制度文件', '.ant-table-row'],
    ['templates', '/rules/templates', '制度文件', '.words'],
    ['digest-templates', '/rules/digest-templates', '制度文件', 'ol.words li'],
    ['digests', '/digests', '定期报送', '.ant-picker'],
    ['digest', `/digests/now?template=executive-report&period=${thisMonth}`, '客户服务情况报告', '.ant-table-row'],
    ['scripts', '/rules/scripts', '制度文件', '.lines li'],
    ['centre-rules', '/rules/rules', '制度文件', '.words'],
    ['publications', '/publications', '公开结果', '.ant-card'],
  ],
  wu: [
    ['sign-ins', '/audit/sign-ins', '审计', '.ant-table-row'],
    ['permission-changes', '/audit/permission-changes', '审计', '.ant-table-row'],
    ['log', '/audit/log', '审计', '.ant-card'],
    ['exports', '/audit/exports', '审计', '.ant-card'],
  ],
  zhao: [['review', '/review', '审核台', '.desk li']],
  xu: [['knowledge', '/knowledge', '知识库', '.ant-table-row']],
  admin: [
    ['administration', '/administration', '系统管理', '.ant-table-row'],
    ['departments', '/administration/departments', '系统管理', '.ant-table-row'],
    ['tokens', '/administration/tokens', '系统管理', '.ant-table-row'],
    ['substitutes', '/administration/substitutes', '系统管理', 'section .ant-btn'],
    ['webhooks', '/administration/webhooks', '系统管理', '.ant-table-row'],
    ['mail', '/administration/mail', '系统管理', '.ant-segmented'],
    ['erasure', '/administration/erasure', '系统管理', 'form'],
  ],
};

export function everyPage(stage: () => Stage): void {
  const open = async (who: string, path: string, options: ScreenOptions) => {
    const screen = await stage().browser.signedIn(who, who === 'admin' ? adminPassword : password, options);
    await screen.page.goto(path);
    await screen.page.getByRole('heading', { level: 1 }).waitFor();
    return screen;
  };

  test.each(Object.entries(pages))(
    'the pages of %s: nothing serious for axe, in both languages, light and dark',
    async (who, theirs) => {
      const screen = await stage().browser.signedIn(who, who === 'admin' ? adminPassword : password);
      const { page } = screen;
      for (const [name, path, zh, shown] of theirs) {
        await page.goto(path);
        await page.getByRole('heading', { level: 1, name: zh }).waitFor();
        await page.locator(shown).first().waitFor();
        await picture(screen, `page-${name}.zh`);
        expect([name, await seriousFaults(page)]).toEqual([name, []]);
        await page.emulateMedia({ colorScheme: 'dark' });
        await page.getByRole('button', { name: 'English', exact: true }).click();
        await page.locator('html[data-theme=dark][lang=en]').waitFor();
        await page.locator(shown).first().waitFor();
        await picture(screen, `page-${name}.en-dark`);
        expect([name, await seriousFaults(page)]).toEqual([name, []]);
        expect(await page.getByRole('main').innerText()).not.toMatch(/undefined|\[object|NaN/);
        await page.emulateMedia({ colorScheme: 'light' });
        await page.getByRole('button', { name: '中文', exact: true }).click();
      }
      expect(screen.complaints).toEqual([]);
      await screen.context.close();
    },
  );

  test('a ticket, its timeline and an open form: nothing serious for axe', async () => {
    const agent = await ApiClient.as(stage().installation.url, 'zhang', password);
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
    const agent = await ApiClient.as(stage().installation.url, 'zhang', password);
    const { id } = await registered(agent, { subject: '手机上看的工单，主题很长很长很长很长很长很长很长很长' });
    for (const path of ['/work/all', `/tickets/${id}`, '/register', '/contacts', '/knowledge', '/dashboards']) {
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
