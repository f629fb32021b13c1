import { afterEach, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..', '..');
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** Exit code and words of the rule over files of these texts. */
function cruised(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'circles-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const command = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs');
  const { status, stdout } = spawnSync(process.execPath, [command, '--config', join(root, '.dependency-cruiser.mjs'), folder], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return { status, stdout };
}

test('files that import each other break the rule, also where it is for a type only', () => {
  const two = "import { one } from './one.ts';\nexport interface Two { readonly one: typeof one }\n";
  const circle = cruised({ 'one.ts': "import type { Two } from './two.ts';\nexport const one: Two | 1 = 1;\n", 'two.ts': two });
  expect(circle.status).not.toBe(0);
  expect(circle.stdout).toContain('no-circle');
  expect(cruised({ 'one.ts': 'export const one = 1;\n', 'two.ts': two })).toMatchObject({ status: 0 });
});
