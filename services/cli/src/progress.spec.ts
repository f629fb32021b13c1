import { describe, expect, test } from '@jest/globals';
import { progress, progressLine } from './progress.js';

test('a line of progress has a bar, a share and the counts', () => {
  expect(progressLine('verifying', 1_200, 3_600)).toBe('verifying  [████████────────────────]  33 %  1,200 of 3,600');
  expect(progressLine('verifying', 3_600, 3_600)).toBe('verifying  [████████████████████████] 100 %  3,600 of 3,600');
});

test('more than was expected is still all of it', () => {
  expect(progressLine('reading', 12, 10)).toBe('reading  [████████████████████████] 100 %  12 of 12');
});

test('without a total it counts', () => {
  expect(progressLine('reading', 1_234_567, undefined)).toBe('reading  1,234,567');
});

describe('on stderr', () => {
  const stream = (isTTY: boolean) => {
    const written: string[] = [];
    return { written, stream: { isTTY, write: (text: string) => written.push(text) } as never as NodeJS.WriteStream };
  };

  test('a file or pipe gets the last line, not one for each step', () => {
    const { written, stream: file } = stream(false);
    const told = progress('reading', file);
    for (let done = 1; done <= 1_000; done += 1) told.at(done, 1_000);
    told.end();
    expect(written).toEqual(['reading  [████████████████████████] 100 %  1,000 of 1,000\n']);
  });

  test('nothing to do, nothing said', () => {
    const { written, stream: terminal } = stream(true);
    progress('reading', terminal).end();
    expect(written).toEqual([]);
  });
});
