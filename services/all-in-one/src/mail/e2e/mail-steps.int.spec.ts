import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { mailFold } from '@ledgerline/domain';
import { mailToken, openMailReader, readConfiguration, start, type Ledgerline, type Running } from '@ledgerline/host';
import { eventually, until } from '@ledgerline/installation';
import {
  categoryOf,
  openCommit,
  RequestTimeout,
  streamName,
  type MailReader,
  type OpenMailbox,
  type WaitingMail,
} from '@ledgerline/kernel';
import { mailIdOf } from '../../../../gateway/src/mail/postman.js';
import { readMailbox } from '../../../../gateway/src/mail/read-mailbox.js';
import { receiveMail } from '../../../../gateway/src/mail/receive-mail.js';
import { MailTaker } from '../../../../gateway/src/mail/take-in-mail.js';
import { everyModule } from '../../index.js';
import { projectingHere } from '../../projecting-here.js';

jest.setTimeout(180_000);

const address = 'service@example.com';
const signal = new AbortController().signal;

/** A mailbox with one mail, which says how often it was marked. */
class OneMail implements OpenMailbox {
  marked = 0;

  constructor(
    readonly mail: WaitingMail,
    private readonly bytes: Uint8Array,
  ) {}

  waiting() {
    return Promise.resolve({ count: 1, mails: [this.mail] });
  }

  raw(): Promise<AsyncIterable<Uint8Array>> {
    const { bytes } = this;
    return Promise.resolve(
      (async function* () {
        yield await Promise.resolve(bytes);
      })(),
    );
  }

  markTaken(): Promise<void> {
    this.marked += 1;
    return Promise.resolve();
  }

  change(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

/** The product without its edge: what follows the log there does nothing of its own accord here. */
describe('a process may end before any of its steps, or after it without having heard that it is done', () => {
  let running: Running;
  let reader: MailReader;
  let joined: string;
  let count = 0;

  beforeAll(async () => {
    const inside = everyModule.filter(({ service }) => service.name !== 'gateway').map(projectingHere);
    const env = { LEDGERLINE_STORE: 'memory', LOG_LEVEL: 'silent', LEDGERLINE_ADMIN_PASSWORD: 'correct-horse-battery' };
    running = await start(
      inside,
      readConfiguration({ ...env, LEDGERLINE_MAILBOXES: `imap://u:p@127.0.0.1:1/INBOX?address=${address}` }),
    );
    reader = await openMailReader();
    joined = String((await settled(letter('to join'), running.ledgerline)).ticket);
  });
  afterAll(async () => {
    await reader?.close();
    await running?.stop();
  });

  /** One mail with a file. */
  function letter(subject: string, headers: readonly string[] = []): OneMail {
    count += 1;
    const messageId = `<step-${count}@example.org>`;
    const head = [
      'From: wang@example.org',
      `Subject: ${subject}`,
      `Message-ID: ${messageId}`,
      ...headers,
      'Content-Type: multipart/mixed; boundary=b',
    ];
    const parts = [
      '--b',
      'Content-Type: text/plain',
      '',
      'words',
      '--b',
      'Content-Type: text/csv; name=a.csv',
      '',
      'a,b',
      '--b--',
      '',
    ];
    const bytes = Buffer.from([...head, '', ...parts].join('\r\n'));
    return new OneMail({ key: '1', size: bytes.length, receivedAt: '2026-11-24T00:00:00.000Z', messageId }, bytes);
  }

  const reply = () => letter('Re: anew', [`In-Reply-To: <ll.${joined}.r.${mailToken(joined, running.ledgerline)}@example.com>`]);

  async function process(mailbox: OneMail, ledgerline: Ledgerline): Promise<void> {
    await receiveMail(mailbox.mail, { address, mailbox }, ledgerline);
    await new MailTaker(ledgerline, (raw) => reader.read(raw)).take(idOf(mailbox), signal);
  }

  const idOf = ({ mail }: OneMail) => mailIdOf(address, String(mail.messageId), running.ledgerline);

  async function settled(mailbox: OneMail, ledgerline: Ledgerline) {
    await eventually(() => process(mailbox, ledgerline));
    const { state } = await running.ledgerline.commands.current(streamName('mail', idOf(mailbox)), mailFold);
    return state as NonNullable<typeof state>;
  }

  /** Commands alone: what is only asked is asked again. */
  function failingAt(step: number, when: 'before' | 'after'): { readonly ledgerline: Ledgerline; readonly given: () => number } {
    let given = 0;
    const { ledgerline } = running;
    const ask: Ledgerline['ask'] = async (service, call, payload) => {
      given += 1;
      if (given === step && when === 'before') throw new RequestTimeout(call);
      const reply = await ledgerline.ask(service, call, payload);
      if (given === step && when === 'after') throw new RequestTimeout(call);
      return reply as never;
    };
    return { ledgerline: { ...ledgerline, ask }, given: () => given };
  }

  /** Events of a type in the log, by the category of their stream. */
  async function inTheLog(type: string): Promise<number> {
    const { store } = running.ledgerline;
    let found = 0;
    for (let after: Awaited<ReturnType<typeof store.end>> | undefined; ;) {
      const page = await store.read(after, 500);
      for (const stored of page)
        if (categoryOf(stored.stream) === 'ticket')
          found += openCommit(stored).events.filter((event) => event.type === type).length;
      if (page.length === 0) return found;
      after = page.at(-1)?.position;
    }
  }

  test.each([
    ['opens a ticket', 'registered', 'TicketRegistered', () => letter('anew')],
    ['joins one', 'joined', 'MessageAdded', () => reply()],
    ['is passed over', 'passed-over', undefined, () => letter('away', ['Auto-Submitted: auto-replied'])],
    ['is set aside', 'set-aside', undefined, () => letter('spoofed', ['From: other@example.org'])],
  ] as const)('a mail that %s does so once', async (_what, state, type, made) => {
    const whole = failingAt(0, 'before');
    await settled(made(), whole.ledgerline);
    const steps = whole.given();
    expect(steps).toBeGreaterThanOrEqual(2);
    const before = [await inTheLog('TicketRegistered'), await inTheLog('MessageAdded')];
    let mails = 0;
    for (let step = 1; step <= steps; step += 1)
      for (const when of ['before', 'after'] as const) {
        const mailbox = made();
        mails += 1;
        await expect(process(mailbox, failingAt(step, when).ledgerline)).rejects.toThrow(RequestTimeout);
        expect(await settled(mailbox, running.ledgerline)).toMatchObject({ state, round: 1 });
        expect(mailbox.marked).toBeGreaterThan(0);
      }
    const after = [await inTheLog('TicketRegistered'), await inTheLog('MessageAdded')];
    const more = ['TicketRegistered', 'MessageAdded'].map((one) => (one === type ? mails : 0));
    expect(after).toEqual(before.map((some, place) => some + Number(more[place])));
  });

  test('an answer whose ticket cannot be looked for yet waits: it is neither set aside nor registered anew', async () => {
    const { ledgerline } = running;
    const behind = { kind: 'problem', code: 'projections-behind' };
    const ask: Ledgerline['ask'] = (service, call, payload) =>
      call === 'ticket-of-marks' ? Promise.resolve(behind as never) : ledgerline.ask(service, call, payload);
    const mailbox = reply();
    await expect(process(mailbox, { ...ledgerline, ask })).rejects.toThrow('projections-behind');
    expect(await settled(mailbox, ledgerline)).toMatchObject({ state: 'joined', ticket: joined, round: 1 });
  });

  test('a mail that comes while another one is taken is found, though nobody was told of it', async () => {
    const [first, second] = [letter('first'), letter('while it is taken')];
    const lying = [first];
    const open: OpenMailbox = {
      waiting: () => {
        const mails = lying.filter(({ marked }) => marked === 0).map(({ mail }, place) => ({ ...mail, key: String(place) }));
        return Promise.resolve({ count: mails.length, mails });
      },
      raw: () => (lying.at(-1) as OneMail).raw(),
      markTaken: () => {
        const taken = (lying.at(-1) as OneMail).markTaken();
        if (lying.length === 1) lying.push(second);
        return taken;
      },
      change: (_milliseconds, over) => new Promise((resolve) => over.addEventListener('abort', () => resolve())),
      close: () => Promise.resolve(),
    };
    const over = new AbortController();
    const reading = readMailbox({ address, open: () => Promise.resolve(open) }, running.ledgerline, over.signal);
    await until(() => Promise.resolve(second.marked > 0));
    over.abort();
    await reading;
    expect([first.marked, second.marked]).toEqual([1, 1]);
  });

  test('a mail on which something breaks that has no name is set aside, and the next one is taken', async () => {
    const mailbox = letter('breaks');
    await receiveMail(mailbox.mail, { address, mailbox }, running.ledgerline);
    const broken = new MailTaker(running.ledgerline, () => Promise.reject(new TypeError('wang@example.org')));
    await broken.take(idOf(mailbox), AbortSignal.timeout(60_000));
    const { state } = await running.ledgerline.commands.current(streamName('mail', idOf(mailbox)), mailFold);
    expect(state).toMatchObject({ state: 'set-aside', why: 'cannot-be-taken-in' });
    expect(await settled(letter('the next one'), running.ledgerline)).toMatchObject({ state: 'registered' });
  });
});
