import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { adminPassword, ApiClient, startEmbedded, until, type Installation } from '@ledgerline/installation';
import { Dovecot } from '@ledgerline/servers';
import { setTimeout as sleep } from 'node:timers/promises';

jest.setTimeout(240_000);

const [letters, kills] = [60, 3];
let dovecot: Dovecot;
let installation: Installation;
beforeAll(async () => {
  dovecot = await Dovecot.start();
  for (let n = 0; n < letters; n += 1)
    await dovecot.deliver(
      'service',
      `From: caller-${n}@example.org\r\nMessage-ID: <${n}@example.org>\r\nSubject: letter ${n}\r\n\r\nwords ${n}\r\n`,
    );
});
afterAll(async () => {
  await installation?.stop();
  await dovecot?.stop();
});

test('killed while it reads a mailbox, and again, it ends with one ticket of each mail', async () => {
  const env = {
    LEDGERLINE_MAILBOXES: dovecot.mailbox('service', '?address=service@example.com'),
    LEDGERLINE_MAILBOX_SECONDS: '1',
  };
  installation = await startEmbedded({ env });
  const signedIn = () => ApiClient.signIn(installation.url, 'admin', adminPassword);
  let admin = await signedIn();
  const subjects = async () => {
    const { body } = await admin.get('/tickets?limit=200');
    return (body['items'] as readonly { readonly subject: string }[]).map(({ subject }) => subject);
  };
  for (let kill = 1; kill <= kills; kill += 1) {
    await until(async () => (await subjects()).length >= (letters / (kills + 1)) * kill - 10);
    await sleep(Math.random() * 100);
    await installation.kill();
    await installation.restart();
    admin = await signedIn();
  }
  await until(async () => (await subjects()).length >= letters);
  const settled = async () => {
    const { body } = await admin.get('/mails?limit=200');
    return (body['items'] as readonly { readonly state: string }[]).map(({ state }) => state);
  };
  await until(async () => (await settled()).every((state) => state === 'registered'));
  expect(await settled()).toHaveLength(letters);
  expect((await subjects()).toSorted()).toEqual(Array.from({ length: letters }, (_, n) => `letter ${n}`).toSorted());
});
