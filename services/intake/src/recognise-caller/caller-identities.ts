import type { CallerIdentity } from '@ledgerline/domain';
import { idOfDigest, type Ledgerline } from '@ledgerline/host';
import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min';

/** What a caller says of themselves, as it was written. */
export interface CallerWords {
  readonly name?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly account?: string;
}

/** What the caller is recognised by (R1.8), the surest first: the number, the address, the account. */
export function identitiesOf({ phone, email, account }: CallerWords, country: string): readonly CallerIdentity[] {
  const given: readonly (readonly [CallerIdentity['kind'], string | undefined])[] = [
    ['phone', phone === undefined ? undefined : internationalNumber(phone, country)],
    ['email', email?.normalize('NFKC').trim().toLowerCase()],
    ['account', account?.normalize('NFKC').trim()],
  ];
  return given.flatMap(([kind, value]) => (value === undefined || value === '' ? [] : [{ kind, value }]));
}

/** A Chinese mobile number, by far the most frequent, needs no library. */
const chineseMobile = /^(?:\+86|0086|86)?(1[3-9]\d{9})$/;

/** E.164, from any way of writing it; undefined where it is no number that could be called. */
export function internationalNumber(written: string, country: string): string | undefined {
  const text = written.normalize('NFKC').trim();
  if (country === 'CN') {
    const mobile = chineseMobile.exec(text.replaceAll(/[\s().-]/g, ''))?.[1];
    if (mobile !== undefined) return `+86${mobile}`;
  }
  const parsed = parsePhoneNumberFromString(text, country as CountryCode);
  return parsed?.isPossible() ? parsed.number : undefined;
}

/**
 * The customer's id derives from the identity, so that two first calls at once make one customer. It is keyed: who has the log
 * alone can't test guesses about a number.
 */
export function customerIdOf({ kind, value }: CallerIdentity, ledgerline: Pick<Ledgerline, 'digest'>): string {
  return idOfDigest(ledgerline.digest('ids', `customer ${kind} ${value}`));
}

/** The customer of a caller by the first identity given; undefined where there is none. */
export function customerOf(words: CallerWords, ledgerline: Pick<Ledgerline, 'digest' | 'configuration'>): string | undefined {
  const [first] = identitiesOf(words, ledgerline.configuration.country);
  return first && customerIdOf(first, ledgerline);
}
