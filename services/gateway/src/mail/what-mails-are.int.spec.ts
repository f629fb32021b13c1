import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { markedMessageId, newPartOfReply, returnedLetter, whatMailIs, wordsOfMail } from '@ledgerline/domain';
import { openMailReader } from '@ledgerline/host';
import type { MailReader } from '@ledgerline/kernel';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

jest.setTimeout(240_000);

const folder = join(import.meta.dirname, '..', '..', 'test-data', 'mail');
const every = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.eml'));
const own = new Set(['service@example.com']);
const bounds = { subject: 200, text: 20_000 };

/** Whatever is not named here is somebody's words. */
const others: Readonly<Record<string, string>> = {
  'mixed/031-autoreply-rfc3834-01.eml': 'passed-over: auto-reply',
  'mixed/032-autoreply-rfc3834-02.eml': 'passed-over: auto-reply',
  'mixed/033-autoreply-rfc3834-05.eml': 'passed-over: auto-reply',
  'mixed/034-autoreply-rfc3834-06.eml': 'passed-over: auto-reply',
  'mixed/035-autoreply-issue212.eml': 'set-aside: no-sender',
  'mixed/036-autoreply-m4006.eml': 'set-aside: no-readable-part',
  'mixed/040-thread-references.eml': 'set-aside: no-sender',
  'mixed/042-thread-missing_from.eml': 'set-aside: no-sender',
  'mixed/044-thread-m0016.eml': 'set-aside: several-senders',
  'mixed/045-thread-malformed-multiple-address-header-values.eml': 'set-aside: no-sender',
  'mixed/046-thread-007.eml': 'set-aside: no-sender',
  'mixed/047-attachment-attachment_encoded_filename.eml': 'set-aside: no-sender',
  'mixed/048-attachment-attachment_long_filename.eml': 'set-aside: no-sender',
  'mixed/050-attachment-inline_attachment.eml': 'set-aside: no-sender',
  'mixed/054-attachment-009.eml': 'set-aside: no-sender',
  'mixed/056-attachment-008.eml': 'set-aside: no-sender',
  'ruby-mail/error_emails/bad_date_header.eml': 'passed-over: bulk',
  'ruby-mail/error_emails/bad_encoded_subject.eml': 'set-aside: no-sender',
  'ruby-mail/mime_emails/raw_email11.eml': 'set-aside: no-sender',
  'ruby-mail/mime_emails/raw_email_with_mimepart_without_content_type.eml': 'passed-over: bounce',
  'ruby-mail/multipart_report_emails/multi_address_bounce1.eml': 'passed-over: bounce',
  'ruby-mail/multipart_report_emails/multi_address_bounce2.eml': 'passed-over: bounce',
  'ruby-mail/multipart_report_emails/multipart_report_multiple_status.eml': 'passed-over: bounce',
  'ruby-mail/multipart_report_emails/report_422.eml': 'passed-over: bounce',
  'ruby-mail/multipart_report_emails/report_530.eml': 'passed-over: bounce',
  'ruby-mail/rfc2822/example13.eml': 'set-aside: no-sender',
};

interface ReplyBodies {
  readonly replies: readonly { readonly id: string; readonly body: string; readonly expectedFirstFragment: string }[];
}
const { replies } = JSON.parse(readFileSync(join(folder, 'mixed', 'reply-bodies.json'), 'utf8')) as ReplyBodies;

describe('mails as others collected them', () => {
  let reader: MailReader;
  beforeAll(async () => {
    reader = await openMailReader();
  });
  afterAll(() => reader.close());
  const read = (file: string) => reader.read(readFileSync(join(folder, file)));

  test('each is what it is: words, a program’s, or for a person to look at', async () => {
    const found: Record<string, string> = {};
    for (const file of every) {
      const is = whatMailIs(await read(file), own);
      if (is.kind !== 'words') found[file] = `${is.kind}: ${is.why}`;
    }
    expect(found).toEqual(others);
    expect(every.length).toBe(148);
  });

  test.each(replies.map(({ id, ...reply }) => [id, reply] as const))(
    'of the reply %s what was written anew is left',
    (_id, { body, expectedFirstFragment }) => expect(newPartOfReply(body)).toBe(expectedFirstFragment.trim()),
  );

  test.each([
    'android', 'aol', 'apple_mail', 'apple_mail_2', 'comcast', 'gmail', 'hotmail', 'iphone', 'outlook', 'sparrow', 'thunderbird', 'yahoo',
  ])('of what %s quotes under an answer nothing is left', async (program) => {
    const { text } = await read(`talon-replies/${program}.eml`);
    expect(newPartOfReply(text)).toBe('Hello');
  }); // prettier-ignore

  test.each([
    ['multi_charset/japanese_iso_2022', 'まみむめも', 'すみません。'],
    ['multi_charset/japanese_shift_jis', 'test', /^あいうえお/],
    ['multi_charset/ks_c_5601-1987', 'test', '스티해'],
    ['rfc6532/utf8_headers', 'Säying Hello', 'body'],
    ['attachment_emails/attachment_only_email', /^this message JUST/, /^this message JUST/],
  ])('%s is read in its own letters', async (file, subject, text) => {
    const words = wordsOfMail(await read(`ruby-mail/${file}.eml`), bounds);
    expect(words.subject).toEqual(typeof subject === 'string' ? subject : expect.stringMatching(subject));
    expect(words.text).toEqual(typeof text === 'string' ? text : expect.stringMatching(text));
  });

  test.each([
    ['multi_address_bounce1', '5.1.1'],
    ['multi_address_bounce2', '5.1.1'],
    ['multipart_report_multiple_status', '5.3.0'],
    ['report_422', undefined],
    ['report_530', '5.3.0'],
  ])('the report %s, were it about a mail of ours, says that it came back with %s, or nothing', async (name, status) => {
    const raw = readFileSync(join(folder, 'ruby-mail', 'multipart_report_emails', `${name}.eml`), 'latin1');
    const mark = { ticket: 'p0-t', token: '0123456789abcde' };
    const own = markedMessageId(mark, 'letter', 'example.com');
    // The last one is that of the mail which it returns.
    const last = raw.toLowerCase().lastIndexOf('message-id:');
    const about = `${raw.slice(0, last)}${raw.slice(last).replace(/<[^<>]+>/, own)}`;
    const found = returnedLetter(await reader.read(Buffer.from(about, 'latin1')));
    expect([found?.letter, found?.status]).toEqual([status && { ...mark, what: 'letter' }, status]);
  });

  test('HTML becomes what a reader would see of it: no script, no style, no markup', async () => {
    const html =
      '<style>p{color:red}</style><script>alert(1)</script><p>The <b>pump</b> leaks.</p><img src="https://x.example/pixel.gif"><p>1 &lt; 2</p>';
    const mail = `From: a@b.example\r\nSubject: x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}`;
    const { text } = await reader.read(Buffer.from(mail));
    expect(text.trim()).toBe('The pump leaks.\n\n1 < 2');
  });
});
