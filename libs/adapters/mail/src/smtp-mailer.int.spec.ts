import { afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { MailServerUnavailable, type Letter } from '@ledgerline/kernel';
import { MailServer, selfSigned, type MailServerOptions } from '@ledgerline/servers';
import { createServer } from 'node:net';
import { SmtpMailer } from './smtp-mailer.js';
import type { SmtpOptions, SmtpSettings } from './smtp-settings.js';

jest.setTimeout(240_000);

const letter: Letter = {
  messageId: '<ll.ticket.1.token@example.com>',
  to: 'wang@example.org',
  subject: '您的工单',
  text: '<b>已更换压缩机。</b>\n.\n第二行',
  date: '2026-11-27T05:00:00.000Z',
  automatic: 'auto-generated',
};

describe('a letter and an SMTP server', () => {
  let server: MailServer;
  let certificate: Awaited<ReturnType<typeof selfSigned>>;
  beforeAll(async () => {
    certificate = await selfSigned();
  });
  afterEach(() => server?.stop());
  const serve = async (options: MailServerOptions = {}) => (server = await MailServer.start(options));
  const mailer = (settings: Partial<SmtpSettings> = {}, options: SmtpOptions = {}) =>
    new SmtpMailer(
      { scheme: 'smtp', host: '127.0.0.1', port: server.port, user: '', password: '', from: 'service@example.com', name: '客服', ...settings },
      options,
    ); // prettier-ignore
  const handOver = async (one: Letter = letter, to = mailer()) => {
    const open = await to.open();
    const end = await open.handOver(one);
    await open.close();
    return end;
  };

  test('is taken with the server’s word, as plain text, and the same bytes each time', async () => {
    await serve();
    expect(await handOver()).toEqual({ kind: 'taken', code: 250, said: '250 2.0.0 queued as 1' });
    await handOver();
    const [first, again] = server.taken;
    expect(first).toEqual(again);
    expect(first).toMatchObject({ from: 'service@example.com', to: 'wang@example.org' });
    const [head = '', body = ''] = (first?.raw ?? '').split('\r\n\r\n');
    expect(head.split('\r\n').toSorted()).toEqual([
      'Auto-Submitted: auto-generated',
      expect.stringMatching(/^Content-Transfer-Encoding: base64|quoted-printable$/),
      'Content-Type: text/plain; charset=utf-8',
      'Date: Fri, 27 Nov 2026 05:00:00 +0000',
      expect.stringMatching(/^From: =\?UTF-8\?.*\?= <service@example.com>$/),
      'MIME-Version: 1.0',
      'Message-ID: <ll.ticket.1.token@example.com>',
      expect.stringMatching(/^Subject: =\?UTF-8\?/),
      'To: wang@example.org',
      'X-Auto-Response-Suppress: All',
      'X-Loop: service@example.com',
    ]);
    expect(Buffer.from(body, 'base64').toString().replaceAll('\r\n', '\n').trim()).toBe(letter.text);
  });

  test.each([
    ['subject', 'x\r\nBcc: victim@example.org\r\n\r\nother words'],
    ['answers', '<a@b.example>\r\nBcc: victim@example.org'],
    ['messageId', '<a@b.example>\r\nBcc: victim@example.org'],
  ])('nothing in its %s becomes a field or a recipient', async (member, value) => {
    await serve();
    await handOver({ ...letter, [member]: value });
    const [{ to, raw }] = server.taken as [(typeof server.taken)[number]];
    expect(to).toBe('wang@example.org');
    expect(raw.split('\r\n\r\n')[0]).not.toMatch(/^bcc:/im);
  });

  test('an address that is none is refused for good, and nothing is said of it to the server', async () => {
    await serve();
    for (const to of ['a@b.example>\r\nRCPT TO:<victim@example.org', ''])
      expect(await handOver({ ...letter, to })).toMatchObject({ kind: 'refused' });
    expect(server.taken).toEqual([]);
  });

  test('one that is larger than the server takes is refused, and the next letter goes', async () => {
    await serve({ size: 2_000 });
    const open = await mailer().open();
    expect(await open.handOver({ ...letter, text: 'x'.repeat(3_000) })).toMatchObject({ kind: 'refused' });
    expect(await open.handOver(letter)).toMatchObject({ kind: 'taken' });
    await open.close();
  });

  test.each([
    ['to', '550 5.1.1 no such user', 'refused'],
    ['to', '450 4.2.1 mailbox busy', 'deferred'],
    ['mail', '554 5.7.1 spam', 'refused'],
    ['mail', '451 4.3.0 try later', 'deferred'],
    ['from', '552 5.3.4 too big', 'refused'],
  ] as const)('%s answered with %s is %s, and the next letter goes', async (stage, answer, kind) => {
    await serve();
    server.answers = { [stage]: () => answer };
    const open = await mailer().open();
    expect(await open.handOver(letter)).toMatchObject({ kind, code: Number(answer.slice(0, 3)), said: answer });
    server.answers = {};
    expect(await open.handOver(letter)).toMatchObject({ kind: 'taken' });
    await open.close();
  });

  test.each([
    ['from', '550 5.7.1 not your address', /refuses the sender: 550/],
    ['to', '421 4.3.2 going down', /421/],
  ] as const)('%s answered with %s is about every letter: none was handed over', async (stage, answer, words) => {
    await serve();
    server.answers = { [stage]: () => answer };
    const failed = handOver();
    await expect(failed).rejects.toThrow(MailServerUnavailable);
    await expect(failed).rejects.toThrow(words);
    expect(server.taken).toEqual([]);
  });

  test('a connection that goes before the words is nothing; one that goes after them may have been heard', async () => {
    await serve();
    server.answers = { to: () => (server.cut(), undefined) };
    await expect(handOver()).rejects.toThrow(MailServerUnavailable);
    server.answers = {};
    server.beforeItSaysSo = () => Promise.resolve(server.cut());
    expect(await handOver()).toEqual({ kind: 'unknown' });
    expect(server.taken).toHaveLength(1);
  });

  test('a server that never answers is given up: before the words as away, after them as unknown', async () => {
    await serve();
    const patience = { greeting: 2_000, command: 300, verdict: 1_000 };
    const never = new Promise<never>(() => undefined);
    server.answers = { to: () => never };
    await expect(handOver(letter, mailer({}, { patience }))).rejects.toThrow(MailServerUnavailable);
    server.answers = { mail: () => never };
    expect(await handOver(letter, mailer({}, { patience }))).toEqual({ kind: 'unknown' });
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as { readonly port: number };
    await expect(mailer({ port }, { patience: { ...patience, greeting: 300 } }).open()).rejects.toThrow(MailServerUnavailable);
    silent.close();
  });

  test('nobody there is said by its code, whoever is there lets in who signs in', async () => {
    await serve({ password: 'correct-horse', tls: certificate });
    const trusting = { authority: certificate.cert };
    const user = { user: 'house', host: 'localhost' };
    expect(await handOver(letter, mailer({ ...user, password: 'correct-horse' }, trusting))).toMatchObject({ kind: 'taken' });
    expect(server.taken).toMatchObject([{ secure: true, user: 'house' }]);
    await expect(mailer({ ...user, password: 'wrong' }, trusting).open()).rejects.toThrow('the server does not let it in');
    const nobody = mailer();
    await server.stop();
    await expect(nobody.open()).rejects.toThrow('ECONNREFUSED');
  });

  test('TLS from the start, or before a word; not without, and not with a stranger', async () => {
    await serve({ secure: true, tls: certificate });
    const trusting = { authority: certificate.cert };
    const scheme = { scheme: 'smtps', host: 'localhost' } as const;
    expect(await handOver(letter, mailer(scheme, trusting))).toMatchObject({ kind: 'taken' });
    expect(server.taken).toMatchObject([{ secure: true }]);
    await expect(mailer(scheme).open()).rejects.toThrow(MailServerUnavailable);
    await server.stop();
    await serve();
    await expect(mailer({ host: 'localhost' }, trusting).open()).rejects.toThrow(MailServerUnavailable);
    expect(server.taken).toEqual([]);
  });
});
