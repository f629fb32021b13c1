import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Compressed } from './compressed-answer.js';

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
  json: 'application/json',
};

/** What `npm run build` made of services/console. Read once, whole: it is a few megabytes, and a name that is not there is no path. */
export class ConsoleFiles {
  private readonly assets: ReadonlyMap<string, Compressed>;
  private readonly index: string | undefined;

  constructor(folder: string) {
    const page = join(folder, 'index.html');
    this.index = existsSync(page) ? readFileSync(page, 'utf8') : undefined;
    const assets = join(folder, 'assets');
    const names = existsSync(assets) ? readdirSync(assets).filter((name) => typeOf(name) !== undefined) : [];
    this.assets = new Map(names.map((name) => [name, fileAt(join(assets, name))]));
  }

  asset(name: string): Compressed | undefined {
    return this.assets.get(name);
  }

  /** The page for one answer: each has a nonce of its own, by which styles that the console makes as it runs are known. */
  page(nonce: string): string | undefined {
    return this.index?.replaceAll('{nonce}', nonce);
  }
}

function typeOf(name: string): string | undefined {
  return types[name.split('.').at(-1) ?? ''];
}

function fileAt(path: string): Compressed {
  const form = (ending: string) => (existsSync(`${path}.${ending}`) ? readFileSync(`${path}.${ending}`) : undefined);
  const [br, gzip] = [form('br'), form('gz')];
  return {
    type: typeOf(path) as string,
    plain: readFileSync(path),
    compressed: { ...(br ? { br } : {}), ...(gzip ? { gzip } : {}) },
  };
}
