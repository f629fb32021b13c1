import { expect, test } from '@jest/globals';
import { ApiClient } from '@ledgerline/installation';
import { picture } from './console-browser.ts';
import { password, registered } from './found-company.ts';
import type { Stage } from './signing-in.ts';

/** Bytes of the first load at most (issue 5). */
const mostBytes = 500_000;

export function workLists(stage: () => Stage): void {
  test('a list shows what there is, narrows by filter and address, and opens a ticket by key', async () => {
    const { browser, installation } = stage();
    const agent = await ApiClient.as(installation.url, 'zhang', password);
    for (const [subject, level] of [
      ['洗衣机漏水', 'important'],
      ['空调噪音大', 'general'],
      ['发票开错', 'general'],
    ])
      // prettier-ignore
      await registered(agent, { subject, level });
    const screen = await browser.signedIn('li', password);
    const { page } = screen;
    await page.goto('/work/all');
    await page.getByText('洗衣机漏水').waitFor();
    await picture(screen, 'work-all.zh');
    await page.goto('/work/all?level=important');
    await page.getByText('洗衣机漏水').waitFor();
    expect(await page.getByText('空调噪音大').count()).toBe(0);
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/tickets\//);
    expect(screen.complaints).toEqual([]);
    await screen.context.close();
  });

  test('who names no page comes to their first list in one step', async () => {
    const screen = await stage().browser.signedIn('li', password);
    const { page } = screen;
    const went: string[] = [];
    page.on('framenavigated', (frame) => went.push(new URL(frame.url()).pathname));
    await page.goto('/');
    await page.getByRole('heading', { name: '即将到期' }).waitFor();
    expect(went).toEqual(['/', '/work/due-next']);
    await screen.context.close();
  });

  test('what is due next stands first, with who holds it', async () => {
    const { browser, installation } = stage();
    const agent = await ApiClient.as(installation.url, 'zhang', password);
    const { id } = await registered(agent, { subject: '电梯困人', level: 'urgent', kind: 'request' });
    const screen = await browser.signedIn('li', password);
    const { page } = screen;
    await page.goto('/work/due-next');
    const rows = page.locator('.ant-table-row');
    await rows.first().getByText('电梯困人').waitFor();
    await rows.first().getByText(/剩余/).waitFor();
    await picture(screen, 'work-due-next.zh');
    await page.goto('/work/urgent');
    await rows.first().getByText(/剩余/).waitFor();
    await (await ApiClient.as(installation.url, 'zhang', password)).post(`/tickets/${id}/withdraw`, { reason: '已解困' });
    await page.getByText('没有工单').waitFor();
    expect(screen.complaints).toEqual([]);
    await screen.context.close();
  });

  test('a department sees its own tickets alone', async () => {
    const screen = await stage().browser.signedIn('chen', password);
    await screen.page.goto('/work/all');
    await screen.page.getByText('没有工单').waitFor();
    expect(screen.complaints).toEqual([]);
    await screen.context.close();
  });

  test('the first load of a work list is under 500 kB, compressed', async () => {
    const screen = await stage().browser.signedIn('li', password);
    const client = await screen.context.newCDPSession(screen.page);
    await client.send('Network.enable');
    await client.send('Network.setCacheDisabled', { cacheDisabled: true });
    let bytes = 0;
    client.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
    await screen.page.goto('/work/all');
    await screen.page.getByText('洗衣机漏水').waitFor();
    await screen.page.waitForLoadState('networkidle');
    process.stdout.write(`first load of the work list: ${bytes} bytes\n`);
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThan(mostBytes);
    await screen.context.close();
  });
}
