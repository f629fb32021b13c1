import { describe, expect, test } from '@jest/globals';
import { agentDayFold, callFold, type CallEvent, type TelephonyTerms } from '@ledgerline/domain';
import { actorOf, given, specTime } from '@ledgerline/kernel/contracts';
import { tellAgentState } from './tell-agent-state/tell-agent-state.decision.js';
import { tellCallStates, type LookedUpState } from './tell-call-states/tell-call-states.decision.js';

const token = actorOf(['agent'], [], 'telephony');
const before = (seconds: number) => Temporal.Instant.from(specTime).subtract({ seconds }).toString({ fractionalSecondDigits: 3 });
const terms = {
  draft: 3,
  rule: {
    queues: [{ code: 'service', zh: '综合', en: 'Service', numbers: [], priority: 5, site: 'north' }],
    breaks: [{ code: 'meal', zh: '用餐', en: 'Meal' }],
    serviceLevel: { within: 15, target: 0.95 },
    shortAbandon: 5,
    lateAfter: 60,
  },
} as unknown as TelephonyTerms;
const decide = tellCallStates(() => terms, 'main');
const zhang = { agent: 'zhang', team: 'hotline', agentSite: 'south' };
const queued: LookedUpState = { id: 'q', state: 'queued', at: before(40), queue: 'service' };
const answered: LookedUpState = { id: 'a', state: 'answered', at: before(30), agent: zhang };
const ended: LookedUpState = { id: 'e', state: 'ended', at: before(10) };
const on = (...history: readonly CallEvent[]) => given(callFold, ...history);
const tell = (...states: readonly LookedUpState[]) => ({ states });
type ToldStates = Extract<CallEvent, { readonly type: 'CallStatesTold' }>;
const eventsOf = (...states: readonly LookedUpState[]) => on().when(decide, tell(...states), token) as readonly ToldStates[];

describe('what is told of a call', () => {
  test('pins what it is measured by, and says where the call is', () =>
    expect(eventsOf(queued)).toEqual([
      {
        type: 'CallStatesTold',
        data: {
          states: [
            {
              ...{ id: 'q', state: 'queued', occurredAt: before(40), queue: 'service', site: 'north' },
              terms: { draft: 3, within: 15, shortAbandon: 5 },
            },
          ],
          now: { standing: 'waiting', since: before(40), queue: 'service', site: 'north' },
        },
      },
    ]));

  test('late is marked, and put in its place', () => {
    const [event] = on(...eventsOf(ended)).when(decide, tell({ ...queued, at: before(90) }, { ...answered, at: before(80) }), token) as readonly ToldStates[]; // prettier-ignore
    expect(event?.data.states.map(({ enteredLate }) => enteredLate)).toEqual([true, true]);
    expect(event?.data.now).toMatchObject({ standing: 'over', since: before(10), agent: 'zhang' });
  });

  test('twice is told once: only what is new is taken', () => {
    const [event] = on(...eventsOf(queued)).when(decide, tell(queued, answered), token) as readonly ToldStates[];
    expect(event?.data.states.map(({ id }) => id)).toEqual(['a']);
  });

  test.each<[string, readonly CallEvent[], readonly LookedUpState[], string]>([
    ['again says nothing new', eventsOf(queued), [queued], 'call-states-already-told'],
    ['otherwise under the same id is refused', eventsOf(queued), [{ ...queued, at: before(41) }], 'call-state-told-otherwise'],
    ['names a queue', [], [{ ...queued, queue: 'other' }], 'unknown-queue'],
    ['has happened', [], [{ ...queued, at: '2036-01-01T00:00:00Z' }], 'occurred-in-the-future'],
  ])('%s', (_, history, states, rejection) =>
    expect(on(...history).when(decide, tell(...states), token)).toMatchObject({ rejection }),
  );

  test('by the telephone system itself counts in place of what was recorded of it', () => {
    const recorded = on().when(
      decide,
      { ...tell(queued, { ...answered, at: before(20) }), ofRecord: true },
      token,
    ) as readonly ToldStates[];
    expect(recorded[0]?.data).toMatchObject({ ofRecord: true, now: { standing: 'talking', since: before(20) } });
    const [event] = on(...recorded).when(decide, tell(queued), token) as readonly ToldStates[];
    expect(event?.data.now).toMatchObject({ standing: 'waiting' });
    expect(on(...recorded).when(decide, { ...tell(queued), ofRecord: true }, token)).toMatchObject({
      rejection: 'call-states-already-told',
    });
  });
});

describe('the state of an agent', () => {
  const facts = { id: '1', day: '2026-03-02', who: zhang, terms };
  const ready = { state: 'ready', at: before(10) } as const;
  const told = (change: object = {}, more: object = {}) =>
    given(agentDayFold).when(tellAgentState({ ...facts, ...more }), { ...ready, ...change }, token);

  test('says whose it is and since when', () =>
    expect(told()).toEqual([
      {
        type: 'AgentStateTold',
        data: {
          id: '1',
          state: 'ready',
          occurredAt: before(10),
          agent: 'zhang',
          day: '2026-03-02',
          team: 'hotline',
          site: 'south',
        },
      },
    ]));

  test('goes on over midnight', () => {
    const carried = { id: '0', state: 'break', reason: 'meal', occurredAt: before(40_000) };
    expect(told({}, { before: carried })).toMatchObject([{ data: { carriedOver: carried } }]);
    expect(told({}, { before: { ...carried, state: 'off' } })).not.toMatchObject([{ data: { carriedOver: {} } }]);
  });

  test.each<[string, object, object, string]>([
    ['has a reason where it is a break', { state: 'break' }, {}, 'unknown-break-reason'],
    ['has one of the rule', { state: 'break', reason: 'sleep' }, {}, 'unknown-break-reason'],
    ['has none where it is no break', { reason: 'meal' }, {}, 'reason-of-a-break-only'],
    ['has happened', { at: '2036-01-01T00:00:00Z' }, {}, 'occurred-in-the-future'],
    [
      'does not begin while it lasts',
      {},
      { before: { id: '0', state: 'ready', occurredAt: before(99) } },
      'already-in-this-state',
    ],
  ])('%s', (_, change, more, rejection) => expect(told(change, more)).toMatchObject({ rejection }));
});
