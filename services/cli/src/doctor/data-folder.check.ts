import { FolderInUse, lockFolder } from '@ledgerline/adapter-sqlite';
import { access, constants, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fail, ok, warn, type Finding } from './finding.js';

const mebibyte = 1024 * 1024;
const enough = { free: 1024 * mebibyte, atLeast: 64 * mebibyte };

/** Magic numbers of `statfs(2)`: file systems on which SQLite's WAL or its fsync cannot be relied on. */
const unfit: Readonly<Record<number, string>> = {
  0x01021994: 'tmpfs (memory)',
  0x6969: 'NFS',
  0xff534d42: 'CIFS',
  0xfe534d42: 'SMB',
  0x517b: 'SMB',
  0x01021997: '9p',
};

export async function checkDataFolder(folder: string): Promise<readonly Finding[]> {
  const standing = await nearestFolder(folder);
  const findings = [await checkWritable(folder, standing), await checkSpace(standing), await checkFileSystem(standing)];
  if (standing !== folder) return findings;
  return [...findings, await checkPrivacy(folder), await checkWriter(folder)];
}

/** The folder itself, or the one above it in which it would be made. */
export async function nearestFolder(folder: string): Promise<string> {
  try {
    if ((await stat(folder)).isDirectory()) return folder;
  } catch (error) {
    if (!['ENOENT', 'ENOTDIR'].includes(String((error as NodeJS.ErrnoException).code))) throw error;
  }
  return nearestFolder(dirname(folder));
}

async function checkWritable(folder: string, standing: string): Promise<Finding> {
  try {
    await access(standing, constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    return fail('data folder', `${standing} cannot be written to (${code})`, 'give its user the right, or set LEDGERLINE_DATA');
  }
  return ok('data folder', standing === folder ? folder : `${folder} is not there yet; it will be made in ${standing}`);
}

async function checkSpace(folder: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const found = `${Math.floor(free / mebibyte).toLocaleString('en')} MiB free`;
  if (free < enough.atLeast) return fail('space', found, 'make room: commands are refused once the disk is full');
  return free < enough.free ? warn('space', found, 'make room before the disk is full') : ok('space', found);
}

async function checkFileSystem(folder: string): Promise<Finding> {
  const { type } = await statfs(folder);
  const name = unfit[type];
  if (name === undefined) return ok('file system', `local (0x${type.toString(16)})`);
  return warn('file system', name, 'keep the data folder on a local disk: elsewhere an acknowledged command can be lost');
}

async function checkPrivacy(folder: string): Promise<Finding> {
  const { mode } = await stat(folder);
  const written = (mode & 0o777).toString(8);
  return (mode & 0o077) === 0
    ? ok('permissions', written)
    : warn('permissions', `${written}: others can look in`, `chmod 700 ${folder}: read models are plain text`);
}

async function checkWriter(folder: string): Promise<Finding> {
  try {
    await access(join(folder, 'writer.lock'));
  } catch {
    return ok('writer', 'no embedded log here yet');
  }
  try {
    lockFolder(folder)();
    return ok('writer', 'no process holds the folder');
  } catch (error) {
    if (error instanceof FolderInUse) return ok('writer', 'a running Ledgerline holds the folder');
    throw error;
  }
}
