import { createHash, randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Configuration } from './configuration.js';

type KeySettings = Pick<Configuration, 'vaultKey' | 'data'>;

/** `LEDGERLINE_VAULT_KEY_BEFORE`: what is still sealed with it is opened with it. */
export function vaultKeyBefore({ vaultKeyBefore: before }: Pick<Configuration, 'vaultKeyBefore'>): Uint8Array | undefined {
  return before === undefined ? undefined : createHash('sha256').update(before).digest();
}

/** The key that wraps the keys of persons: from `LEDGERLINE_VAULT_KEY`, else a file of the data folder made at first use. */
export async function vaultKey(settings: KeySettings, log: Logger): Promise<Uint8Array> {
  const file = fileOf(settings);
  if (settings.vaultKey === undefined)
    try {
      await writeFile(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
      log.warn(
        { file },
        'LEDGERLINE_VAULT_KEY is not set: made a key of its own, which every process of the cluster has to share',
      );
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  return existingVaultKey(settings);
}

export class NoVaultKey extends Error {
  override readonly name = 'NoVaultKey';
  readonly code = 'no-vault-key';
}

/** The same without making one. @throws NoVaultKey */
export async function existingVaultKey(settings: KeySettings): Promise<Uint8Array> {
  if (settings.vaultKey !== undefined) return createHash('sha256').update(settings.vaultKey).digest();
  const file = fileOf(settings);
  try {
    return Buffer.from(await readFile(file, 'utf8'), 'base64url');
  } catch (error) {
    throw new NoVaultKey(`LEDGERLINE_VAULT_KEY is not set and ${file} cannot be read`, { cause: error });
  }
}

function fileOf({ data }: KeySettings): string {
  return join(data, 'vault.key');
}
