import { createHmac } from 'node:crypto';

/** RFC 6238 as every app has it: SHA-1, six digits, thirty seconds. */
const [digits, period] = [6, 30];
/** Steps before and after the present one whose codes are taken: clocks of telephones differ (RFC 6238, 5.2). */
const drift = 1;

/** The number of the step in which a moment lies. @param now milliseconds since the epoch */
export function stepAt(now: number): number {
  return Math.floor(now / 1_000 / period);
}

/** RFC 4226, 5.3, of the step as counter. */
export function codeOfStep(key: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', key).update(counter).digest();
  const offset = (mac.at(-1) as number) & 0xf;
  const number = mac.readUInt32BE(offset) & 0x7f_ff_ff_ff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/** The step whose code it is, of those near to now; every one is looked at, whichever it is. */
export function stepOfCode(key: Uint8Array, code: string, now: number): number | undefined {
  const near = Array.from({ length: 2 * drift + 1 }, (_, place) => stepAt(now) - drift + place);
  const fitting = near.filter((step) => codeOfStep(key, step) === code);
  return fitting.at(-1);
}

const symbols = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Base 32 of RFC 4648 without padding, as apps take keys. */
export function base32Of(key: Uint8Array): string {
  let bits = '';
  for (const byte of key) bits += byte.toString(2).padStart(8, '0');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => symbols[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
}

/** What apps read as a QR code (Key URI Format). */
export function keyUri(key: Uint8Array, account: string, issuer: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  return `otpauth://totp/${label}?secret=${base32Of(key)}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=${digits}&period=${period}`;
}
