import { expect, test } from '@jest/globals';
import { base32Of, codeOfStep, keyUri, stepAt, stepOfCode } from './totp.js';

const key = Buffer.from('12345678901234567890');

/** RFC 6238, appendix B (SHA-1), whose codes have eight digits: apps show the last six. */
test.each([
  [59, '94287082'],
  [1_111_111_109, '07081804'],
  [1_111_111_111, '14050471'],
  [1_234_567_890, '89005924'],
  [2_000_000_000, '69279037'],
  [20_000_000_000, '65353130'],
])('at %i s', (seconds, code) => expect(codeOfStep(key, stepAt(seconds * 1_000))).toBe(code.slice(-6)));

test('a code is good in its step and in those beside it', () => {
  const now = 1_700_000_000_000;
  const code = codeOfStep(key, stepAt(now));
  for (const away of [-1, 0, 1]) expect(stepOfCode(key, code, now + away * 30_000)).toBe(stepAt(now));
  for (const away of [-3, 3]) expect(stepOfCode(key, code, now + away * 30_000)).toBeUndefined();
});

/** RFC 4648, section 10. */
test.each([['f', 'MY'], ['fo', 'MZXQ'], ['foo', 'MZXW6'], ['foobar', 'MZXW6YTBOI']])('%s in base 32', (text, wanted) =>
  expect(base32Of(Buffer.from(text))).toBe(wanted),
); // prettier-ignore

test('the key as apps take it', () => {
  expect(keyUri(key, 'li wei', 'Ledgerline')).toBe(
    'otpauth://totp/Ledgerline:li%20wei?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Ledgerline&algorithm=SHA1&digits=6&period=30',
  );
});
