import type { Caller } from '../ticket/ticket-words.js';

/** Something by which a caller is known, as it can stand in a text. */
export interface IdentityWord {
  readonly of: keyof Caller;
  readonly pattern: RegExp;
  readonly mask: string;
}

/** Digits by which a number is known; shorter ones would be found in every date. */
const leastDigits = 7;
/** What people put between the digits of a number. */
const between = '[\\s().-]*';

/** R7.2: `138****8000`; of a short number its last two digits. The country's prefix of a mobile number is left out. */
export function maskedPhone(phone: string): string {
  const digits = localDigits(phone);
  return digits.length < 8 ? `****${digits.slice(-2)}` : `${digits.slice(0, 3)}****${digits.slice(-4)}`;
}

/** Every way in which name, phone and e-mail of a caller can be found in a text: any writing of the number, any case. */
export function wordsOfCaller({ name, phone, email }: Caller): readonly IdentityWord[] {
  const words: IdentityWord[] = [];
  if (name !== undefined && name.trim().length > 1)
    words.push({ of: 'name', pattern: new RegExp(escaped(name.trim()), 'giu'), mask: '***' });
  if (email !== undefined) words.push({ of: 'email', pattern: new RegExp(escaped(email), 'giu'), mask: '***' });
  const digits = localDigits(phone ?? '');
  if (phone !== undefined && digits.length >= leastDigits)
    words.push({ of: 'phone', pattern: new RegExp([...digits].join(between), 'gu'), mask: maskedPhone(phone) });
  return words;
}

function localDigits(phone: string): string {
  const digits = phone.normalize('NFKC').replaceAll(/\D/g, '');
  return /^(00)?86(1\d{10})$/.exec(digits)?.[2] ?? digits;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replaceAll(/\s+/g, '\\s*');
}
