import { expect, jest, test } from '@jest/globals';
import { cp } from 'node:fs/promises';
import { helpdeskLog, importHere, mappingFile, shippedMapping } from './e2e/import-here.js';
import { runImport, startImport } from './e2e/import-process.js';
import { commitsIn, faultsOf, hasWritten, newFolder } from './e2e/imported-log.js';
import { logContent } from './e2e/log-content.js';

jest.setTimeout(600_000);

/** Kills of one import; more in a long run: `LEDGERLINE_KILLS=50`. */
const kills = Number(process.env['LEDGERLINE_KILLS'] ?? 4);
const args = [helpdeskLog, '--mapping', mappingFile('helpdesk'), '--json'];

/** Two folders with the same secrets, so that the same ids come out in both. */
async function twins(): Promise<readonly [string, string]> {
  const [one, other] = [await newFolder(), await newFolder()];
  await importHere(
    one,
    {
      text: 'Case ID,Activity,Resource,Complete Timestamp,seriousness,customer,product,responsible_section,seriousness_2,service_level,service_type,support_section,workgroup\n',
    },
    shippedMapping('helpdesk'),
  );
  await cp(one, other, { recursive: true });
  return [one, other];
}

test('an import that is killed again and again leaves the log of one that was not', async () => {
  const [whole, cut] = await twins();
  expect((await runImport(args, { LEDGERLINE_DATA: whole })).code).toBe(0);
  for (let n = 0; n < kills; n += 1) {
    const before = await commitsIn(cut);
    const running = startImport(args, { LEDGERLINE_DATA: cut });
    let isOver = false;
    const exited = running.exited.finally(() => (isOver = true));
    await hasWritten(before + 1 + Math.floor(Math.random() * (20_000 / kills)), cut, () => isOver);
    running.kill('SIGKILL');
    expect(await exited).toBeNull();
  }
  const last = await runImport(args, { LEDGERLINE_DATA: cut });
  expect([last.code, last.lines.at(-1)]).toEqual([0, { summary: expect.objectContaining({ badRows: 0, cases: 4_580 }) }]);
  const [left, right] = [await logContent(whole), await logContent(cut)];
  expect([...right.keys()].sort()).toEqual([...left.keys()].sort());
  for (const [stream, events] of left) expect([stream, right.get(stream)]).toEqual([stream, events]);
  expect(await faultsOf(cut)).toEqual([]);
});

test('an import that is interrupted finishes what it began, says so and goes on the next time', async () => {
  const data = await newFolder();
  await importHere(data, { text: 'Case ID\n' }, { ...shippedMapping('helpdesk'), columns: [] });
  const before = await commitsIn(data);
  const running = startImport(args, { LEDGERLINE_DATA: data });
  await hasWritten(before + 500, data, () => false);
  running.kill('SIGINT');
  expect(await running.exited).toBe(1);
  const { summary } = JSON.parse(running.stdout) as { summary: { added: number; rows: number; finished: boolean } };
  expect(summary.finished).toBe(false);
  const next = await runImport(args, { LEDGERLINE_DATA: data });
  expect(next.code).toBe(0);
  expect(next.lines).toEqual([
    { summary: expect.objectContaining({ added: 21_348 - summary.added, thereAlready: summary.added }) },
  ]);
});
