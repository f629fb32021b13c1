import { describe, expect, test } from '@jest/globals';
import { ClockDoubt, settles } from './clock-doubt.js';

const [hour, day] = [3_600_000, 86_400_000];

describe('a clock that cannot be trusted', () => {
  test('one that runs as time does is believed, and small steps of it', () => {
    const doubt = new ClockDoubt();
    for (let passed = 0; passed < 3 * day; passed += hour)
      expect(doubt.look({ now: 1_000_000 + passed + (passed / hour) * 900, monotonic: passed })).toBeUndefined();
  });

  test.each([
    ['forwards', day, 'the clock jumped by 86400 s'],
    ['backwards', -hour, 'the clock jumped by -3600 s'],
  ])('one that jumped %s is not, until it comes back', (_which, by, words) => {
    const doubt = new ClockDoubt();
    expect(doubt.look({ now: day, monotonic: 0 })).toBeUndefined();
    expect(doubt.look({ now: day + 250 + by, monotonic: 250 })).toBe(words);
    expect(doubt.look({ now: day + 60_000 + by, monotonic: 60_000 })).toBe(words);
    expect(doubt.look({ now: day + 60_250, monotonic: 60_250 })).toBeUndefined();
  });

  test('after it has run steadily for ten minutes it is believed; a second jump begins anew', () => {
    const doubt = new ClockDoubt();
    doubt.look({ now: 0, monotonic: 0 });
    expect(doubt.look({ now: hour, monotonic: 1 })).toBeDefined();
    expect(doubt.look({ now: hour + settles - 2, monotonic: settles - 1 })).toBeDefined();
    expect(doubt.look({ now: 9 * hour, monotonic: settles })).toBeDefined();
    expect(doubt.look({ now: 9 * hour + settles - 1, monotonic: 2 * settles - 1 })).toBeDefined();
    expect(doubt.look({ now: 9 * hour + settles, monotonic: 2 * settles })).toBeUndefined();
  });

  test('one behind the log is not, at the start either', () => {
    const doubt = new ClockDoubt();
    expect(doubt.look({ now: day, monotonic: 0, logTime: day + hour })).toBe(
      'the clock is 3600 s behind what the log has recorded',
    );
    expect(doubt.look({ now: day + hour, monotonic: hour, logTime: day + hour })).toBeUndefined();
  });

  test('one that most other processes disagree with is not; one stranger is no majority', () => {
    const look = (...peers: readonly number[]) => new ClockDoubt().look({ now: day, monotonic: 0, peers });
    expect(look(20, -300, 4_000)).toBeUndefined();
    expect(look(20, hour, 4_000)).toBeUndefined();
    expect(look(hour)).toBe('the clock disagrees with 1 of 1 other processes, by 3600 s');
    expect(look(hour, hour + 3, 0)).toBe('the clock disagrees with 2 of 3 other processes, by 3600 s');
  });
});
