import { expect, test } from '@jest/globals';
import { Supervision, untilAborted } from './supervision.js';

/** What is logged at which level, in order. */
function logged() {
  const lines: (readonly [string, object])[] = [];
  const at = (level: string) => (facts: object) => void lines.push([level, facts]);
  return { lines, log: { info: at('info'), error: at('error') } as never };
}

test('why a loop keeps still is told once, and that it goes on', async () => {
  const { lines, log } = logged();
  const supervision = new Supervision(log);
  supervision.keep('digests', untilAborted);
  for (const why of ['the clock is in doubt', 'the clock is in doubt', undefined]) {
    supervision.keepsStill('digests', why);
    expect(supervision.health()[0]?.keepsStill).toBe(why);
  }
  expect(lines).toEqual([
    ['error', { loop: 'digests', why: 'the clock is in doubt' }],
    ['info', { loop: 'digests' }],
  ]);
  await supervision.stop();
});

test('services close before the loops that ask them: whoever then gets no answer keeps still, and says nothing', async () => {
  const { lines, log } = logged();
  const supervision = new Supervision(log);
  supervision.keep('ticker', untilAborted);
  supervision.expectEnd();
  supervision.keepsStill('ticker', 'a service does not answer');
  expect(lines).toEqual([]);
  expect(supervision.health()).toMatchObject([{ name: 'ticker', running: true }]);
  await supervision.stop();
});

test('what keeps still because everything ends is no fault', async () => {
  const { lines, log } = logged();
  const supervision = new Supervision(log);
  supervision.keep('digests', async (signal) => {
    await untilAborted(signal);
    supervision.keepsStill('digests', 'administration does not answer');
  });
  await supervision.stop();
  expect(lines).toEqual([]);
  expect(supervision.health()).toEqual([{ name: 'digests', running: false, failures: 0, lastFailure: undefined }]);
});
