import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { readConfiguration } from '@ledgerline/host';
import { Dovecot } from '@ledgerline/servers';
import { checkMailboxes } from './mailboxes.check.js';

jest.setTimeout(240_000);

let dovecot: Dovecot;
beforeAll(async () => {
  dovecot = await Dovecot.start();
});
afterAll(() => dovecot?.stop());

test('says of each mailbox how many mails wait, or why it cannot be read; and takes none', async () => {
  await dovecot.deliver('one', 'From: a@b.example\r\nSubject: x\r\n\r\nx');
  const right = dovecot.mailbox('one', '?address=one@example.com');
  const wrong = dovecot.mailbox('two', '?address=two@example.com').replace(dovecot.password, 'wrong-password');
  const folder = dovecot.mailbox('one', '?address=three@example.com').replace('/INBOX', '/None');
  const configuration = readConfiguration({ LEDGERLINE_MAILBOXES: [right, wrong, folder].join(' ') });
  const advice = expect.stringContaining('LEDGERLINE_MAILBOXES') as unknown as string;
  for (let again = 0; again < 2; again += 1)
    expect(await checkMailboxes(configuration)).toEqual([
      { check: 'mailbox one@example.com', state: 'ok', found: '1 mail waits' },
      { check: 'mailbox two@example.com', state: 'fail', found: 'the server does not let it in', advice },
      { check: 'mailbox three@example.com', state: 'fail', found: 'the folder cannot be opened', advice },
    ]);
});
