import { expect, test } from '@jest/globals';
import { InFlight } from './in-flight.js';

function gate() {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  return { promise, resolve, reject };
}

test('begins no more than so many at once', async () => {
  const inFlight = new InFlight(2);
  const gates = [gate(), gate(), gate()];
  const begun: number[] = [];
  const all = (async () => {
    for (const [place, { promise }] of gates.entries())
      await inFlight.add(() => {
        begun.push(place);
        return promise;
      });
    await inFlight.settled();
    return 'settled';
  })();
  await Promise.resolve();
  expect(begun).toEqual([0, 1]);
  for (const { resolve } of gates) resolve();
  expect(await all).toBe('settled');
  expect(begun).toEqual([0, 1, 2]);
});

test('begins nothing after something broke, and waits for what runs', async () => {
  const inFlight = new InFlight(10);
  const slow = gate();
  let isDone = false;
  await inFlight.add(async () => {
    await slow.promise;
    isDone = true;
  });
  await inFlight.add(() => Promise.reject(new Error('no disk')));
  await expect(inFlight.add(() => Promise.resolve())).rejects.toThrow('no disk');
  slow.resolve();
  await expect(inFlight.settled()).rejects.toThrow('no disk');
  expect(isDone).toBe(true);
});
