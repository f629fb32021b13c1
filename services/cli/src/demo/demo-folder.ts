import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';

/** What the demo remembers beside the log: until when its stories go, and whether all of them have been told. */
export interface DemoFolder {
  /** Milliseconds since the epoch. */
  readonly anchor: number;
  readonly filled: boolean;
}

/** The folder holds an installation that is no demo: nothing is put into it. */
export class NoDemoFolder extends Error {
  override readonly name = 'NoDemoFolder';
  readonly code = 'no-demo-folder';
}

const note = 'demo.json';

/** @param now becomes the anchor of a new demo @throws NoDemoFolder */
export async function openDemoFolder(folder: string, now: number): Promise<DemoFolder> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (existsSync(join(folder, note))) return JSON.parse(await readFile(join(folder, note), 'utf8')) as DemoFolder;
  if (existsSync(join(folder, 'log.sqlite')))
    throw new NoDemoFolder(`${folder} holds an installation that is no demo. Choose another with LEDGERLINE_DATA.`);
  const made: DemoFolder = { anchor: now, filled: false };
  await writeNote(folder, made);
  return made;
}

export function markFilled(folder: string, { anchor }: DemoFolder): Promise<void> {
  return writeNote(folder, { anchor, filled: true });
}

/** Whole or not at all, and on the disk when it returns. */
async function writeNote(folder: string, content: DemoFolder): Promise<void> {
  const file = await open(join(folder, `${note}.new`), 'w', 0o600);
  await file.writeFile(`${JSON.stringify(content)}\n`);
  await file.sync();
  await file.close();
  await rename(join(folder, `${note}.new`), join(folder, note));
}
