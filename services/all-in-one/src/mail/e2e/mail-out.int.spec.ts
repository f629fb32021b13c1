import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { openMailReader, ticketSecret } from '@ledgerline/host';
import type { MailReader } from '@ledgerline/kernel';
import { ApiClient, until } from '@ledgerline/installation';
import { Dovecot, MailServer, type TakenMail } from '@ledgerline/servers';
import { writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MailHouse } from './mail-house.js';

jest.setTimeout(180_000);

const address = 'service@example.com';
const caller = 'wang@example.org';

interface SentMail {
  readonly id: string;
  readonly purpose: string;
  readonly state: string;
  readonly again?: true;
  readonly [member: string]: unknown;
}

describe('mail as a way out', () => {
  let dovecot: Dovecot;
  let server: MailServer;
  let house: MailHouse;
  let reader: MailReader;
  let clock: string;
  let count = 0;
  let ahead = 0;

  const letter = (subject: string, text: string, headers: readonly string[] = []) => {
    count += 1;
    const id = `Message-ID: <letter-${count}@example.org>`;
    return [
      `From: ${caller}`,
      `To: ${address}`,
      `Subject: ${subject}`,
      id,
      'Content-Type: text/plain; charset=utf-8',
      ...headers,
      '',
      text,
      '',
    ].join('\r\n');
  };
  /** @returns the ticket that it became, or joined */
  const arrives = async (mail: string) => {
    const before = new Set((await house.mails()).map(({ id }) => id));
    await dovecot.deliver('service', mail);
    const mails = await house.untilSettled(before.size + 1);
    return mails.find(({ id }) => !before.has(id)) as NonNullable<(typeof mails)[number]>;
  };
  const sent = async (ticket: string) => (await house.admin.get(`/tickets/${ticket}/mails`)).body['items'] as readonly SentMail[];
  const untilSent = async (ticket: string, purpose: string, state: string) => {
    let found: SentMail | undefined;
    await until(async () => {
      found = (await sent(ticket)).find((one) => one.purpose === purpose && one.state === state);
      return found !== undefined;
    });
    return found as SentMail;
  };
  /** As its reader sees it. */
  const read = async ({ raw }: TakenMail) => {
    const { headers, ...mail } = await reader.read(Buffer.from(raw));
    return { ...mail, fields: new Map(headers) };
  };
  const taken = (id: string) => server.taken.filter(({ raw }) => raw.includes(`.${id}.`));
  const letPass = (minutes: number) => {
    ahead += minutes * 60_000;
    writeFileSync(clock, JSON.stringify({ ahead }));
  };
  const command = async (ticket: string, name: string, body: object) => {
    const answer = await house.admin.post(`/tickets/${ticket}/${name}`, body);
    expect([name, answer.status, answer.body]).toEqual([name, 200, expect.anything()]);
  };

  beforeAll(async () => {
    clock = join(await mkdtemp(join(tmpdir(), 'ledgerline-clock-')), 'clock.json');
    [dovecot, server] = await Promise.all([Dovecot.start(), MailServer.start()]);
    reader = await openMailReader();
    house = await MailHouse.open(dovecot.mailbox('service', `?address=${address}`), {
      env: {
        LEDGERLINE_TEST_CLOCK: clock,
        LEDGERLINE_PUBLIC_URL: 'https://calls.example.com',
        LEDGERLINE_MAIL_SERVER: server.address(address),
        LEDGERLINE_MAIL_GIVE_UP_HOURS: '2',
      },
    });
  });
  afterAll(async () => {
    await house?.close();
    await reader?.close();
    await server?.stop();
    await dovecot?.stop();
  });

  test('a mail is acknowledged, the answer joins, the reply goes out, comes back, and is somebody’s to see to', async () => {
    const opened = await arrives(letter('The gate is stuck', 'It does not open.'));
    const ticket = String(opened.ticket);
    const acknowledged = await untilSent(ticket, 'acknowledgement', 'handed-over');
    expect(acknowledged).toMatchObject({ to: caller, code: 250, language: 'en', template: 'mail-acknowledgement', attempt: 1 });
    const [first] = taken(acknowledged.id) as [TakenMail];
    const acknowledgement = await read(first);
    const { body: shown } = await house.admin.get(`/tickets/${ticket}`);
    const number = String(shown['number']);
    expect(first).toMatchObject({ from: address, to: caller });
    expect(acknowledgement.text).toContain(`Ticket: ${number}`);
    expect(acknowledgement.text).toContain(`Secret: ${ticketSecret(ticket, house.ledgerline)}`);
    expect(first.raw).not.toContain('gate');
    expect(acknowledgement.subject).toContain(`[${number}/`);
    expect(acknowledgement.answers).toEqual([`<letter-${count}@example.org>`]);
    expect(acknowledgement.fields.get('auto-submitted')).toBe('auto-replied');

    const answer = letter('Re: registered', 'Still stuck.', [`In-Reply-To: ${String(acknowledgement.fields.get('message-id'))}`]);
    expect(await arrives(answer)).toMatchObject({ state: 'joined', ticket });
    expect(await arrives(letter(`AW: ${acknowledgement.subject}`, 'Still.'))).toMatchObject({ state: 'joined', ticket });

    await command(ticket, 'answer', { text: '<b>We come</b> tomorrow.\r\nBcc: x@example.org' });
    const replied = await untilSent(ticket, 'reply', 'handed-over');
    const [second] = taken(replied.id) as [TakenMail];
    const reply = await read(second);
    expect(reply.text).toContain('<b>We come</b> tomorrow.');
    expect([second.to, reply.fields.get('content-type')]).toEqual([caller, 'text/plain; charset=utf-8']);
    expect(server.taken.filter(({ raw }) => raw.includes(`ll.${ticket}.`))).toHaveLength(2);

    const id = String(reply.fields.get('message-id'));
    const report = [
      'From: MAILER-DAEMON@mx.example.org', `To: ${address}`, 'Subject: failed', 'Message-ID: <dsn@mx.example.org>', 'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b', '', '--b', 'Content-Type: text/plain', '', 'Sorry.',
      '--b', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.example.org', '',
      `Final-Recipient: rfc822; ${caller}`, 'Action: failed', 'Status: 5.1.1', 'Diagnostic-Code: smtp; 550 no such user',
      '--b', 'Content-Type: text/rfc822-headers', '', `Message-ID: ${id}`, 'Subject: x', '--b--', '',
    ].join('\r\n'); // prettier-ignore
    const forged = report.replaceAll(id, id.replace(/\.[^.@]+@/, '.000000000000000@')).replace('<dsn@', '<forged@');
    expect(await arrives(forged)).toMatchObject({ state: 'passed-over', why: 'bounce' });
    expect((await sent(ticket)).map(({ state }) => state)).toEqual(['handed-over', 'handed-over']);
    expect(await arrives(report)).toMatchObject({ state: 'passed-over', why: 'bounce', ticket });
    expect(await untilSent(ticket, 'reply', 'bounced')).toMatchObject({ status: '5.1.1', said: 'smtp; 550 no such user' });
    await until(async () => {
      const { body } = await house.admin.get(`/tickets/${ticket}`);
      return (body['undelivered'] as readonly object[] | undefined)?.length === 1;
    });
    const notices = async () =>
      (await house.admin.get('/notifications')).body['items'] as readonly Readonly<Record<string, unknown>>[];
    await until(async () => (await notices()).some((one) => one['kind'] === 'mail-undelivered' && one['ticket'] === ticket));
    await command(ticket, 'add-message', { from: 'staff', channel: 'phone', text: 'Told them by phone.' });
    expect((await house.admin.get(`/tickets/${ticket}`)).body['undelivered']).toBeUndefined();
  });

  test('what a server wants later comes later, what it refuses is somebody’s, what it may have heard goes once more', async () => {
    server.answers = { to: () => '450 4.2.1 busy' };
    const ticket = String((await arrives(letter('later', 'x'))).ticket);
    const later = await untilSent(ticket, 'acknowledgement', 'deferred');
    expect(later).toMatchObject({ code: 450, said: '450 4.2.1 busy', attempt: 1, dueAt: expect.any(String) });
    server.answers = {};
    server.beforeItSaysSo = () => Promise.resolve(server.cut());
    letPass(2);
    await until(async () => (await sent(ticket))[0]?.['attempt'] === 2 && (await sent(ticket))[0]?.state === 'deferred');
    server.beforeItSaysSo = () => Promise.resolve();
    letPass(10);
    expect(await untilSent(ticket, 'acknowledgement', 'handed-over')).toMatchObject({ attempt: 3, again: true });
    const [first, again, ...more] = taken(later.id);
    expect([first, more]).toEqual([again, []]);

    server.answers = { mail: () => '554 5.7.1 spam' };
    await command(ticket, 'answer', { text: 'An answer.' });
    expect(await untilSent(ticket, 'reply', 'refused')).toMatchObject({ why: 'refused', code: 554 });
    server.answers = {};
    await until(async () => {
      const { body } = await house.admin.get(`/tickets/${ticket}`);
      return (body['undelivered'] as readonly { readonly why: string }[] | undefined)?.[0]?.why === 'refused';
    });
  });

  test('who is to be written and left no address is somebody’s to see to', async () => {
    const registered = async (channel: string) => {
      const { body } = await house.admin.post('/tickets', {
        channel, kind: 'complaint', level: 'general', item: 'fault', subject: 'no address', description: 'x', caller: { phone: '13800138000' },
      }); // prettier-ignore
      return String(body['id']);
    };
    const untilTold = (ticket: string, purpose: string) =>
      until(async () => {
        const undelivered = (await house.admin.get(`/tickets/${ticket}`)).body['undelivered'];
        const [told] = (undelivered ?? []) as readonly { readonly why: string; readonly purpose: string }[];
        return told?.why === 'no-address' && told.purpose === purpose;
      });
    const called = await registered('phone');
    await command(called, 'explain-delay', { channel: 'email', text: 'We wait for a part.' });
    await untilTold(called, 'notice');
    const wrote = await registered('email');
    await untilTold(wrote, 'acknowledgement');
    await command(wrote, 'answer', { text: 'We come tomorrow.' });
    await untilTold(wrote, 'reply');
    expect([...(await sent(called)), ...(await sent(wrote))]).toEqual([]);
  });

  test('a department that has the ticket is shown what became of its mails, neither the address nor the server’s word', async () => {
    const manager = { username: 'zhao', name: '赵敏', roles: ['manager'], departments: ['quality'] };
    await house.admin.post('/departments', { code: 'quality', name: '质量部' });
    expect((await house.admin.post('/users', { ...manager, password: 'a-good-long-password' })).status).toBe(201);
    const ticket = String((await arrives(letter('for a department', 'x'))).ticket);
    const { to, said } = await untilSent(ticket, 'acknowledgement', 'handed-over');
    expect([to, said]).toEqual([caller, expect.stringContaining('queued')]);
    await command(ticket, 'route', { lead: 'quality' });
    const department = await ApiClient.signIn(house.url, 'zhao', 'a-good-long-password');
    const { body } = await department.get(`/tickets/${ticket}/mails`);
    expect(body['items']).toMatchObject([{ purpose: 'acknowledgement', state: 'handed-over', code: 250 }]);
    expect(JSON.stringify(body)).not.toMatch(/@example|queued/);
  });

  test('of a report of wrongdoing no words go by mail, the address is told to who sees the caller, and is erased with them', async () => {
    const ticket = String((await arrives(letter('举报', '有人收受回扣。'))).ticket);
    await untilSent(ticket, 'acknowledgement', 'handed-over');
    await command(ticket, 'reclassify', { kind: 'report-wrongdoing', reason: 'it is one' });
    await command(ticket, 'answer', { text: '已移交纪检部门。' });
    const { id } = await untilSent(ticket, 'reply', 'handed-over');
    const [mail] = taken(id) as [TakenMail];
    const { subject, text } = await read(mail);
    expect(text).toContain('为保护您，邮件中不写内容');
    expect(`${subject} ${text}`).not.toMatch(/纪检|回扣|举报/);
    expect((await house.admin.post('/erasures', { ticket, ground: 'person-request' })).status).toBe(202);
    await until(async () => (await sent(ticket)).every(({ to }) => to === undefined));
    expect(await sent(ticket)).toHaveLength(2);
  });

  test('what waits when its ticket becomes confidential does not go any more, and somebody is told', async () => {
    server.answers = { to: () => '450 4.2.1 busy' };
    const ticket = String((await arrives(letter('a broken lock', 'x'))).ticket);
    await command(ticket, 'explain-delay', { channel: 'email', text: 'The lock is on order.' });
    const { id } = await untilSent(ticket, 'notice', 'deferred');
    await untilSent(ticket, 'acknowledgement', 'deferred');
    await command(ticket, 'reclassify', { kind: 'report-wrongdoing', reason: 'it is one' });
    server.answers = {};
    letPass(2);
    await untilSent(ticket, 'acknowledgement', 'handed-over');
    expect(await untilSent(ticket, 'notice', 'refused')).toMatchObject({ why: 'given-up', attempt: 1 });
    expect(taken(id)).toEqual([]);
    await until(async () => (await house.admin.get(`/tickets/${ticket}`)).body['undelivered'] !== undefined);
  });

  test('a server that is away holds up nobody, and gets what waits when it is back', async () => {
    const { port } = server;
    await server.stop();
    const ticket = String((await arrives(letter('away', 'x'))).ticket);
    await until(async () => {
      const { loops } = (await (await fetch(`${house.url}/health/ready`)).json()) as {
        readonly loops: readonly { readonly name: string; readonly waitsFor?: string }[];
      };
      return JSON.stringify(loops).includes('ECONNREFUSED');
    });
    expect(await sent(ticket)).toMatchObject([{ purpose: 'acknowledgement', state: 'waiting', attempt: 0 }]);
    server = await MailServer.start({ port });
    await untilSent(ticket, 'acknowledgement', 'handed-over');
    // One that may have gone, and is due before the one that has not, is in nobody's way.
    server.beforeItSaysSo = () => Promise.resolve(server.cut());
    const heard = String((await arrives(letter('heard perhaps', 'x'))).ticket);
    await untilSent(heard, 'acknowledgement', 'deferred');
    await server.stop();
    letPass(2);
    const old = String((await arrives(letter('away for long', 'x'))).ticket);
    await until(async () => (await sent(old)).length === 1);
    letPass(2 * 60 + 1);
    expect(await untilSent(old, 'acknowledgement', 'refused')).toMatchObject({ why: 'given-up', attempt: 0 });
    server = await MailServer.start({ port });
    expect(await untilSent(heard, 'acknowledgement', 'handed-over')).toMatchObject({ attempt: 2, again: true });
  });

  test('of what goes round and round twenty are acknowledged in a day', async () => {
    const register = async (n: number) => {
      const { body } = await house.admin.post('/tickets', {
        channel: 'web', kind: 'other', level: 'general', item: 'other', subject: `round ${n}`, description: 'x', caller: { email: 'Robot@example.org' },
      }); // prettier-ignore
      return String(body['id']);
    };
    const tickets = await Promise.all(Array.from({ length: 20 }, (_, n) => register(n)));
    for (const ticket of tickets) await until(async () => (await sent(ticket)).length === 1);
    const last = await register(20);
    expect(await untilSent(last, 'acknowledgement', 'withheld')).toMatchObject({ why: 'too-many-to-address', attempt: 0 });
    for (const ticket of tickets) await untilSent(ticket, 'acknowledgement', 'handed-over');
  });
});
