import { describe, expect, test } from '@jest/globals';
import { erasureGroundNames, erasureRefusalNames, holdGroundNames } from '@ledgerline/contracts';
import {
  erasureGrounds,
  erasureRefusals,
  holdGrounds,
  personFold,
  type PersonEvent,
  type PersonRecord,
} from '@ledgerline/domain';
import type { Circumstances, RecordedEvent } from '@ledgerline/kernel';
import { confirmErasure, refuseErasure, requestErasure } from './confirm-erasure.decisions.js';

const at = '2026-11-26T00:00:00.000Z';
const [soon, late] = ['2026-12-09T23:59:59.999Z', '2026-12-10T00:00:00.000Z'];
const now = (moment: string) => ({ at: moment }) as Circumstances;
const order = { ground: 'person-request', reference: '2026/17' };
const named = { of: 'ticket', subject: 'p0-t', hand: 'first' } as const;
const facts = { keys: ['k1', 'k2'], subjects: ['p0-t', 'c'], blobs: ['b'] };
const meta = { at, actor: { kind: 'token', id: 'a-token' } };

function after(...events: readonly PersonEvent[]): PersonRecord {
  return events.reduce<PersonRecord>(
    (person, event, n) =>
      personFold.evolve(person, { ...event, id: `c.${n}`, version: n + 1, schema: 1, meta } as unknown as RecordedEvent),
    personFold.initial,
  );
}
const requested: PersonEvent = { type: 'ErasureRequested', data: { ...order, ...named, expiresAt: late } };
const refused: PersonEvent = { type: 'ErasureRefused', data: { reason: 'wrong-person' } };
const placed: PersonEvent = { type: 'HoldPlaced', data: { ground: 'litigation' } };
const ordered: PersonEvent = { type: 'ErasureOrdered', data: { ...order, ...facts, requestedBy: 'a-token' } };

describe('an erasure for which two are wanted', () => {
  test('is asked for once at a time, and not while a hold stands', () => {
    const ask = requestErasure(named);
    expect(ask(order, after(), now(at))).toEqual([requested]);
    expect(ask(order, after(requested), now(soon))).toMatchObject({ rejection: 'erasure-requested-already' });
    expect(ask(order, after(requested), now(late))).toMatchObject([{ type: 'ErasureRequested' }]);
    expect(ask(order, after(requested, refused), now(soon))).toMatchObject([{ type: 'ErasureRequested' }]);
    expect(ask(order, after(placed), now(at))).toMatchObject({ rejection: 'legal-hold' });
    expect(ask(order, after(requested, ordered), now(at))).toMatchObject({ rejection: 'already-erased' });
  });

  test('is confirmed by another hand, in time, and by the same one never', () => {
    const confirm = (hand: string, person: PersonRecord, moment = soon) => confirmErasure(facts, { hand })({}, person, now(moment));
    expect(confirm('second', after(requested))).toEqual([ordered]);
    expect(confirm('first', after(requested))).toMatchObject({ rejection: 'own-request' });
    expect(confirm('second', after(requested), late)).toMatchObject({ rejection: 'erasure-request-expired' });
    expect(confirm('second', after(requested, placed))).toMatchObject({ rejection: 'legal-hold' });
    expect(confirm('second', after())).toMatchObject({ rejection: 'no-erasure-requested' });
    expect(confirm('second', after(requested, refused))).toMatchObject({ rejection: 'no-erasure-requested' });
    expect(confirm('second', after(requested, ordered))).toMatchObject({ rejection: 'already-erased' });
  });

  test('is refused by the second person, and withdrawn by the first', () => {
    const refuse = (hand: string, reason: string, person = after(requested)) => refuseErasure({ hand })({ reason }, person, now(soon));
    expect(refuse('second', 'wrong-person')).toEqual([refused]);
    expect(refuse('first', 'withdrawn')).toEqual([{ type: 'ErasureRefused', data: { reason: 'withdrawn' } }]);
    expect(refuse('first', 'wrong-person')).toMatchObject({ rejection: 'own-request' });
    expect(refuse('second', 'withdrawn')).toMatchObject({ rejection: 'not-your-request' });
    expect(refuse('second', 'wrong-person', after(requested, refused))).toMatchObject({ rejection: 'no-erasure-requested' });
  });

  test('has the codes that the API takes', () => {
    expect([erasureGroundNames, holdGroundNames, erasureRefusalNames]).toEqual([erasureGrounds, holdGrounds, erasureRefusals]);
  });
}); // prettier-ignore
