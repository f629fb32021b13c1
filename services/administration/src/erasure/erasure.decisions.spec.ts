import { describe, expect, test } from '@jest/globals';
import { personFold, type PersonEvent, type PersonRecord } from '@ledgerline/domain';
import type { Circumstances, RecordedEvent } from '@ledgerline/kernel';
import { orderErasure, placeHold, recordCompleted, recordErased, releaseHold } from './erasure.decisions.js';

const circumstances = {} as Circumstances;
const order = { ground: 'person-request', reference: '2026/17' };
const facts = { keys: ['k1', 'k2'], subjects: ['p0-t', 'c'], blobs: ['b'] };
const meta = { at: '2026-11-26T00:00:00.000Z', actor: { kind: 'person', id: 'admin' } };

function after(...events: readonly PersonEvent[]): PersonRecord {
  return events.reduce<PersonRecord>(
    (person, event, n) =>
      personFold.evolve(person, { ...event, id: `c.${n}`, version: n + 1, schema: 1, meta } as unknown as RecordedEvent),
    personFold.initial,
  );
}
const placed: PersonEvent = { type: 'HoldPlaced', data: { ground: 'litigation' } };
const released: PersonEvent = { type: 'HoldReleased', data: { ground: 'litigation' } };
const ordered: PersonEvent = { type: 'ErasureOrdered', data: { ...order, ...facts } };
const gone: PersonEvent = { type: 'PersonErased', data: { keys: facts.keys, subjects: facts.subjects } };

describe('erasing a person', () => {
  test('is ordered once, destroyed, then completed', () => {
    expect(orderErasure(facts)(order, after(), circumstances)).toEqual([ordered]);
    expect(orderErasure(facts)(order, after(ordered), circumstances)).toMatchObject({ rejection: 'already-erased' });
    expect(recordErased({}, after(), circumstances)).toMatchObject({ rejection: 'no-erasure-ordered' });
    expect(recordErased({}, after(ordered), circumstances)).toEqual([gone]);
    expect(recordCompleted({}, after(ordered), circumstances)).toMatchObject({ rejection: 'not-erased-yet' });
    expect(recordCompleted({}, after(ordered, gone), circumstances)).toEqual([{ type: 'ErasureCompleted', data: {} }]);
  });

  test('is refused while a hold stands, and holds on what is erased are refused', () => {
    expect(orderErasure(facts)(order, after(placed), circumstances)).toMatchObject({ rejection: 'legal-hold' });
    expect(orderErasure(facts)(order, after(placed, placed, released), circumstances)).toMatchObject({ rejection: 'legal-hold' });
    expect(orderErasure(facts)(order, after(placed, released), circumstances)).toEqual([ordered]);
    expect(releaseHold({ ground: 'litigation' }, after(), circumstances)).toMatchObject({ rejection: 'no-legal-hold' });
    expect(placeHold({ ground: 'litigation' }, after(ordered), circumstances)).toMatchObject({ rejection: 'already-erased' });
  });
});
