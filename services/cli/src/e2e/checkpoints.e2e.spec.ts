import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { adminPassword, ApiClient, until } from '@ledgerline/installation';
import { spawnSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ledgerline, result } from './command-line.js';
import { filledInstallation, newFolder, tampered, type Filled } from './filled-installation.js';

jest.setTimeout(240_000);

const verifier = join(import.meta.dirname, '..', '..', '..', '..', 'tools', 'verifier', 'verify.mjs');

describe('signed checkpoints of the embedded log', () => {
  let filled: Filled;
  let data: string;
  let folder: string;
  let ticket: { readonly id: string; readonly number: string };
  const run = (...args: string[]) => ledgerline(args, { env: { LEDGERLINE_DATA: data } });
  const independently = (...args: string[]) => {
    const { status, stdout } = spawnSync(process.execPath, [verifier, ...args], { encoding: 'utf8' });
    return { code: status, stdout };
  };
  beforeAll(async () => {
    filled = await filledInstallation(5, undefined, { LEDGERLINE_CHECKPOINT_SECONDS: '1' });
    ({ data } = filled.installation);
    ticket = filled.tickets[1] as typeof ticket;
    folder = await newFolder();
  });

  test('come by themselves while it runs, and grow with the log', async () => {
    const { client } = filled;
    const latest = async () => (await client.get('/audit/checkpoints')).body['latest'] as { size: number; note: string } | null;
    await until(async () => (await latest()) !== null);
    const { body } = await client.post(`/tickets/${ticket.id}/add-message`, { from: 'caller', text: 'again' });
    const sequence = Number(String(body['position']).split('.').at(-1));
    await until(async () => Number((await latest())?.size) >= sequence);
    const after = await latest();
    expect(after?.note).toMatch(
      /^ledgerline\/main\/\w+\n\d+\n[A-Za-z0-9+/]{43}=\nat .*\nposition main\..*\n\n— ledgerline\/main\/\w+ /,
    );
    await writeFile(join(folder, 'kept.txt'), after?.note ?? '');
    const { status, body: list } = await client.get('/audit/checkpoints?limit=1');
    expect([status, (list['items'] as unknown[]).length, (list['keys'] as unknown[]).length]).toEqual([200, 1, 1]);
  });

  test('the log is verified over HTTP, by auditors alone', async () => {
    const { client, installation } = filled;
    const { status, body } = await client.get('/audit/verify?wait=30');
    expect([status, body]).toMatchObject([200, { state: 'done', whole: true, fault: null, signed: { key: expect.any(String) } }]);
    expect((await client.get('/audit/verify?maxAge=600')).body['startedAt']).toBe(body['startedAt']);
    expect((await client.get('/audit/verify?wait=x')).status).toBe(400);
    await client.post('/users', { username: 'anna', password: 'long-enough-1', name: 'Anna', roles: ['agent'], departments: [] });
    const agent = await ApiClient.signIn(installation.url, 'anna', 'long-enough-1');
    for (const path of ['verify', 'checkpoints', 'checkpoints/latest', `proof?ticket=${ticket.id}`])
      expect((await agent.get(`/audit/${path}`)).status).toBe(403);
    expect((await new ApiClient(installation.url).get('/audit/verify')).status).toBe(401);
    await ApiClient.signIn(installation.url, 'admin', adminPassword);
  });

  test('one ticket comes with a proof that holds without the installation; a word changed, and it does not', async () => {
    const { client } = filled;
    const { body, status } = await client.get(`/audit/proof?ticket=${ticket.number}`);
    expect(status).toBe(200);
    const file = join(folder, 'proof.json');
    await writeFile(file, JSON.stringify(body));
    expect(result(await run('verify', '--json', '--proof', file))).toMatchObject({ holds: true, stream: `ticket.${ticket.id}` });
    expect(independently(file)).toMatchObject({ code: 0, stdout: expect.stringMatching(/^holds: \d+ of \d+ commits/) });
    const [first, ...rest] = body['commits'] as { text: string; hash: string }[] as [{ text: string; hash: string }];
    const text = first.text.replace('"channel":"phone"', '"channel":"email"');
    const forged = { ...body, commits: [{ ...first, text, hash: hash('sha256', text, 'base64url') }] };
    await writeFile(file, JSON.stringify(forged));
    expect(rest).not.toEqual([]);
    expect(result(await run('verify', '--json', '--proof', file))).toMatchObject({ fault: { fault: 'not-in-the-signed-log' } });
    expect(independently(file)).toMatchObject({ code: 1, stdout: expect.stringContaining('not-in-the-signed-log') });
    expect((await client.get('/audit/proof?ticket=p0-none')).status).toBe(404);
    expect((await client.get('/audit/proof')).status).toBe(400);
  });

  test('a key hands over to the next while it runs', async () => {
    const rotated = result(await run('keys', 'rotate', '--json'));
    expect(rotated['number']).toBe(2);
    const { client } = filled;
    const position = String(
      (await client.post(`/tickets/${ticket.id}/add-message`, { from: 'caller', text: 'once more' })).body['position'],
    );
    const size = async () => ((await client.get('/audit/checkpoints')).body['latest'] as { size: number }).size;
    await until(async () => (await size()) >= Number(position.split('.').at(-1)));
    const keys = result(await run('keys', 'list', '--json'))['keys'] as { key: string }[];
    expect(keys).toHaveLength(2);
    expect(await filled.installation.stop()).toEqual([0]);
    const whole = result(await run('verify', '--json'));
    expect(whole).toMatchObject({ whole: true, signed: { commits: whole['commits'] } });
    for (const [n, code] of [
      [0, 0],
      [1, 1],
    ] as const)
      // prettier-ignore
      expect((await run('verify', '--key', keys[n]?.key as string)).code).toBe(code);
  });

  test('an export is verified by the product and by the verifier that knows nothing of it, against what was kept', async () => {
    const file = join(folder, 'log.jsonl');
    expect((await run('export', '--to', file)).code).toBe(0);
    const kept = join(folder, 'kept.txt');
    expect(result(await run('verify', '--json', '--file', file, '--checkpoint', kept))).toMatchObject({ whole: true });
    const { code, stdout } = independently(file, '--checkpoint', kept);
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^whole: \d+ commits in \d+ streams; \d+ checkpoints hold/)]);
    await writeFile(
      kept,
      (await readFile(kept, 'utf8')).replace(/\n(\d+)\n/, (_, size) => `\n${Number(size) + 1}\n`),
    );
    expect(result(await run('verify', '--json', '--file', file, '--checkpoint', kept))).toMatchObject({
      fault: { fault: 'checkpoint-forged' },
    });
    expect(independently(file, '--checkpoint', kept)).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('checkpoint-forged'),
    });
  });

  test('a stream taken out and the gap closed up is named without anything that was kept elsewhere', async () => {
    const copy = await tampered(data, (log) => {
      log.prepare('DELETE FROM commits WHERE stream = ?').run(`ticket.${ticket.id}`);
      log.exec('CREATE TABLE kept AS SELECT * FROM commits ORDER BY sequence; DELETE FROM commits');
      log.exec(
        'INSERT INTO commits SELECT row_number() OVER (ORDER BY sequence), stream, first, last, previous, hash, text FROM kept; DROP TABLE kept',
      );
    });
    const ran = await ledgerline(['verify', '--json'], { env: { LEDGERLINE_DATA: copy } });
    expect([ran.code, result(ran)]).toMatchObject([1, { fault: { fault: 'commit-missing' } }]);
    const file = join(folder, 'tampered.jsonl');
    await ledgerline(['export', '--to', file], { env: { LEDGERLINE_DATA: copy } });
    expect(independently(file)).toMatchObject({ code: 1, stdout: expect.stringContaining('commit-missing') });
  });
});
