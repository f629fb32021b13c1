import { afterAll } from '@jest/globals';
import {
  adminPassword,
  ApiClient,
  startEmbedded,
  until,
  type Installation,
  type InstallationOptions,
} from '@ledgerline/installation';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export interface Filled {
  readonly installation: Installation;
  readonly client: ApiClient;
  /** Ids and numbers of the tickets, in the order of their registration. */
  readonly tickets: readonly { readonly id: string; readonly number: string }[];
}

export const secretWords = ['Zacharias Quillfeather', 'the cellar smells of anise', 'a neighbour whistles'] as const;

/** An installation with some tickets, each with a message; its read models have seen everything. */
export async function filledInstallation(
  count = 4,
  start: (options: InstallationOptions) => Promise<Installation> = startEmbedded,
  env: Readonly<Record<string, string>> = {},
): Promise<Filled> {
  const installation = await start({ env });
  folders.push(installation.data);
  try {
    return await fill(installation, count);
  } catch (error) {
    await installation.kill();
    throw error;
  }
}

async function fill(installation: Installation, count: number): Promise<Filled> {
  const client = await ApiClient.signIn(installation.url, 'admin', adminPassword);
  const [name, subject, text] = secretWords;
  const ticket = {
    channel: 'phone',
    kind: 'complaint',
    level: 'general',
    item: 'fault',
    subject,
    description: subject,
    caller: { name },
  };
  const tickets: { id: string; number: string }[] = [];
  let position = '';
  for (let n = 0; n < count; n += 1) {
    const { body } = await client.post('/tickets', ticket);
    tickets.push({ id: String(body['id']), number: String(body['number']) });
    const added = await client.post(`/tickets/${String(body['id'])}/add-message`, { from: 'caller', text });
    if (added.status !== 200) throw new Error(JSON.stringify(added.body));
    position = String(added.body['position']);
  }
  await until(async () => (await client.get('/tickets', { 'ledgerline-after': position })).status === 200);
  return { installation, client, tickets };
}

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** A folder that is removed after the spec. */
export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ledgerline-cli-'));
  folders.push(folder);
  return folder;
}

/** A copy of a stopped installation's data folder, its log changed behind Ledgerline's back. */
export async function tampered(data: string, change: (log: DatabaseSync) => void): Promise<string> {
  const copy = await newFolder();
  await cp(data, copy, { recursive: true });
  const log = new DatabaseSync(join(copy, 'log.sqlite'));
  change(log);
  log.close();
  return copy;
}
