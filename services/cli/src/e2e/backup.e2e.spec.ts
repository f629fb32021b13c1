import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { SqliteVault } from '@ledgerline/adapter-sqlite';
import { adminPassword, ApiClient, startEmbedded, until } from '@ledgerline/installation';
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ledgerline, result } from './command-line.js';
import { filledInstallation, newFolder, secretWords, type Filled } from './filled-installation.js';

jest.setTimeout(180_000);

describe('backup and restore of an embedded installation', () => {
  let filled: Filled;
  let data: string;
  let folder: string;
  const run = (args: readonly string[], where = data) => ledgerline(args, { env: { LEDGERLINE_DATA: where } });
  const keysIn = (where: string) => {
    const vault = new DatabaseSync(join(where, 'vault.sqlite'), { readOnly: true });
    const ids = (vault.prepare('SELECT id FROM persons').all() as { id: string }[]).map(({ id }) => id);
    vault.close();
    return ids;
  };
  const personsIn = (where: string) => {
    const log = new DatabaseSync(join(where, 'log.sqlite'), { readOnly: true });
    const texts = log.prepare("SELECT text FROM commits WHERE stream LIKE 'ticket.%'").all() as { text: string }[];
    log.close();
    return [...new Set(texts.flatMap(({ text }) => /"person":"([a-z0-9]+)"/.exec(text)?.[1] ?? []))];
  };

  beforeAll(async () => {
    filled = await filledInstallation(6, undefined, { LEDGERLINE_CHECKPOINT_SECONDS: '1' });
    ({ data } = filled.installation);
    folder = await newFolder();
  });

  test('is a whole of one moment, taken while commands come in', async () => {
    const { client, tickets } = filled;
    let busy = true;
    const load = (async () => {
      for (let n = 0; busy; n += 1)
        await client.post(`/tickets/${tickets[n % tickets.length]?.id}/add-message`, { from: 'caller', text: `under load ${n}` });
    })();
    const backed = await run(['backup', '--json', '--to', join(folder, 'one')]);
    busy = false;
    await load;
    expect([backed.code, backed.stderr]).toEqual([0, expect.any(String)]);
    const { commits, digest, position } = result(backed);
    expect(
      await run(['verify', '--json', '--expect', `${position as string}=${digest as string}`], join(folder, 'one')),
    ).toMatchObject({ code: 0 });
    const known = new Set(keysIn(join(folder, 'one')));
    expect(personsIn(join(folder, 'one')).filter((person) => !known.has(person))).toEqual([]);
    expect(Number(commits)).toBeGreaterThan(12);
    expect((await run(['backup', '--to', join(folder, 'one')])).code).toBe(1);
    const apart = result(await run(['backup', '--json', '--to', join(folder, 'two'), '--vault-to', join(folder, 'keys')]));
    expect([apart['vaultApart'], (await readdir(join(folder, 'two'))).includes('vault.sqlite')]).toEqual([true, false]);
  });

  test('a backup whose files are not whole is refused, and so is a folder in use', async () => {
    const broken = join(folder, 'broken');
    await cp(join(folder, 'one'), broken, { recursive: true });
    const log = new DatabaseSync(join(broken, 'log.sqlite'));
    const bent = log.prepare('UPDATE commits SET text = replace(text, \'"format":1\', \'"format":2\') WHERE sequence = 20').run();
    expect(bent.changes).toBe(1);
    log.close();
    expect(await run(['restore', '--from', broken], join(folder, 'x'))).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('log.sqlite'),
    });
    await rm(join(broken, 'backup.json'));
    expect(await run(['restore', '--from', broken], join(folder, 'x'))).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('no backup.json'),
    });
    expect(await run(['restore', '--from', join(folder, 'one')])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('is running'),
    });
  });

  test('restored, the log lives another life: old positions are gone, keys destroyed since stay destroyed', async () => {
    const { installation, client, tickets } = filled;
    const { body } = await client.post(`/tickets/${tickets[0]?.id}/add-message`, { from: 'caller', text: 'after the backup' });
    const position = String(body['position']);
    expect(await installation.stop()).toEqual([0]);
    const [gone, listed] = personsIn(data) as [string, string];
    const vault = await SqliteVault.open(data);
    await vault.destroy([gone]);
    await vault.close();
    await writeFile(join(folder, 'erased.txt'), `${listed}\n`);
    const restored = await run(['restore', '--json', '--from', join(folder, 'one'), '--destroyed', join(folder, 'erased.txt')]);
    expect([restored.code, result(restored)]).toMatchObject([
      0,
      { destroyedAgain: 2, replaced: expect.stringContaining('replaced-') },
    ]);
    expect(keysIn(data)).not.toEqual(expect.arrayContaining([gone]));
    expect(keysIn(data)).not.toEqual(expect.arrayContaining([listed]));
    expect(await run(['verify', '--json'])).toMatchObject({ code: 0 });

    const again = await startEmbedded({ data });
    try {
      const signedIn = await ApiClient.signIn(again.url, 'admin', adminPassword);
      expect((await signedIn.get('/tickets', { 'ledgerline-after': position })).status).toBe(410);
      const more = await signedIn.post(`/tickets/${tickets[1]?.id}/add-message`, { from: 'staff', text: 'life goes on' });
      expect(more.status).toBe(200);
      const after = { 'ledgerline-after': String(more.body['position']) };
      await until(async () => (await signedIn.get('/tickets', after)).status === 200);
      const items = (await signedIn.get('/tickets', after)).body['items'] as { caller: unknown }[];
      expect(items).toHaveLength(6);
      const erased = items.filter(({ caller }) => JSON.stringify(caller) === '{"erased":true}');
      expect([erased.length, JSON.stringify(items)]).toEqual([2, expect.stringContaining(secretWords[0])]);
    } finally {
      expect(await again.stop()).toEqual([0]);
    }
    const whole = result(await run(['verify', '--json']));
    expect(whole).toMatchObject({ whole: true, signed: { commits: whole['commits'] } });
    expect(result(await run(['keys', 'list', '--json']))['keys']).toHaveLength(2);
  });

  test('a restore that was cut off is not started upon', async () => {
    const copy = await newFolder();
    await cp(join(folder, 'one'), join(copy, 'restoring'), { recursive: true });
    await expect(startEmbedded({ data: copy })).rejects.toThrow();
    expect((await run(['restore', '--from', join(folder, 'one')], copy)).code).toBe(0);
    expect(await readFile(join(copy, 'erased-keys.txt'), 'utf8')).toBe('');
  });
});
