import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { mailFold } from '@ledgerline/domain';
import { mailToken, openMailboxes } from '@ledgerline/host';
import { until } from '@ledgerline/installation';
import { streamName } from '@ledgerline/kernel';
import { Dovecot } from '@ledgerline/servers';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMailbox } from '../../../../gateway/src/mail/read-mailbox.js';
import { MailHouse, type ListedMail } from './mail-house.js';

jest.setTimeout(300_000);

const folder = join(import.meta.dirname, '..', '..', '..', '..', 'gateway', 'test-data', 'mail');
const collected = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.eml'))
  .toSorted();
const address = 'service@example.com';
/** Mails among them: 32 have a Message-ID that one before them has. */
const different = 116;
/** Bytes that are looked into; each of the collected mails is smaller. */
const largest = 200_000;

const counted = (mails: readonly ListedMail[]) =>
  Object.fromEntries(
    Object.entries(Object.groupBy(mails, ({ state, why }) => (why === undefined ? state : `${state}: ${why}`)))
      .map(([is, some = []]) => [is, some.length] as const)
      .toSorted(([one], [other]) => one.localeCompare(other)),
  );

interface Letter {
  readonly subject: string;
  readonly text?: string;
  readonly from?: string;
  readonly headers?: readonly string[];
}
let written = 0;
const letter = ({ subject, text = 'words', from = 'Wang Li <wang@example.org>', headers = [] }: Letter) => {
  written += 1;
  const id = headers.some((one) => /^message-id:/i.test(one)) ? [] : [`Message-ID: <letter-${written}@example.org>`];
  const head = [
    `From: ${from}`,
    `To: ${address}`,
    `Subject: ${subject}`,
    ...id,
    'Content-Type: text/plain; charset=utf-8',
    ...headers,
  ];
  return `${head.join('\r\n')}\r\n\r\n${text}\r\n`;
};

describe('mailboxes of a real IMAP server', () => {
  let dovecot: Dovecot;
  let house: MailHouse;
  const deliver = (...mails: readonly (string | Uint8Array)[]) =>
    mails.reduce((before, mail) => before.then(() => dovecot.deliver('service', mail)), Promise.resolve());
  const ticketNamed = async (subject: string) => {
    const named = (await house.tickets()).filter((ticket) => ticket['subject'] === subject);
    return named.map((ticket) => ({ ...ticket, id: String(ticket['id']) }));
  };
  const arrives = async (mail: string) => {
    const before = new Set((await house.mails()).map(({ id }) => id));
    await deliver(mail);
    const mails = await house.untilSettled(before.size + 1);
    return mails.find(({ id }) => !before.has(id)) as ListedMail;
  };

  beforeAll(async () => {
    dovecot = await Dovecot.start();
    await deliver(...collected.map((file) => readFileSync(join(folder, file))));
    house = await MailHouse.open(dovecot.mailbox('service', `?address=${address}&kind=opinion&item=suggestion`), {
      env: { LEDGERLINE_LARGEST_MAIL: String(largest) },
    });
    // What comes after is told from what was there.
    await house.untilSettled(different);
  });
  afterAll(async () => {
    await house?.close();
    await dovecot?.stop();
  });

  test('of all that others collected every good one arrives once, and every bad one is set aside; come again, nothing is there twice', async () => {
    const wanted = {
      'passed-over: auto-reply': 4,
      'passed-over: bounce': 5,
      'passed-over: bulk': 1,
      registered: 92,
      'set-aside: no-readable-part': 1,
      'set-aside: no-sender': 12,
      'set-aside: several-senders': 1,
    };
    expect(counted(await house.mails())).toEqual(wanted);
    await until(async () => (await house.tickets()).length === wanted.registered);
    const [one] = await ticketNamed('まみむめも');
    expect(one).toMatchObject({ channel: 'email', kind: 'opinion', item: 'suggestion', level: 'general' });
    await deliver(...collected.map((file) => readFileSync(join(folder, file))));
    await arrives(letter({ subject: 'the last one' }));
    expect(counted(await house.untilSettled(different + 1))).toEqual({ ...wanted, registered: wanted.registered + 1 });
    await until(async () => (await ticketNamed('the last one')).length === 1);
    expect(await house.tickets()).toHaveLength(wanted.registered + 1);
  });

  test('the exact words are kept, with their files, and the sender is known for a customer', async () => {
    const file = [
      '--b',
      'Content-Type: text/csv',
      'Content-Disposition: attachment; filename="readings.csv"',
      '',
      'a,b',
      '--b--',
    ];
    const text = [
      '--b',
      'Content-Type: text/plain; charset=utf-8',
      '',
      '  水压不足。\r\n\r\n> nobody is quoted here',
      ...file,
    ].join('\r\n');
    const mixed = letter({ subject: '水压', text }).replace('text/plain; charset=utf-8', 'multipart/mixed; boundary=b');
    const mail = await arrives(mixed);
    expect(mail).toMatchObject({ state: 'registered' });
    const { body } = await house.admin.get(`/tickets/${mail.ticket}`);
    expect(body).toMatchObject({
      subject: '水压',
      description: '水压不足。\n\n> nobody is quoted here',
      caller: { email: 'wang@example.org', name: 'Wang Li' },
      channel: 'email',
    });
    const [attachment] = body['attachments'] as readonly string[];
    const content = await fetch(`${house.url}/api/v1/attachments/${attachment}`, { headers: await house.signedIn() });
    expect([await content.text(), content.headers.get('content-disposition')]).toEqual([
      'a,b',
      'attachment; filename=readings.csv',
    ]);
    await until(
      async () => ((await house.admin.get('/customers?q=wang@example.org')).body['items'] as readonly unknown[]).length === 1,
    );
  });

  test('two that read one mailbox make one of each mail', async () => {
    const [mailbox] = await openMailboxes(house.ledgerline.configuration);
    const over = new AbortController();
    const second = readMailbox(mailbox as never, house.ledgerline, over.signal);
    const before = (await house.mails()).length;
    await deliver(...Array.from({ length: 40 }, (_, n) => letter({ subject: `both ${n}` })));
    await house.untilSettled(before + 40);
    over.abort();
    await second;
    await until(async () => (await house.tickets()).filter(({ subject }) => String(subject).startsWith('both ')).length === 40);
    expect((await house.mails()).length).toBe(before + 40);
  });

  test('an answer to what was sent joins its ticket with its new words alone; who merely knows the number opens one of their own', async () => {
    const opened = await arrives(letter({ subject: 'The gate is stuck' }));
    const ticket = String(opened.ticket);
    const { body } = await house.admin.get(`/tickets/${ticket}`);
    const token = mailToken(ticket, house.ledgerline);
    const sent = `<ll.${ticket}.reply1.${token}@example.com>`;
    const text =
      'It is still stuck.\r\n\r\nOn Mon, 24 Nov 2026 at 10:00, Service <service@example.com> wrote:\r\n> We are coming.';
    const joins = [
      letter({ subject: 'Re: The gate is stuck', text, headers: [`In-Reply-To: ${sent}`] }),
      letter({ subject: 'AW: gate', text: 'by reference', headers: [`References: <other@x.example> ${sent}`] }),
      letter({ subject: `Re: gate [${String(body['number'])}/${token}]`, text: 'by number and token' }),
    ];
    for (const one of joins) expect(await arrives(one)).toMatchObject({ state: 'joined', ticket });
    const strangers = [
      letter({ subject: `Re: gate [${String(body['number'])}]`, from: 'mallory@example.net' }),
      letter({ subject: `Re: gate [${String(body['number'])}/000000000000000]`, from: 'mallory@example.net' }),
      letter({ subject: 'Re: gate', headers: [`In-Reply-To: <ll.${ticket}.reply1.000000000000000@example.com>`] }),
    ];
    for (const one of strangers) {
      const mail = await arrives(one);
      expect([mail.state, mail.ticket === ticket]).toEqual(['registered', false]);
    }
    const { body: messages } = await house.admin.get(`/tickets/${ticket}/events`);
    const added = (messages['items'] as readonly { readonly type: string; readonly data: object }[]).filter(
      ({ type }) => type === 'MessageAdded',
    );
    expect(added.map(({ data }) => data)).toMatchObject(
      ['It is still stuck.', 'by reference', 'by number and token'].map((said) => ({
        from: 'caller',
        channel: 'email',
        text: said,
      })),
    );
    const automatic = letter({ subject: 'Out of office', headers: [`In-Reply-To: ${sent}`, 'Auto-Submitted: auto-replied'] });
    expect(await arrives(automatic)).toMatchObject({ state: 'passed-over', why: 'auto-reply', ticket });
    expect(await arrives(letter({ subject: 'from ourselves', from: address }))).toMatchObject({
      state: 'passed-over',
      why: 'loop',
    });
  });

  test('what is set aside is looked at with a reason, tried again once it is mended, or let be', async () => {
    const big = letter({ subject: 'big', text: 'x'.repeat(largest) });
    const { id } = await arrives(big);
    expect((await house.admin.get(`/mails/${id}`)).body).toMatchObject({
      state: 'set-aside',
      why: 'too-large',
      mailbox: address,
    });
    const opened = await fetch(`${house.url}/api/v1/mails/${id}/open`, {
      method: 'POST',
      headers: { ...(await house.signedIn()), 'content-type': 'application/json' },
      body: JSON.stringify({ reason: 'why is it so big' }),
    });
    expect([await opened.text(), opened.headers.get('content-type')]).toEqual([big, 'message/rfc822']);
    expect((await house.admin.post(`/mails/${id}/open`, {})).status).toBe(400);
    expect((await house.admin.post(`/mails/${id}/try-again`)).status).toBe(200);
    await until(async () => (await house.admin.get(`/mails/${id}`)).body['round'] === 2);
    await until(async () => (await house.admin.get(`/mails/${id}`)).body['state'] === 'set-aside');
    expect((await house.admin.post(`/mails/${id}/dismiss`, { reason: 'a film' })).status).toBe(200);
    expect((await house.admin.get(`/mails/${id}`)).body).toMatchObject({ state: 'dismissed', reason: 'a film' });
    expect((await house.admin.post(`/mails/${id}/try-again`)).body).toMatchObject({ status: 409, code: 'mail-not-set-aside' });

    const first = await arrives(letter({ subject: 'hello', from: 'rude@example.org' }));
    const { body } = await house.admin.get(`/tickets/${first.ticket}`);
    const customer = String(body['customer']);
    const restriction = { until: new Date(Date.now() + 86_400_000).toISOString(), reason: 'threats' };
    await until(async () => (await house.admin.post(`/customers/${customer}/restrictions`, restriction)).status < 300);
    // A restriction takes effect within some seconds.
    const held: ListedMail[] = [];
    await until(async () => {
      held[0] = await arrives(letter({ subject: 'hello again', from: 'rude@example.org' }));
      return held[0].why === 'caller-is-restricted';
    });
    const [second] = held as [ListedMail];
    expect((await house.admin.post(`/customers/${customer}/restrictions/lift`, { reason: 'sorry' })).status).toBe(200);
    await until(async () => {
      await house.admin.post(`/mails/${second.id}/try-again`);
      return (await house.admin.get(`/mails/${second.id}`)).body['state'] === 'registered';
    });
  });

  test('who is erased takes along the bytes of their mails, of those too that were only set aside', async () => {
    const from = 'forget@example.org';
    const mail = await arrives(letter({ subject: 'forget me', from }));
    const aside = await arrives(letter({ subject: 'this too', from }).replace('text/plain', 'application/ms-tnef'));
    const large = await arrives(letter({ subject: 'and this', from, text: 'x'.repeat(largest) }));
    expect([aside, large]).toMatchObject([{ state: 'set-aside' }, { state: 'set-aside', why: 'too-large' }]);
    const kept = async (id: string) => {
      const { blobs, commands, keys } = house.ledgerline;
      const { state } = await commands.current(streamName('mail', id), mailFold);
      const key = state && (await keys.load([state.person])).get(state.person);
      return key instanceof Uint8Array && (await blobs.get(String(state?.blob), key)) !== undefined;
    };
    expect([await kept(mail.id), await kept(aside.id), await kept(large.id)]).toEqual([true, true, true]);
    expect((await house.admin.post('/erasures', { ticket: mail.ticket, ground: 'person-request' })).status).toBe(202);
    await until(async () => !(await kept(mail.id)) && !(await kept(aside.id)) && !(await kept(large.id)));
    expect((await house.admin.post(`/mails/${aside.id}/open`, { reason: 'what was it' })).body).toMatchObject({
      code: 'mail-bytes-gone',
    });
  });

  test('a server that is away is said to be, and holds up nothing for good', async () => {
    const shown = async () =>
      ((await house.admin.get('/mailboxes')).body['items'] as readonly Readonly<Record<string, unknown>>[])[0];
    await until(async () => (await shown())?.['lookedAt'] !== null && (await shown())?.['waiting'] === 0);
    expect(await shown()).toMatchObject({ address, why: null });
    await dovecot.end();
    await until(async () => (await shown())?.['why'] !== null);
    // It is no reason to take the product out of service.
    const { loops, mailboxes } = (await (await fetch(`${house.url}/health/ready`)).json()) as Readonly<
      Record<string, readonly object[]>
    >;
    expect(mailboxes).toMatchObject([{ address, why: expect.any(String) }]);
    expect(loops).toContainEqual(expect.objectContaining({ name: 'mailboxes', running: true, failures: 0 }));
    await deliver(letter({ subject: 'sent while nobody looked' }));
    await dovecot.begin();
    await until(async () => (await ticketNamed('sent while nobody looked')).length === 1);
    await until(async () => (await shown())?.['why'] === null);
  });
});
