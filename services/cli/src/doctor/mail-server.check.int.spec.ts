import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readConfiguration } from '@ledgerline/host';
import { MailServer } from '@ledgerline/servers';
import { checkMailServer } from './mail-server.check.js';

let server: MailServer;
beforeAll(async () => {
  server = await MailServer.start();
});
afterAll(() => server?.stop());

const check = (env: Readonly<Record<string, string>>) =>
  checkMailServer(
    readConfiguration({
      LEDGERLINE_PUBLIC_URL: 'https://calls.example.com',
      LEDGERLINE_MAIL_SERVER: server.address('service@example.com'),
      ...env,
    }),
  );

test('says whether the server lets us in, whether anybody reads what comes back, and hands over nothing', async () => {
  const name = 'mail server for service@example.com';
  const mailbox = { LEDGERLINE_MAILBOXES: 'imap://service%40example.com:x@127.0.0.1' };
  expect(await check(mailbox)).toEqual([{ check: name, state: 'ok', found: 'it lets us in' }]);
  expect(await check({})).toMatchObject([{ check: name, state: 'warn', found: 'no mailbox of that address is read' }]);
  expect(server.taken).toEqual([]);
  await server.stop();
  expect(await check(mailbox)).toMatchObject([{ check: name, state: 'fail', found: 'ECONNREFUSED' }]);
});
