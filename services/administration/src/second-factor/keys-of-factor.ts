import { recoveryCodes, type ShownCode } from '@ledgerline/domain';
import { base32, isSame, type Ledgerline } from '@ledgerline/host';
import { stepOfCode } from './totp.js';

type Digests = Pick<Ledgerline, 'digest'>;

/** The key of an enrolment: 128 bits (RFC 4226 asks for as many) of an HMAC under a secret of the Vault. It stands nowhere. */
export function keyOf(account: string, enrolment: number, ledgerline: Digests): Uint8Array {
  return Buffer.from(ledgerline.digest('second-factor', `totp ${account} ${enrolment}`), 'base64url');
}

/** For when the telephone is lost: ten codes of 80 bits, each good once. */
export function recoveryCodesOf(account: string, enrolment: number, ledgerline: Digests): readonly string[] {
  return Array.from({ length: recoveryCodes }, (_, place) => {
    const mac = Buffer.from(ledgerline.digest('second-factor', `recovery ${account} ${enrolment} ${place}`), 'base64url');
    return base32(mac.subarray(0, 10)).replace(/(.{4})(?=.)/g, '$1-');
  });
}

/** What somebody has typed, as one of the two; undefined for what is neither. As long whatever it is. */
export function codeShown(
  typed: string,
  { account, enrolment }: { readonly account: string; readonly enrolment: number },
  ledgerline: Pick<Ledgerline, 'digest' | 'clock'>,
): ShownCode | undefined {
  const plain = typed.replaceAll(/[\s-]/g, '').toLowerCase();
  const step = stepOfCode(keyOf(account, enrolment, ledgerline), plain, ledgerline.clock.now());
  const places = recoveryCodesOf(account, enrolment, ledgerline).map((code) => isSame(code.replaceAll('-', ''), plain));
  if (step !== undefined) return { step };
  return places.includes(true) ? { recovery: places.indexOf(true) } : undefined;
}
