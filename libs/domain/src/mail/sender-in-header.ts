import { isMailAddress } from './what-a-mail-is.js';

/** Characters of a header that are looked at. */
const most = 64 * 1024;

/**
 * Address of the sender of a mail that nobody can take apart, from the first bytes of it: no more than by whom an erasure finds it.
 * undefined where there is none, or more than one.
 */
export function senderInHeader(raw: string): string | undefined {
  const [header = ''] = raw.slice(0, most).split(/\r?\n\r?\n/, 1);
  const fields = [...header.replaceAll(/\r?\n[ \t]+/g, ' ').matchAll(/^from:(.*)$/gim)].map(([, value]) => String(value));
  const address = (/<([^<>]*)>\s*$/.exec(fields[0] ?? '')?.[1] ?? fields[0])?.trim();
  return fields.length === 1 && isMailAddress(address) ? address : undefined;
}
