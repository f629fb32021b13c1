// Builds one package: every source file under src/ to dist/ with SWC (ES modules, decorators with metadata, source maps).
import { glob, mkdir, readFile, rm, writeFile, cp } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { transform } from '@swc/core';

const root = process.argv[2];
if (!root) throw new Error('usage: node tools/build/package.mjs PACKAGE_FOLDER');
const source = join(root, 'src');
const target = join(root, 'dist');
await rm(target, { recursive: true, force: true });
for await (const file of glob('**/*.{ts,json,html,css}', { cwd: source })) {
  const from = join(source, file);
  const to = join(target, file.replace(/\.ts$/, '.js'));
  if (/\.spec\.ts$|\.d\.ts$/.test(file)) continue;
  await mkdir(dirname(to), { recursive: true });
  if (!file.endsWith('.ts')) {
    await cp(from, to);
    continue;
  }
  const { code, map } = await transform(await readFile(from, 'utf8'), {
    filename: from,
    sourceFileName: relative(dirname(to), from),
    sourceMaps: true,
    jsc: {
      target: 'es2024',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
    },
    module: { type: 'es6' },
  });
  await writeFile(to, `${code}//# sourceMappingURL=${file.split('/').at(-1).replace(/\.ts$/, '.js.map')}\n`);
  if (map) await writeFile(`${to}.map`, map);
}
