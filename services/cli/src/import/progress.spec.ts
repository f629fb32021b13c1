import { expect, test } from '@jest/globals';
import { progressOn } from './progress.js';

function said(isTTY: boolean, times: readonly number[]): string {
  let now = 0;
  let text = '';
  const progress = progressOn({ isTTY, write: (piece: string) => (text += piece).length > 0 } as never, () => now);
  for (const time of times) {
    now = time;
    progress.at(`${time} rows`, time / 10_000);
  }
  progress.end();
  return text;
}

test('a terminal has one line that is written over and goes away', () => {
  expect(said(true, [0, 50, 5_000])).toBe(
    '\r\x1b[K[────────────────────────] 0 %  0 rows\r\x1b[K[████████████────────────] 50 %  5000 rows\r\x1b[K',
  );
});

test('what is no terminal has a line every five seconds', () => {
  expect(said(false, [0, 50, 4_999, 5_000, 9_000, 10_000])).toBe('50 %  5000 rows\n100 %  10000 rows\n');
});
