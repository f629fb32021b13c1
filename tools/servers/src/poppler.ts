import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installed } from './debian-package.ts';
import { onPath, run } from './run-program.ts';
import { lastLine, ServerMissing } from './server-missing.ts';

const howToGetIt =
  'put pdftotext and pdffonts (Poppler) on PATH, or run as root on Debian or Ubuntu (then poppler-utils is installed).';

/** What an independent reader finds in a PDF. */
export interface ReadPdf {
  readonly text: string;
  /** The table that `pdffonts` prints: name, type, encoding, embedded, subset, unicode. */
  readonly fonts: string;
}

/** @throws ServerMissing where Poppler is not there and could not be installed */
export async function readPdf(pdf: Uint8Array): Promise<ReadPdf> {
  const [textOf, fontsOf] = [await poppler('pdftotext'), await poppler('pdffonts')];
  const folder = await mkdtemp(join(tmpdir(), 'ledgerline-pdf-'));
  try {
    const [file, said] = [join(folder, 'a.pdf'), join(folder, 'a.txt')];
    await writeFile(file, pdf);
    const text = await run(textOf, ['-layout', '-enc', 'UTF-8', file, said], { seconds: 60 });
    if (!text.ok) throw new Error(`pdftotext: ${lastLine(text.output)}`);
    const fonts = await run(fontsOf, [file], { seconds: 60 });
    if (!fonts.ok) throw new Error(`pdffonts: ${lastLine(fonts.output)}`);
    return { text: await readFile(said, 'utf8'), fonts: fonts.output };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export async function poppler(program: 'pdftotext' | 'pdffonts' | 'pdftoppm'): Promise<string> {
  const path = onPath(program);
  if (path !== undefined) return path;
  const tried = ['PATH: not there'];
  const found = (await installed(['poppler-utils'], 300, tried)) ? onPath(program) : undefined;
  if (found !== undefined) return found;
  throw new ServerMissing('Poppler', howToGetIt, tried);
}
