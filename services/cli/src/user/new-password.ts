import { randomBytes } from 'node:crypto';
import type { Asked } from '../answer.js';
import { askSecret } from '../api/ask-secret.js';

export interface PasswordOptions {
  readonly generatePassword?: boolean;
}

/** A password for somebody, and what is said of it. */
export interface NewPassword {
  readonly password: string;
  /** Only what was made here is shown, once. */
  readonly shown: { readonly password?: string };
  readonly words: readonly string[];
}

/** Made where that is wished; else asked for, or the next line of stdin. Never an argument: those stand in the list of processes. */
export async function newPassword(username: string, { options, signal }: Asked<PasswordOptions>): Promise<NewPassword> {
  if (options.generatePassword !== true) {
    return { password: await askSecret(`Password for ${username}: `, signal), shown: {}, words: [] };
  }
  const password = randomBytes(15).toString('base64url');
  return { password, shown: { password }, words: [`Password: ${password}`] };
}
