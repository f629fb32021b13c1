import { expect, test } from '@jest/globals';
import type { ParsedMail } from '@ledgerline/kernel';
import { markedMessageId } from '../mail/ticket-mark.js';
import { returnedLetter } from './returned-letter.js';

const token = '0123456789abcde';
const letter = { ticket: 'p1-t', what: 'mail1', token };
const messageId = markedMessageId(letter, letter.what, 'example.com');
const part = (mediaType: string, text: string) => ({ mediaType, content: new TextEncoder().encode(text) });
const report = (...files: readonly ReturnType<typeof part>[]): ParsedMail => ({
  headers: [], from: [], subject: '', answers: [], text: '', files,
}); // prettier-ignore
const failed = (more = '') =>
  part(
    'message/delivery-status',
    `Reporting-MTA: dns; mx.example\r\n${more}\r\nFinal-Recipient: rfc822; a@b.example\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1\r\n no such user\r\n`,
  );
const returned = part('text/rfc822-headers', `Subject: x\r\nMessage-ID:\r\n ${messageId}\r\n`);

test('is known by the header that comes back, or by the envelope', () => {
  const wanted = { letter, status: '5.1.1', said: 'smtp; 550 5.1.1 no such user' };
  expect(returnedLetter(report(failed(), returned))).toEqual(wanted);
  expect(returnedLetter(report(failed(`Original-Envelope-Id: ${messageId.slice(1, -1)}\r\n`)))).toEqual(wanted);
  expect(returnedLetter({ ...report(), answers: [messageId] })).toEqual({ letter });
});

test('what is late only, or was delivered, or is none of ours, is nothing', () => {
  const late = part('message/delivery-status', 'Action: delayed\r\nStatus: 4.4.1\r\n');
  expect(returnedLetter(report(late, returned))).toBeUndefined();
  expect(returnedLetter(report(failed(), part('message/rfc822', 'Message-ID: <other@example.com>\r\n')))).toBeUndefined();
  expect(returnedLetter(report(failed()))).toBeUndefined();
});

test('a report whose fields are blanks without end is read in one pass', () => {
  const blanks = ' '.repeat(64_000);
  const begun = performance.now();
  const long = part('message/delivery-status', `Action: failed\r\nStatus: 5.1.1${blanks}x`);
  const header = part('text/rfc822-headers', `Message-ID: <x${blanks}x\r\n`);
  expect(returnedLetter(report(long, header, header, returned))).toEqual({ letter, status: '5.1.1' });
  expect(performance.now() - begun).toBeLessThan(2_000);
});
