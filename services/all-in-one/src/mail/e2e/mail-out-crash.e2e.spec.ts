import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { adminPassword, ApiClient, startEmbedded, until, type Installation } from '@ledgerline/installation';
import { MailServer } from '@ledgerline/servers';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

jest.setTimeout(180_000);

let server: MailServer;
let installation: Installation;
const clock = join(mkdtempSync(join(tmpdir(), 'ledgerline-clock-')), 'clock.json');
beforeAll(async () => {
  server = await MailServer.start();
  const env = {
    LEDGERLINE_TEST_CLOCK: clock,
    LEDGERLINE_PUBLIC_URL: 'https://calls.example.com',
    LEDGERLINE_MAIL_SERVER: server.address('service@example.com'),
  };
  installation = await startEmbedded({ env });
});
afterAll(async () => {
  await installation?.stop();
  await server?.stop();
});

test('killed after the server has a mail and before that is on record, it sends it once more, the same, and never again', async () => {
  const signedIn = () => ApiClient.signIn(installation.url, 'admin', adminPassword);
  let admin = await signedIn();
  const killed = Promise.withResolvers<undefined>();
  // Nobody hears that it was taken: whoever was to hear it is dead.
  server.beforeItSaysSo = async () => {
    await installation.kill();
    killed.resolve(undefined);
  };
  const { body } = await admin.post('/tickets', {
    channel: 'web', kind: 'complaint', level: 'general', item: 'fault', subject: 'Fridge', description: 'It is warm.', caller: { email: 'wang@example.org' },
  }); // prettier-ignore
  const mails = async () =>
    (await admin.get(`/tickets/${String(body['id'])}/mails`)).body['items'] as readonly Readonly<Record<string, unknown>>[];
  await killed.promise;
  server.beforeItSaysSo = () => Promise.resolve();
  await installation.restart();
  admin = await signedIn();
  await until(async () => (await mails())[0]?.['state'] === 'begun');
  expect(server.taken).toHaveLength(1);
  // No copy is at it still: the longest that one can take is over.
  writeFileSync(clock, JSON.stringify({ ahead: 16 * 60_000 }));
  await until(async () => (await mails())[0]?.['state'] === 'handed-over');
  expect(await mails()).toMatchObject([{ attempt: 2, again: true, code: 250 }]);
  expect(server.taken).toHaveLength(2);
  expect(server.taken[0]).toEqual(server.taken[1]);
});
