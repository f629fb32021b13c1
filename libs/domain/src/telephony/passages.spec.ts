import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ToldCallState } from './call-events.js';
import { passagesOf, standingOf } from './passages.js';

const at = (second: number) => `2026-03-02T01:00:${String(second).padStart(2, '0')}.000Z`;
const told = (state: ToldCallState['state'], second: number, more: Partial<ToldCallState> = {}): ToldCallState => ({
  id: `${state}-${second}`,
  state,
  occurredAt: at(second),
  ...more,
});
const queued = (second: number, queue = 'service') => told('queued', second, { queue, site: 'main' });
const answered = (second: number, agent = 'zhang') => told('answered', second, { agent, team: 'hotline', agentSite: 'main' });

const whole = [queued(0), answered(9), told('held', 20), told('retrieved', 25), told('ended', 40), told('wrapped-up', 55)];

describe('a call', () => {
  test('is told of from the queue to the end of the after-call work', () =>
    expect(passagesOf(whole)).toEqual([
      {
        queue: 'service',
        site: 'main',
        queuedAt: at(0),
        answeredAt: at(9),
        agent: 'zhang',
        team: 'hotline',
        agentSite: 'main',
        heldMilliseconds: 5_000,
        endedAt: at(40),
        wrappedUpAt: at(55),
      },
    ]));

  test('comes to the same in whatever order it is told', () =>
    fc.assert(
      fc.property(fc.shuffledSubarray(whole, { minLength: whole.length }), (shuffled) => {
        expect(passagesOf(shuffled)).toEqual(passagesOf(whole));
        expect(standingOf(shuffled)).toEqual(standingOf(whole));
      }),
    ));

  test('that nobody answers is abandoned, by whichever word that is told', () => {
    for (const state of ['abandoned', 'ended'] as const)
      expect(passagesOf([queued(0), told(state, 7)])).toMatchObject([{ queuedAt: at(0), abandonedAt: at(7) }]);
  });

  test('that is passed on goes through another queue, and is over with whoever had it', () =>
    expect(passagesOf([queued(0), answered(5), queued(10, 'urgent'), answered(12, 'li'), told('ended', 30)])).toMatchObject([
      { queue: 'service', agent: 'zhang', endedAt: at(10) },
      { queue: 'urgent', agent: 'li', queuedAt: at(10), answeredAt: at(12), endedAt: at(30) },
    ]));

  test('that is passed on is written up by whoever had it while the next one speaks', () => {
    const passedOn = [queued(0), answered(5), queued(10, 'urgent'), answered(12, 'li'), told('wrapped-up', 20)];
    expect(standingOf(passedOn)).toMatchObject({ standing: 'talking', since: at(12), agent: 'li' });
    expect(passagesOf([...passedOn, told('ended', 40), told('wrapped-up', 50)])).toMatchObject([
      { agent: 'zhang', endedAt: at(10), wrappedUpAt: at(20) },
      { agent: 'li', endedAt: at(40), wrappedUpAt: at(50) },
    ]);
  });

  test('whose end is not told was over when it was written up', () =>
    expect(passagesOf([queued(0), answered(5), told('wrapped-up', 20)])).toMatchObject([
      { endedAt: at(20), wrappedUpAt: at(20) },
    ]));

  test('that flows over to another queue has left the first unanswered', () =>
    expect(passagesOf([queued(0), queued(10, 'urgent'), answered(12)])).toMatchObject([
      { queue: 'service', leftAt: at(10) },
      { queue: 'urgent', answeredAt: at(12) },
    ]));

  test('that ends on hold was held until then', () =>
    expect(passagesOf([queued(0), answered(5), told('held', 10), told('ended', 16)])).toMatchObject([
      { heldMilliseconds: 6_000 },
    ]));

  test.each<[string, readonly ToldCallState[], object]>([
    ['waits', [queued(0)], { standing: 'waiting', since: at(0), queue: 'service', site: 'main' }],
    [
      'is spoken on',
      [queued(0), answered(9)],
      { standing: 'talking', since: at(9), queue: 'service', site: 'main', agent: 'zhang' },
    ],
    ['is held', [queued(0), answered(9), told('held', 20)], { standing: 'held', since: at(20) }],
    ['is over', whole, { standing: 'over', since: at(40) }],
    ['is over where only its end is known', [told('ended', 40)], { standing: 'over', since: at(40) }],
    ['is with an agent without any queue', [answered(9)], { standing: 'talking', since: at(9), site: 'main', agent: 'zhang' }],
  ])('%s', (_, states, standing) => expect(standingOf(states)).toMatchObject(standing));
});
