import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startChromium } from '@ledgerline/servers';
import type { Browser, BrowserContext, Page } from 'playwright-core';

export interface Screen {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the page complained of: exceptions, refused content, failed loads. */
  readonly complaints: readonly string[];
}

export interface ScreenOptions {
  readonly language?: 'zh' | 'en';
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  /** False: a browser without script. */
  readonly script?: boolean;
}

/** Milliseconds that a step may take on a machine that does other things too. */
const patience = Number(process.env['LEDGERLINE_PATIENCE'] ?? 120_000);
const pictures = join(import.meta.dirname, '..', '..', '..', 'tmp', 'screenshots');

/** A Chromium with one profile a person, pointed at an installation. */
export class ConsoleBrowser {
  /** By user name: what a browser keeps of a session. */
  private readonly sessions = new Map<string, Awaited<ReturnType<BrowserContext['cookies']>>>();

  private constructor(
    private readonly browser: Browser,
    private readonly url: () => string,
  ) {}

  static async start(url: () => string): Promise<ConsoleBrowser> {
    mkdirSync(pictures, { recursive: true });
    return new ConsoleBrowser(await startChromium(), url);
  }

  async screen({
    language = 'zh',
    theme = 'light',
    width = 1_280,
    height = 800,
    script = true,
  }: ScreenOptions = {}): Promise<Screen> {
    const context = await this.browser.newContext({
      baseURL: this.url(),
      viewport: { width, height },
      locale: language === 'zh' ? 'zh-CN' : 'en-GB',
      timezoneId: 'Asia/Shanghai',
      colorScheme: theme,
      reducedMotion: 'reduce',
      javaScriptEnabled: script,
    });
    context.setDefaultTimeout(patience);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(`exception: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) complaints.push(message.text());
    });
    return { page, context, complaints };
  }

  /** A browser of its own; under the session of the last one of the same person where that holds. */
  async signedIn(username: string, password: string, options: ScreenOptions = {}): Promise<Screen> {
    const screen = await this.screen(options);
    const { page, context } = screen;
    await context.addCookies(this.sessions.get(username) ?? []);
    await page.goto('/');
    const name = page.getByLabel(/^(用户名|User name)$/);
    const inside = page.getByRole('navigation').or(page.getByRole('button', { name: /^(菜单|Menu)$/ })).first(); // prettier-ignore
    await name.or(inside).first().waitFor();
    if (await name.isVisible()) {
      await name.fill(username);
      await page.getByLabel(/^(密码|Password)$/).fill(password);
      await page.getByRole('button', { name: /^(登\s*录|Sign in)$/ }).click();
      await inside.waitFor();
      this.sessions.set(username, await context.cookies());
    }
    return screen;
  }

  stop(): Promise<void> {
    return this.browser.close();
  }
}

/** Kept for a person to look at; the folder is not part of the repository, and nobody looks into it where everything is run at once. */
export async function picture({ page }: Pick<Screen, 'page'>, name: string): Promise<void> {
  if (process.env['CI'] !== undefined) return;
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}
