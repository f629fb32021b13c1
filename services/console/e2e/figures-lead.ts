import { expect, test } from '@jest/globals';
import { ApiClient, until } from '@ledgerline/installation';
import { picture } from './console-browser.ts';
import { password, registered } from './found-company.ts';
import type { Stage } from './signing-in.ts';
import { dimensionWords, figureWords, reportWords } from '../src/words/report-words.ts';

interface Report {
  readonly columns: readonly string[];
  readonly cells: readonly string[];
  readonly total: { readonly figures: Readonly<Record<string, number>> };
}

/** R14.2 on the screens: figures lead to their tickets, and another rule is tried on what came. */
export function figuresLead(stage: () => Stage): void {
  const client = (username: string) => ApiClient.as(stage().installation.url, username, password);
  /** Facts follow the log: until they have come to where something was written. */
  const counted = async (agent: ApiClient, position: string, report: string) => {
    let found: Report | undefined;
    await until(async () => {
      const { status, body } = await agent.get(`/reports/${report}`, { 'Ledgerline-After': position });
      found = body as unknown as Report;
      return status === 200;
    });
    return found as Report;
  };

  test('every number of a report has its words, and leads to its tickets', async () => {
    const { browser } = stage();
    const agent = await client('zhang');
    const { id, number } = await registered(agent, { subject: '看得见的数字', kind: 'praise', level: 'important' });
    const { body } = await (await client('li')).post(`/tickets/${id}/route`, { lead: 'logistics' });
    await counted(agent, String(body['position']), 'sla');
    for (const name of Object.keys(reportWords)) {
      const { columns, cells, total } = (await agent.get(`/reports/${name}`)).body as unknown as Report;
      expect([name, columns.filter((column) => !(column in dimensionWords))]).toEqual([name, []]);
      expect([name, [...cells, ...Object.keys(total.figures)].filter((figure) => !(figure in figureWords))]).toEqual([name, []]);
    }
    const screen = await browser.signedIn('li', password);
    const { page } = screen;
    await page.goto('/dashboards/load?by=kind&level=important');
    const row = page.locator('.ant-table-row', { hasText: '表扬' });
    await row.getByRole('link').first().click();
    await page.getByRole('heading', { level: 1, name: '受理量 · 登记' }).waitFor();
    await page.locator('.ant-table-row', { hasText: '看得见的数字' }).getByText(number).waitFor();
    await page.getByText('类别：表扬').waitFor();
    await picture(screen, 'tickets-behind.zh');
    await page.goto('/dashboards/process');
    await page.locator('.ant-table-row', { hasText: '登记派单' }).first().getByRole('link').first().click();
    await page.getByRole('heading', { level: 1, name: '流程 · 次数' }).waitFor();
    await page.getByText('紧接：派单').waitFor();
    await page.locator('.ant-table-row', { hasText: '看得见的数字' }).getByText(number).waitFor();
    expect(screen.complaints).toEqual([]);
    await screen.context.close();
  });

  test('another policy is tried on what came: progress, outcome, the tickets that differ', async () => {
    const { browser } = stage();
    const coordinator = await client('li');
    const { position } = await registered(await client('zhang'), { subject: '试算' });
    const registeredAt = Date.now();
    await counted(coordinator, position, 'load');
    const { body: policies } = await coordinator.get('/policies/company');
    const { clocks, ...others } = policies['body'] as { clocks: { clock: string; within: unknown }[] };
    // By the clock on the wall: by working time nothing is late at noon or at night.
    const hasty = (rule: { within: unknown }) =>
      typeof rule.within === 'string' ? { ...rule, within: 'PT1S', calendar: 'elapsed' } : rule;
    const strict = { ...others, clocks: clocks.map(hasty) };
    const { body: drafted } = await coordinator.post('/policies', strict);
    const id = String(drafted['id']);
    const screen = await browser.signedIn('li', password);
    const { page } = screen;
    await page.goto('/dashboards/what-if');
    await page.getByRole('button', { name: '开始试算' }).click();
    await page.getByText('请至少选择一份文件').waitFor();
    await until(async () => Date.now() - registeredAt > 1_500);
    await page.getByRole('combobox', { name: '时限规则' }).click();
    await page.locator('.ant-select-dropdown:visible').getByTitle(`${id} · 草案`).click();
    await page.getByRole('button', { name: '开始试算' }).click();
    await page.getByText(/试算完成/).waitFor();
    await page.locator('.ant-table-row').getByRole('button', { name: /^\+\d+$/ }).first().click(); // prettier-ignore
    await page.getByRole('link', { name: '时限依据' }).first().waitFor();
    await picture(screen, 'what-if.zh');
    await page.reload();
    await page.getByText(/试算完成/).waitFor();
    expect(screen.complaints).toEqual([]);
    await screen.context.close();
  });
}
