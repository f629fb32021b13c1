import { describe, expect, jest, test } from '@jest/globals';
import { adminPassword, ApiClient, startEmbedded, startServices, type Installation } from '@ledgerline/installation';
import { startNats } from '@ledgerline/servers';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startLoad } from './load.js';
import { missing } from './read-back.js';

jest.setTimeout(240_000);

const tokenOf = async ({ url }: Installation) =>
  String((await new ApiClient(url).post('/session', { username: 'admin', password: adminPassword })).body['token']);

/** SIGTERM in the middle of 64 clients' work: how it ended, how long it took, and what the clients got. */
async function stopUnderLoad(installation: Installation) {
  const load = startLoad(installation.url, await tokenOf(installation), 64);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const began = performance.now();
  const codes = await installation.stop();
  const took = performance.now() - began;
  await load.stop();
  return { codes, took, attempts: load.attempts };
}

describe('SIGTERM under load', () => {
  test('one process: what was accepted is answered and kept, exit 0 within 10 s', async () => {
    const installation = await startEmbedded();
    const { codes, took, attempts } = await stopUnderLoad(installation);
    expect(codes).toEqual([0]);
    expect(took).toBeLessThan(10_000);
    const refused = attempts.filter(({ answer }) => answer && answer.status >= 400).map(({ answer }) => answer?.status);
    expect(refused.filter((status) => status !== 503)).toEqual([]);
    const again = await startEmbedded({ data: installation.data });
    expect(await missing(await ApiClient.signIn(again.url, 'admin', adminPassword), attempts)).toEqual([]);
    await again.stop();
  });

  test('services over NATS: the same', async () => {
    const nats = await startNats();
    const env = { NATS_URL: nats.url, LEDGERLINE_READ_MODELS: 'sqlite', LEDGERLINE_VAULT_KEY: 'k' };
    const installation = await startServices({ env });
    const { codes, took, attempts } = await stopUnderLoad(installation);
    expect(codes.every((code) => code === 0)).toBe(true);
    expect(took).toBeLessThan(10_000);
    const again = await startServices({ data: installation.data, env });
    expect(await missing(await ApiClient.signIn(again.url, 'admin', adminPassword), attempts)).toEqual([]);
    await again.stop();
    await nats.stop();
  });
});

describe('a stopped installation', () => {
  const secrets = [
    'Zacharias Quillfeather',
    '+49 170 5550199',
    'quillfeather@example.org',
    'the cellar smells of anise',
    'a neighbour whistles',
    '阁楼漏雨滴答',
  ];

  test('has no caller’s name, phone or text in its log, vault or checkpoints; read models are declared as having them', async () => {
    const installation = await startEmbedded();
    const client = await ApiClient.signIn(installation.url, 'admin', adminPassword);
    const [name, phone, email, subject, message, description] = secrets as [string, string, string, string, string, string];
    const ticket = {
      channel: 'phone', kind: 'complaint', level: 'general', item: 'fault', subject, description, caller: { name, phone, email },
      about: { person: 'Ebenezer Thistlewick' },
    }; // prettier-ignore
    const { body, status } = await client.post('/tickets', ticket);
    expect(status).toBe(201);
    const added = await client.post(`/tickets/${String(body['id'])}/add-message`, { from: 'caller', text: message });
    expect(added.status).toBe(200);
    await client.get(`/tickets/${String(body['id'])}`, { 'ledgerline-after': String(added.body['position']) });
    const list = await client.get('/tickets', { 'ledgerline-after': String(added.body['position']) });
    expect(JSON.stringify(list.body)).toContain(subject);
    await installation.stop();
    const found = await filesWith(installation.data, secrets);
    expect(found.filter((file) => !file.startsWith('read-models.sqlite'))).toEqual([]);
    expect(found).not.toEqual([]);
  });

  test('neither has nats-server’s store', async () => {
    const nats = await startNats();
    const env = { NATS_URL: nats.url, LEDGERLINE_READ_MODELS: 'sqlite', LEDGERLINE_VAULT_KEY: 'k' };
    const installation = await startServices({ env });
    const client = await ApiClient.signIn(installation.url, 'admin', adminPassword);
    const [name, phone, email, subject, , description] = secrets as [string, string, string, string, string, string];
    const ticket = {
      channel: 'phone', kind: 'complaint', level: 'general', item: 'fault', subject, description, caller: { name, phone, email },
      about: { person: 'Ebenezer Thistlewick' },
    }; // prettier-ignore
    expect((await client.post('/tickets', ticket)).status).toBe(201);
    await installation.stop();
    expect(await filesWith(nats.dir, ['TicketRegistered'])).not.toEqual([]);
    expect(await filesWith(nats.dir, secrets)).toEqual([]);
    await nats.stop();
  });
});

/** Names of the files under a folder that hold one of the texts, as UTF-8, as UTF-16 or in base64. */
async function filesWith(folder: string, texts: readonly string[]): Promise<readonly string[]> {
  const forms = texts.flatMap((text) => [Buffer.from(text), Buffer.from(text, 'utf16le'), Buffer.from(innerBase64(text))]);
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const found: string[] = [];
  for (const file of files) {
    const content = await readFile(join(file.parentPath, file.name));
    if (forms.some((form) => content.includes(form))) found.push(file.name);
  }
  return found;
}

/** What of a text's base64 does not depend on its neighbours, where it begins on a boundary of three. */
function innerBase64(text: string): string {
  return Buffer.from(text).toString('base64').replace(/=+$/, '').slice(0, -2);
}
