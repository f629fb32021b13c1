// Builds the console with Vite, then compresses what it made, so that the edge never compresses for a request.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build } from 'vite';

const root = import.meta.dirname;
await build({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });
const assets = join(root, 'dist', 'assets');
const worthIt = (await readdir(assets)).filter((name) => /\.(js|css|svg|json)$/.test(name));
await Promise.all(
  worthIt.map(async (name) => {
    const plain = await readFile(join(assets, name));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length };
    await writeFile(join(assets, `${name}.br`), await promisify(brotliCompress)(plain, { params }));
    await writeFile(join(assets, `${name}.gz`), await promisify(gzip)(plain, { level: 9 }));
  }),
);
