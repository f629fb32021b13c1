import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { lastStateOf, stretchesOf } from './agent-day.js';
import type { ToldAgentState } from './agent-state-events.js';

const at = (hour: number) => `2026-03-02T${String(hour).padStart(2, '0')}:00:00.000Z`;
const since = (hour: number) => Temporal.Instant.from(at(hour)).epochMilliseconds;
const day: readonly ToldAgentState[] = [
  { id: '1', state: 'ready', occurredAt: at(1) },
  { id: '2', state: 'break', reason: 'meal', occurredAt: at(4) },
  { id: '3', state: 'break', reason: 'rest', occurredAt: at(5) },
  { id: '4', state: 'ready', occurredAt: at(6) },
  { id: '5', state: 'ready', occurredAt: at(7) },
  { id: '6', state: 'off', occurredAt: at(9) },
];

test('a day goes as it was told, and a state that is told again while it lasts does not begin anew', () =>
  expect(stretchesOf({ states: day })).toEqual([
    { state: 'ready', since: since(1), until: since(4) },
    { state: 'break', reason: 'meal', since: since(4), until: since(5) },
    { state: 'break', reason: 'rest', since: since(5), until: since(6) },
    { state: 'ready', since: since(6), until: since(9) },
    { state: 'off', since: since(9) },
  ]));

test('in whatever order it is told, it is the same day', () =>
  fc.assert(
    fc.property(fc.shuffledSubarray([...day], { minLength: day.length }), (states) => {
      expect(stretchesOf({ states })).toEqual(stretchesOf({ states: day }));
      expect(lastStateOf({ states })?.id).toBe('6');
    }),
  ));
