import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { ApiClient, eventually, startEmbedded, until, type Installation } from '@ledgerline/installation';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { ConsoleBrowser } from './console-browser.ts';
import { foundCompany, password, registered } from './found-company.ts';
import { openConsoles } from './open-consoles.ts';

/** Small where all tests run; `LEDGERLINE_TICKETS=100000 LEDGERLINE_CONSOLES=200` is what issue 5 asks for. */
const tickets = Number(process.env['LEDGERLINE_TICKETS'] ?? 400);
const consoles = Number(process.env['LEDGERLINE_CONSOLES'] ?? 20);
/** Milliseconds in which a list is there, and in which others see what somebody did; held on a machine with nothing else to do. */
const most = 1_000;
const isMeasured = process.env['LEDGERLINE_TICKETS'] !== undefined;

/** Seconds that so many may take to be taken, and to be listed. */
const patience = 60 + tickets / 50;

jest.setTimeout(Math.max(120_000, tickets * 30));

describe(`the console with ${tickets} tickets and ${consoles} consoles`, () => {
  let installation: Installation;
  let browser: ConsoleBrowser;
  beforeAll(async () => {
    installation = await startEmbedded();
    await foundCompany(installation);
    await fill(installation.url);
    browser = await ConsoleBrowser.start(() => installation.url);
  });
  afterAll(async () => {
    await browser.stop();
    await installation.stop();
  });

  test('a long list opens at once and scrolls without a stop', async () => {
    const { page, context, complaints } = await browser.signedIn('li', password);
    const menu = page.getByRole('navigation');
    const rows = page.locator('.ant-table-tbody-virtual-holder .ant-table-row');
    const took: number[] = [];
    for (let turn = 0; turn < 5; turn += 1) {
      await page.goto('/register');
      await page.getByRole('heading', { level: 1 }).waitFor();
      const began = performance.now();
      await menu.getByRole('menuitem', { name: '全部' }).click();
      await rows.first().waitFor();
      took.push(performance.now() - began);
    }
    const frames = await scrolled(page);
    const shown = { took: took.map(Math.round), frames };
    process.stdout.write(`a list of ${tickets}: ${JSON.stringify(shown)}\n`);
    expect(await rows.count()).toBeLessThan(100);
    expect(frames.rows).toBeGreaterThan(Math.min(tickets, 120) - 1);
    if (isMeasured) expect(Math.min(...took)).toBeLessThan(most);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('a command is on another screen in time, however many are open', async () => {
    const { url } = installation;
    const [agent, coordinator] = [await ApiClient.as(url, 'zhang', password), await ApiClient.signIn(url, 'li', password)];
    const open = await openConsoles(url, consoles);
    const { page, context } = await browser.signedIn('wu', password);
    await page.goto('/work/all');
    const delays: number[] = [];
    for (let turn = 1; turn <= 5; turn += 1) {
      const subject = `实时 ${turn}`;
      const { id } = await registered(agent, { subject });
      const row = page.locator('.ant-table-row', { hasText: subject });
      await row.waitFor();
      const began = performance.now();
      expect((await coordinator.post(`/tickets/${id}/withdraw`, { reason: '撤单' })).status).toBe(200);
      await row.getByText('已撤单').waitFor();
      delays.push(Math.round(performance.now() - began));
      await open.until(id, 2);
    }
    process.stdout.write(
      `with ${consoles} consoles on another screen after ${delays.join(', ')} ms; heard by all after ${open.latest().join(', ')} ms\n`,
    );
    if (isMeasured) expect(Math.min(...delays)).toBeLessThan(most);
    open.close();
    await context.close();
  });
});

/** As many tickets as wanted, registered as they are from paper. */
async function fill(url: string): Promise<void> {
  const agent = await ApiClient.as(url, 'zhang', password);
  const kinds = ['complaint', 'fault-repair', 'request', 'opinion'];
  const at = new Date(Date.now() - 3_600_000).toISOString();
  const row = (n: number) =>
    `p${n},${at},phone,${kinds[n % 4]},${n % 9 === 0 ? 'important' : 'general'},fault,第 ${n} 件诉求,冰箱不制冷,1380000${n % 10_000}`;
  const atOnce = 2_000;
  for (let first = 0; first < tickets; first += atOnce) {
    const rows = Array.from({ length: Math.min(atOnce, tickets - first) }, (_, place) => row(first + place));
    const table = ['reference,occurredAt,channel,kind,level,item,subject,description,callerPhone', ...rows].join('\n');
    await until(async () => {
      const { status } = await agent.call('POST', '/late-entries', { body: table, headers: { 'content-type': 'text/csv' } });
      if (status === 200) return true;
      expect([429, 503]).toContain(status);
      await sleep(1_000);
      return false;
    }, patience);
  }
  await eventually(async () => {
    const count = Number((await agent.get('/tickets/count')).body['count']);
    if (count < Math.min(tickets, 10_000)) throw new Error(`${count} of ${tickets} are listed`);
  }, patience);
}

/** Scrolls the list for some seconds. @returns milliseconds between frames, and how many rows were passed */
function scrolled(page: Page): Promise<{ readonly p95: number; readonly longest: number; readonly rows: number }> {
  return page.evaluate(async () => {
    const holder = document.querySelector('.ant-table-tbody-virtual-holder') as HTMLElement;
    const gaps: number[] = [];
    let last = performance.now();
    let height = 0;
    for (let frame = 0; frame < 240; frame += 1) {
      holder.dispatchEvent(new WheelEvent('wheel', { deltaY: 160, bubbles: true, cancelable: true }));
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const now = performance.now();
      gaps.push(now - last);
      last = now;
      height = Math.max(height, holder.scrollTop);
    }
    const sorted = gaps.toSorted((a, b) => a - b);
    const row = document.querySelector('.ant-table-row')?.getBoundingClientRect().height ?? 1;
    return {
      p95: Math.round(sorted[Math.floor(sorted.length * 0.95)] ?? 0),
      longest: Math.round(sorted.at(-1) ?? 0),
      rows: Math.round(height / row),
    };
  });
}
