import { expect } from '@jest/globals';
import { eventually, storyPassword, storyPeople } from '@ledgerline/installation';
import type { Locator, Page } from 'playwright-core';
import { picture, type ConsoleBrowser, type Screen } from '../console-browser.ts';
import type { StoryTime } from './story-time.ts';

/** Milliseconds after which somebody signs in again: a session lasts twelve hours. */
const shift = 11 * 3_600_000;
const dialogOf = (page: Page) => page.getByRole('dialog').filter({ has: page.getByRole('form') });

/** What a field of a form gets; a list chooses several. */
export type Filled = string | number | boolean | readonly string[];

/** Everybody of a story at a screen of their own, which stays open while the others work. */
export class StoryScreens {
  private readonly screens = new Map<string, { readonly screen: Screen; signedInAt: number }>();
  private pictures = 0;

  constructor(
    private readonly browser: ConsoleBrowser,
    private readonly time: StoryTime,
    private readonly name: string,
    private readonly language: 'zh' | 'en' = 'zh',
  ) {}

  /** Time passes to a wall time, for the installation and on every screen. */
  async at(local: string): Promise<void> {
    this.time.set(local);
    await Promise.all([...this.screens.values()].map(({ screen }) => screen.page.evaluate(putAhead, this.time.ahead)));
  }

  /** The page of somebody who is signed in, at a place. */
  async of(who: string, path: string): Promise<Page> {
    const known = this.screens.get(who);
    if (known && this.time.now() - known.signedInAt < shift) {
      const { page } = known.screen;
      if (new URL(page.url()).pathname + new URL(page.url()).search !== path) await page.goto(path);
      return page;
    }
    const screen = known?.screen ?? (await this.opened());
    const { page } = screen;
    const username = page.getByLabel(/^(用户名|User name)$/);
    const ownName = page.getByRole('button', { name: storyPeople[who]?.name ?? who });
    // The edge remembers for a moment who is who; the session is over all the same.
    await expectSoon(async () => {
      await page.goto(path);
      await username.or(ownName).first().waitFor();
      expect(await username.isVisible()).toBe(true);
    });
    await username.fill(who);
    await page.getByLabel(/^(密码|Password)$/).fill(storyPassword);
    await page.getByRole('button', { name: /^(登\s*录|Sign in)$/ }).click();
    await ownName.waitFor();
    this.screens.set(who, { screen, signedInAt: this.time.now() });
    return page;
  }

  /** Somebody gives a command on a ticket, as the buttons and the form have it. */
  async does(who: string, ticket: string, command: string, fields: Readonly<Record<string, Filled>> = {}): Promise<void> {
    const page = await this.begins(who, ticket, command);
    await this.fills(page, fields);
    await this.sends(page, command);
  }

  /** Opens the form of a command: a button, or in the list of the others. */
  async begins(who: string, ticket: string, command: string): Promise<Page> {
    const page = await this.of(who, `/tickets/${ticket}/conversation`);
    const bar = page.getByRole('toolbar');
    const button = bar.getByRole('button', { name: spaced(command), exact: true });
    const more = bar.getByRole('button', { name: /(更多|More)$/ });
    await button.or(more).first().waitFor();
    await expectSoon(async () => {
      if (await button.isVisible()) return button.click({ timeout: 2_000 });
      await more.click({ timeout: 2_000 });
      return page.getByRole('menuitem', { name: spaced(command), exact: true }).click({ timeout: 2_000 });
    });
    await dialogOf(page).waitFor();
    return page;
  }

  async fills(page: Page, fields: Readonly<Record<string, Filled>>): Promise<void> {
    for (const [label, value] of Object.entries(fields)) await fill(page, dialogOf(page), label, value);
  }

  /** Sends the open form; what somebody else did in the meantime is looked at first. */
  async sends(page: Page, command: string): Promise<void> {
    const form = dialogOf(page);
    await form.waitFor();
    const seen = form.getByRole('button', { name: /已了解，仍然提交|I have seen it/ });
    await expectSoon(async () => {
      if (!(await form.isVisible())) return;
      if (await seen.isVisible()) await seen.click({ timeout: 2_000 });
      await form
        .getByRole('form')
        .getByRole('button', { name: spaced(command), exact: true })
        .click({ timeout: 2_000 });
      await form.waitFor({ state: 'hidden', timeout: 3_000 });
    });
  }

  /** Kept for a person to look at. */
  async picture(who: string, what: string): Promise<void> {
    const known = this.screens.get(who);
    if (!known) throw new Error(`${who} has no screen`);
    this.pictures += 1;
    await picture(known.screen, `story-${this.name}-${String(this.pictures).padStart(2, '0')}-${what}.${this.language}`);
  }

  /** Tells the story; where it breaks off, what everybody saw then is kept. */
  async tell<Told>(how: (story: StoryScreens) => Promise<Told>): Promise<Told> {
    try {
      return await how(this);
    } catch (error) {
      for (const who of this.screens.keys()) await this.picture(who, `broken-off-${who}`);
      throw error;
    }
  }

  async close(): Promise<void> {
    for (const [who, { screen }] of this.screens) {
      expect([who, screen.complaints]).toEqual([who, []]);
      await screen.context.close();
    }
  }

  private async opened(): Promise<Screen> {
    const screen = await this.browser.screen({ language: this.language });
    await screen.context.addInitScript(shiftDate);
    await screen.context.addInitScript(putAhead, this.time.ahead);
    return screen;
  }
}

/** `签收` is drawn as `签 收`: Ant Design spaces two characters. */
function spaced(name: string): RegExp {
  const letters = [...name].map((letter) => letter.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${letters.join(String.raw`\s*`)}$`);
}

async function fill(page: Page, form: Locator, label: string, value: Filled): Promise<void> {
  if (typeof value === 'boolean') return form.getByRole('checkbox', { name: label }).setChecked(value);
  if (typeof value === 'number') {
    const item = form.locator('.ant-form-item', { hasText: label });
    return item
      .getByRole('radio')
      .nth(value - 1)
      .click({ force: true });
  }
  const choice = form.getByRole('combobox', { name: label });
  const text = form.getByRole('textbox', { name: label });
  await choice.or(text).first().waitFor();
  if ((await choice.count()) === 0) {
    await text.fill(value as string);
    if (/^\d{4}-\d\d-\d\d/.test(value as string)) await page.keyboard.press('Enter');
    return;
  }
  for (const one of [value].flat() as string[]) {
    await choice.click();
    const option = page.locator('.ant-select-dropdown:visible').getByTitle(one, { exact: true });
    if ((await choice.getAttribute('aria-haspopup')) === 'listbox' && (await option.count()) > 0) await option.click();
    else {
      await choice.fill(one);
      await page.keyboard.press('Enter');
    }
  }
  await choice.blur();
}

/** Until it succeeds: screens follow what others do, and a button can move while it is aimed at. */
function expectSoon(act: () => Promise<unknown>): Promise<unknown> {
  return eventually(act);
}

/** In the page: its clock is the machine's and so far ahead. */
function shiftDate(): void {
  const Real = Date;
  const told = globalThis as { ahead?: number };
  const now = () => Real.now() + (told.ahead ?? 0);
  globalThis.Date = new Proxy(Real, {
    construct: (target, given: unknown[]) => Reflect.construct(target, given.length === 0 ? [now()] : given) as object,
    get: (target, name, receiver) => (name === 'now' ? now : (Reflect.get(target, name, receiver) as unknown)),
  });
}

function putAhead(ahead: number): void {
  (globalThis as { ahead?: number }).ahead = ahead;
}
