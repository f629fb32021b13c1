import { expect, test } from '@jest/globals';
import { senderInHeader } from './sender-in-header.js';

test.each([
  ['From: a@b.example\r\nSubject: x\r\n\r\nFrom: c@d.example', 'a@b.example'],
  ['Subject: x\r\nfrom:\r\n =?UTF-8?Q?x?= <a@b.example>\r\n\r\n', 'a@b.example'],
  ['From: "a@b.example" <c@d.example>\n\n', 'c@d.example'],
  ['From: a@b.example\r\nFrom: c@d.example\r\n\r\n', undefined],
  ['From: nobody\r\n\r\n', undefined],
  ['\r\n\r\nFrom: a@b.example', undefined],
  ['', undefined],
])('%j is from %s', (raw, sender) => expect(senderInHeader(raw)).toBe(sender));
