import { describe, expect, test } from '@jest/globals';
import {
  line,
  mailFold,
  markedMessageId,
  markInSubject,
  markOfSubject,
  marksInMessageIds,
  mayCommand,
  mailboxRole,
  newPartOfReply,
  whatMailIs,
  wordsOfMail,
  type Mail,
  type MailEvent,
} from '@ledgerline/domain';
import type { ParsedMail, RecordedEvent } from '@ledgerline/kernel';
import { receiveMailAs } from '../../intake/src/receive-mail/receive-mail.decision.js';
import { dismissMail, settleMail, tryMailAgain } from '../../intake/src/settle-mail/settle-mail.decision.js';

const by = { at: '2026-11-27T10:00:00.000Z', actor: { kind: 'system', id: 'mail' }, site: 'main' } as const;
const kept = { person: 'p'.repeat(16), blob: 'blob', size: 7, digest: 'd', receivedAt: '2026-11-27T09:59:00.000Z' };
const mailbox = 'service@example.com';
const reason = 'spam';

function after(...events: readonly MailEvent[]): Mail {
  return events.reduce<Mail>(
    (mail, event) => mailFold.evolve(mail, { ...event, meta: { at: by.at } } as unknown as RecordedEvent),
    undefined,
  );
}
const received: MailEvent = { type: 'MailReceived', data: { ...kept, mailbox } };
const aside: MailEvent = { type: 'MailSetAside', data: { person: kept.person, why: 'unreadable' } };
const again: MailEvent = { type: 'MailTriedAgain', data: {} };

describe('a mail on record', () => {
  test('arrives once', () => {
    expect(receiveMailAs(kept)({ mailbox }, undefined, by)).toEqual([received]);
    expect(receiveMailAs(kept)({ mailbox }, after(received), by)).toMatchObject({ rejection: 'mail-already-received' });
  });

  test('is settled once a round, and no other way', () => {
    const settled = settleMail({ kind: 'registered', contact: 'c', ticket: 't' }, after(received), by);
    expect(settled).toEqual([{ type: 'MailRegistered', data: { contact: 'c', ticket: 't' } }]);
    expect(after(received, ...(settled as readonly MailEvent[]))).toMatchObject({ state: 'registered', ticket: 't' });
    expect(settleMail({ kind: 'joined', ticket: 't' }, after(received), by)).toEqual([
      { type: 'MailJoined', data: { ticket: 't' } },
    ]);
    expect(settleMail({ kind: 'passed-over', why: 'bounce' }, after(received), by)).toEqual([
      { type: 'MailPassedOver', data: { why: 'bounce' } },
    ]);
    expect(settleMail({ kind: 'set-aside', why: 'unreadable' }, after(received), by)).toEqual([aside]);
    expect(settleMail({ kind: 'joined', ticket: 't' }, after(received, aside), by)).toMatchObject({
      rejection: 'mail-already-settled',
    });
    expect(settleMail({ kind: 'joined', ticket: 't' }, undefined, by)).toMatchObject({ rejection: 'mail-not-found' });
  });

  test('that was set aside is tried again or let be; nothing else is', () => {
    expect(tryMailAgain({}, after(received, aside), by)).toEqual([again]);
    expect(after(received, aside, again)).toMatchObject({ state: 'waiting', round: 2 });
    expect(after(received, aside, again)).not.toHaveProperty('why');
    const [dismissed] = dismissMail({ reason }, after(received, aside), by) as readonly [MailEvent];
    expect(after(received, aside, dismissed)).toMatchObject({ state: 'dismissed', reason, why: 'unreadable' });
    for (const history of [[received], [received, aside, again], [received, aside, dismissed]]) {
      expect(tryMailAgain({}, after(...history), by)).toMatchObject({ rejection: 'mail-not-set-aside' });
      expect(dismissMail({ reason }, after(...history), by)).toMatchObject({ rejection: 'mail-not-set-aside' });
    }
    expect(dismissMail({ reason }, undefined, by)).toMatchObject({ rejection: 'mail-not-found' });
  });

  test('is brought in by a role that registers and adds, and does nothing else', () => {
    const all = ['register', 'add-message', 'answer', 'route', 'reply', 'close', 'record-contact'];
    expect(all.filter((command) => mayCommand([mailboxRole], command))).toEqual(['register', 'add-message']);
  });
});

const written = (headers: readonly (readonly [string, string])[], more: Partial<ParsedMail> = {}): ParsedMail => ({
  headers, from: [{ address: 'a@b.example' }], subject: 's', answers: [], text: 't', files: [], ...more,
}); // prettier-ignore
const own = new Set([mailbox]);

describe('what a mail is', () => {
  test.each([
    [[['auto-submitted', 'no']], 'words'],
    [[['auto-submitted', 'auto-generated']], 'auto-reply'],
    [[['auto-submitted', 'auto-replied (vacation)']], 'auto-reply'],
    [[['x-autoreply', 'yes']], 'auto-reply'],
    [[['precedence', 'auto_reply']], 'auto-reply'],
    [[['return-path', '<>']], 'auto-reply'],
    [[['return-path', '<a@b.example>']], 'words'],
    [[['precedence', 'bulk']], 'bulk'],
    [[['precedence', 'list']], 'bulk'],
    [[['precedence', 'first-class']], 'words'],
    [[['x-loop', '<Service@Example.com>']], 'loop'],
    [[['x-loop', 'other@example.com']], 'words'],
    [[['content-type', 'multipart/report; report-type=delivery-status; boundary=x']], 'bounce'],
    [[['content-type', 'multipart/report; boundary=x; report-type="disposition-notification"']], 'receipt'],
    [[['content-type', 'application/ms-tnef; name=winmail.dat']], 'no-readable-part'],
    [[['from', 'a@b.example'], ['from', 'c@d.example']], 'several-senders'],
  ] as const)('with %j: %s', (headers, is) => {
    const found = whatMailIs(written(headers), own);
    expect(found.kind === 'words' ? found.kind : found.why).toBe(is);
  }); // prettier-ignore

  test.each([
    ['MAILER-DAEMON@mx.example', 'bounce'],
    ['Service@Example.COM', 'loop'],
    ['nobody', 'no-sender'],
    ['a@localhost', 'no-sender'],
    ['jdöe@mächine.example', 'words'],
  ])('from %s: %s', (address, is) => {
    const found = whatMailIs(written([], { from: [{ address }] }), own);
    expect(found.kind === 'words' ? found.kind : found.why).toBe(is);
  });

  test('without words, subject and files it is nothing', () => {
    const nothing = { text: ' \n', subject: '' };
    expect(whatMailIs(written([], nothing), own)).toEqual({ kind: 'set-aside', why: 'empty' });
    const file = { mediaType: 'image/png', content: new Uint8Array(1) };
    expect(whatMailIs(written([], { ...nothing, files: [file] }), own).kind).toBe('words');
  });
});

describe('its words', () => {
  const bounds = { subject: 8, text: 12 };
  const of = (subject: string, text: string, names: readonly string[] = []) =>
    wordsOfMail({ subject, text, files: names.map((name) => ({ name, mediaType: 'a/b', content: new Uint8Array(0) })) }, bounds);

  test('are kept as they are, within what a record holds, and whole beside it', () => {
    expect(of('one\r\n two', ' a\r\nb\u0000 ')).toEqual({ subject: 'one two', text: 'a\nb' });
    expect(of('', 'first line\nsecond')).toEqual({ subject: 'first li', text: 'first line\ns', whole: 'first line\nsecond' });
    expect(of('only', '')).toEqual({ subject: 'only', text: 'only' });
    expect(of('', '', ['a.pdf'])).toEqual({ subject: 'a.pdf', text: 'a.pdf' });
    expect(of('', '')).toEqual({ subject: '—', text: '—' });
  });

  test('are never cut within a character', () => {
    expect(of('1234567😀', '12345678901😀')).toEqual({ subject: '1234567', text: '12345678901', whole: '12345678901😀' });
    expect(line('half \ud83d of it').isWellFormed()).toBe(true);
  });

  test('of an answer are those that stand over what it quotes; under it, where nothing stands over it; all, where there are no others', () => {
    expect(newPartOfReply('好的，谢谢。\n\n在 2026-11-24 10:00:00，"客服" <service@example.com> 写道：\n\n> 您好')).toBe(
      '好的，谢谢。',
    );
    expect(newPartOfReply('收到\n\n------------------ 原始邮件 ------------------\n发件人: "客服"')).toBe('收到');
    expect(
      newPartOfReply('收到\n\n发件人：客服 <service@example.com>\n发送时间：2026年11月24日\n收件人：a@b.c\n主题：回复'),
    ).toBe('收到');
    expect(newPartOfReply('On 2026-11-24, Service <s@example.com> wrote:\n> Hi\n\nbelow')).toBe('below');
    expect(newPartOfReply('> nothing\n> of one’s own')).toBe('> nothing\n> of one’s own');
    expect(newPartOfReply('Call me at 13:00 on Monday: I am at home\nor mail me')).toBe(
      'Call me at 13:00 on Monday: I am at home\nor mail me',
    );
    expect(newPartOfReply('Yes.\n-- \nWang Li\nExample Ltd')).toBe('Yes.');
  });
});

test('marks are read back as they were written, and nothing else is', () => {
  const mark = { ticket: 'p0-01h', token: '0123456789abcde' };
  expect(marksInMessageIds(['<other@x>', markedMessageId(mark, 'reply7', 'example.com')])).toEqual([mark]);
  expect(marksInMessageIds(['<ll.p0-01h.reply7.0123@example.com>', '<ll.p0.x.0123456789abcde@a@b>'])).toEqual([]);
  const number = { number: '20261124-7K3QX2MB-R', token: mark.token };
  expect(markOfSubject(`Re: AW: ${markInSubject(number)} gate`)).toEqual(number);
  expect(markOfSubject('Re: [20261124-7K3QX2MB-R] gate')).toBeUndefined();
});
