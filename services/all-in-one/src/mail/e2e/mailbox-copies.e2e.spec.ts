import { afterEach, expect, jest, test } from '@jest/globals';
import { adminPassword, ApiClient, ServiceProcess, startServices, until } from '@ledgerline/installation';
import { Dovecot, startNats } from '@ledgerline/servers';

jest.setTimeout(240_000);

const letters = 20;
const opened: { stop(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0).toReversed()) await one.stop();
});

test('two gateways that read one mailbox, over NATS, make one ticket of each mail', async () => {
  const dovecot = await Dovecot.start();
  opened.push(dovecot);
  const nats = await startNats();
  opened.push(nats);
  const env = {
    NATS_URL: nats.url,
    LEDGERLINE_READ_MODELS: 'sqlite',
    LEDGERLINE_VAULT_KEY: 'k',
    LOG_LEVEL: 'fatal',
    LEDGERLINE_MAILBOXES: dovecot.mailbox('service', '?address=service@example.com'),
    LEDGERLINE_MAILBOX_SECONDS: '1',
  };
  const installation = await startServices({ env });
  opened.push(installation);
  const second = new ServiceProcess('gateway', { LEDGERLINE_DATA: installation.data, LEDGERLINE_STORE: 'jetstream', ...env });
  opened.push({ stop: () => second.end('SIGTERM') });
  await second.start();
  const admin = (await ApiClient.signIn(installation.url, 'admin', adminPassword)).repeating();
  for (let n = 0; n < letters; n += 1)
    await dovecot.deliver(
      'service',
      `From: caller-${n}@example.org\r\nMessage-ID: <${n}@example.org>\r\nSubject: letter ${n}\r\n\r\nwords\r\n`,
    );
  const listed = async (path: string) =>
    (await admin.get(`${path}?limit=200`)).body['items'] as readonly Readonly<Record<string, string>>[];
  await until(async () => {
    const mails = await listed('/mails');
    return mails.length >= letters && mails.every(({ state }) => state === 'registered');
  });
  expect(await listed('/mails')).toHaveLength(letters);
  await until(async () => (await listed('/tickets')).length >= letters);
  const subjects = (await listed('/tickets')).map(({ subject }) => subject);
  expect(subjects.toSorted()).toEqual(Array.from({ length: letters }, (_, n) => `letter ${n}`).toSorted());
  // Both are heard, and say the same of it.
  expect(await listed('/mailboxes')).toMatchObject([{ address: 'service@example.com', waiting: 0, setAside: 0, why: null }]);
});
