import { afterEach, expect, test } from '@jest/globals';
import { MemoryCheckpoints } from '@ledgerline/adapter-memory';
import type { Position } from '@ledgerline/kernel';
import { CopyOfFollower, type Follower } from './copy-of-follower.js';
import { sleep, Supervision } from './supervision.js';

const name = 'counts@1';
const at = (n: number) => String(n) as Position;
const compare = (a: Position, b: Position) => Number(a) - Number(b);
const patience = 200;

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** A log that is a number, and copies of a follower that counts up to it. */
function installation() {
  const checkpoints = new MemoryCheckpoints();
  let end = 0;
  const claims: string[] = [];
  const store = { compare, end: () => Promise.resolve(at(end)) };
  const silent = { error: () => undefined } as never;
  const start = (who: string) => {
    const state = { stalls: false, breaks: 0, standsBy: false };
    const claim = () => {
      claims.push(who);
      return checkpoints.claim(name);
    };
    const run = async (owner: number, signal: AbortSignal) => {
      while (!signal.aborted) {
        if (state.breaks > 0) throw new Error(`broke, ${(state.breaks -= 1)} times more`);
        if (!state.stalls && (await checkpoints.get(name)) !== at(end)) await checkpoints.set(name, at(end), owner);
        await sleep(1, signal);
      }
    };
    const follower: Follower = { place: 'here', position: () => checkpoints.get(name), claim, run };
    const onStandBy = (standsBy: boolean) => (state.standsBy = standsBy);
    const copy = new CopyOfFollower({ name, store, log: { info: () => undefined, debug: () => undefined }, patience, onStandBy });
    const supervision = new Supervision(silent);
    supervision.keep(who, (signal) => copy.run(follower, signal));
    const stop = () => supervision.stop();
    stops.push(stop);
    return Object.assign(state, { stop });
  };
  const append = async (times: number) => {
    for (let n = 0; n < times; n += 1) {
      end += 1;
      await sleep(2);
    }
  };
  const isCaughtUp = async () => (await checkpoints.get(name)) === at(end);
  return { start, append, claims, isCaughtUp };
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const late = performance.now() + 60_000; !(await holds()); await sleep(2))
    if (performance.now() > late) throw new Error(`it did not come to that: ${holds.toString()}`);
}

test('of two copies one follows the log and the other stands by, for as long as both are well', async () => {
  const { start, append, claims, isCaughtUp } = installation();
  const first = start('first');
  const second = start('second');
  for (const end = performance.now() + 4 * patience; performance.now() < end;) await append(5);
  await until(isCaughtUp);
  expect(claims).toEqual(['first', 'second']);
  expect([first.standsBy, second.standsBy]).toEqual([true, false]);
});

test('the copy that stands by takes over from one that is gone, when there is something to do', async () => {
  const { start, append, claims, isCaughtUp } = installation();
  const first = start('first');
  const second = start('second');
  await append(1);
  await until(() => first.standsBy);
  await second.stop();
  await sleep(2 * patience);
  expect(claims).toHaveLength(2);
  await append(1);
  await until(isCaughtUp);
  expect(claims).toEqual(['first', 'second', 'first']);
  expect(first.standsBy).toBe(false);
});

test('one that broke goes on under its claim, and takes nothing from another that has taken over', async () => {
  const { start, append, claims, isCaughtUp } = installation();
  const first = start('first');
  await append(1);
  await until(isCaughtUp);
  first.breaks = 1;
  await until(() => first.breaks === 0);
  await append(1);
  await until(isCaughtUp);
  expect(claims).toEqual(['first']);
  first.breaks = 1;
  await until(() => first.breaks === 0);
  start('second');
  await until(async () => {
    await append(1);
    return first.standsBy;
  });
  await append(20);
  await until(isCaughtUp);
  expect(claims).toEqual(['first', 'second']);
});

test('copies that both stand still do not fight: who takes over in vain becomes more patient', async () => {
  const { start, append, claims } = installation();
  const [first, second] = [start('first'), start('second')];
  await append(1);
  await until(() => first.standsBy);
  first.stalls = true;
  second.stalls = true;
  await append(1);
  for (const end = performance.now() + 6 * patience; performance.now() < end;) await append(5);
  expect(claims.length).toBeLessThanOrEqual(5);
});
