import type { MailState } from '@ledgerline/domain';
import { readConfiguration, sleep, start, type Ledgerline, type Running } from '@ledgerline/host';
import { adminPassword, ApiClient, until } from '@ledgerline/installation';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { everyModule } from '../../index.js';
import { projectingHere } from '../../projecting-here.js';

/** Seconds that a machine which is busy with other tests may take. */
const patience = 120;

export interface ListedMail {
  readonly id: string;
  readonly mailbox: string;
  readonly state: MailState;
  readonly why?: string;
  readonly ticket?: string;
}

/** The whole product in this process, reading mailboxes; and its administrator. */
export class MailHouse {
  private constructor(
    private readonly running: Running,
    readonly data: string,
    readonly admin: ApiClient,
  ) {}

  static async open(
    mailboxes: string,
    { data = mkdtempSync(join(tmpdir(), 'ledgerline-mail-')), env = {} as object } = {},
  ): Promise<MailHouse> {
    const given = { PORT: '0', LOG_LEVEL: 'fatal', LEDGERLINE_DATA: data, LEDGERLINE_ADMIN_PASSWORD: adminPassword };
    const settings = { ...given, LEDGERLINE_MAILBOXES: mailboxes, LEDGERLINE_MAILBOX_SECONDS: '1', ...env };
    const running = await start(everyModule.map(projectingHere), readConfiguration(settings));
    return new MailHouse(running, data, await ApiClient.signIn(running.address ?? '', 'admin', adminPassword));
  }

  get ledgerline(): Ledgerline {
    return this.running.ledgerline;
  }

  get url(): string {
    return this.running.address ?? '';
  }

  async signedIn(): Promise<Readonly<Record<string, string>>> {
    return { authorization: `Bearer ${await ApiClient.tokenOf(this.url, 'admin', adminPassword)}` };
  }

  close(): Promise<void> {
    return this.running.stop();
  }

  mails(): Promise<readonly ListedMail[]> {
    return this.every('/mails');
  }

  /** So many are on record, and none of them waits to be looked into. */
  async untilSettled(count: number): Promise<readonly ListedMail[]> {
    let mails: readonly ListedMail[] = [];
    await until(async () => {
      mails = await this.mails();
      const isSettled = mails.length >= count && mails.every(({ state }) => state !== 'waiting');
      if (!isSettled) await sleep(200);
      return isSettled;
    }, patience);
    return mails;
  }

  tickets(): Promise<readonly Readonly<Record<string, unknown>>[]> {
    return this.every('/tickets');
  }

  private async every<Item>(list: string): Promise<readonly Item[]> {
    const all: Item[] = [];
    for (let cursor = ''; ;) {
      const { body } = await this.admin.get(`${list}?limit=200${cursor}`);
      all.push(...(body['items'] as readonly Item[]));
      if (body['next'] === null) return all;
      cursor = `&cursor=${encodeURIComponent(String(body['next']))}`;
    }
  }
}
