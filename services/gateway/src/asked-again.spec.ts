import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { Ledgerline } from '@ledgerline/host';
import { askedAgain } from './asked-again.js';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** A service whose answers are given by hand; one of its processes has fallen silent, or none. */
function aService(isSilent: boolean) {
  const asked: PromiseWithResolvers<string>[] = [];
  const house = {
    ask: () => {
      const answer = Promise.withResolvers<string>();
      asked.push(answer);
      return answer.promise;
    },
    readiness: { hasFallenSilent: (service: string) => isSilent && service === 'reporting' },
  } as unknown as Pick<Ledgerline, 'ask' | 'readiness'>;
  return { asked, reply: askedAgain<string>(house, 'reporting', 'tickets', {}) };
}

test('a question that died with its process is asked once more, and answered', async () => {
  const { asked, reply } = aService(true);
  await jest.advanceTimersByTimeAsync(9_000);
  expect(asked).toHaveLength(2);
  asked[1]?.resolve('from another copy');
  expect(await reply).toBe('from another copy');
});

test('the first answer counts, whichever question it is to; a second one that fails says nothing', async () => {
  const { asked, reply } = aService(true);
  await jest.advanceTimersByTimeAsync(9_000);
  asked[1]?.reject(new Error('gone as well'));
  asked[0]?.resolve('late');
  expect(await reply).toBe('late');
});

test('who only takes long is not asked again', async () => {
  const { asked, reply } = aService(false);
  await jest.advanceTimersByTimeAsync(9_000);
  expect(asked).toHaveLength(1);
  asked[0]?.resolve('a long answer');
  expect(await reply).toBe('a long answer');
});

test('what was answered, or refused, is over', async () => {
  const { asked, reply } = aService(true);
  asked[0]?.reject(new Error('no handler'));
  await expect(reply).rejects.toThrow('no handler');
  await jest.advanceTimersByTimeAsync(9_000);
  expect(asked).toHaveLength(1);
});
