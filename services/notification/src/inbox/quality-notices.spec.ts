import { describe, expect, test } from '@jest/globals';
import type { InspectionEvent, SampleEvent } from '@ledgerline/domain';
import { noticesOfInspection, noticesOfSample, standsAfter, type ToldInspection } from './quality-notices.js';

const counts = { agent: 'ann', team: 'north', month: '2026-03' };
const opened = { type: 'InspectionOpened', data: { ...counts, ticket: 't', inspector: 'eve', confidential: true } };
const event = (type: string, data: object = {}) => ({ type, data: { ...counts, ...data } }) as unknown as InspectionEvent;
const after = (...events: readonly InspectionEvent[]) =>
  [opened as unknown as InspectionEvent, ...events].reduce<ToldInspection | undefined>(standsAfter, undefined) as ToldInspection;
const told = (...events: readonly [InspectionEvent, ...InspectionEvent[]]) =>
  noticesOfInspection(events.at(-1) as InspectionEvent, after(...events)).map(({ kind, to }) => [kind, ...to]);

describe('who is told of an inspection', () => {
  const scored = event('InspectionScored');
  const appealed = event('InspectionAppealed');
  test.each<[string, readonly [InspectionEvent, ...InspectionEvent[]], readonly (readonly string[])[]]>([
    [
      'who has to score it instead',
      [event('InspectionAssigned', { inspector: 'kay' })],
      [['inspection-assigned', 'account:kay']],
    ],
    ['whose work was scored', [scored], [['inspection-scored', 'account:ann']]],
    ['who can decide on an appeal', [scored, appealed], [['appeal-raised', 'inspectors', 'team-leaders:north']]],
    [
      'both sides of what was decided',
      [scored, appealed, event('AppealGranted')],
      [['appeal-decided', 'account:ann', 'account:eve']],
    ],
    ['nobody that it was excused', [event('InspectionExcused')], []],
  ])('%s', (_name, events, wanted) => expect(told(...events)).toEqual(wanted));

  test('is decided without its ticket', () => {
    expect(after(scored)).toEqual({ agent: 'ann', team: 'north', inspector: 'eve', confidential: true, status: 'scored' });
  });
});

test('a sample tells each inspector once', () => {
  const pieces = [{ inspector: 'eve' }, { inspector: 'eve' }, { inspector: 'kay' }, {}];
  const sample = { type: 'SampleDrawn', data: { pieces } } as unknown as SampleEvent;
  expect(noticesOfSample(sample)).toEqual([{ kind: 'inspections-drawn', to: ['account:eve', 'account:kay'] }]);
});
