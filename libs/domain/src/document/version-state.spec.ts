import { describe, expect, test } from '@jest/globals';
import { documentFold, inForce, type DocumentEvent, type GovernedDocument } from './governed-document.js';
import { placeOf, predecessorOf } from './version-state.js';

type Approval = readonly [draft: number, at: string, effectiveFrom: string];
const day = (date: string) => `2026-${date}T00:00:00.000Z`;
const now = (date: string) => Temporal.Instant.from(day(date)).epochMilliseconds;

/** Three drafts of January, approved as told. */
function documentWith(...approvals: readonly Approval[]): NonNullable<GovernedDocument> {
  const events: readonly (readonly [string, DocumentEvent])[] = [
    ...[1, 2, 3].map((draft) => ['01-01', drafted(draft)] as const),
    ...approvals.map(([draft, at, from]) => [at, approved(draft, from)] as const),
  ];
  const folded = events.reduce<GovernedDocument>((document, [at, event], place) => {
    const meta = { at: day(at), recordedAt: day(at), actor: { kind: 'person', id: 'somebody' }, site: 'main', correlation: 'c' };
    return documentFold.evolve(document, { id: `e.${place}`, version: place + 1, schema: 1, ...event, meta } as never);
  }, undefined);
  if (folded === undefined) throw new Error('nothing was drafted');
  return folded;
}

function drafted(draft: number): DocumentEvent {
  return { type: 'DocumentDrafted', data: { type: 'policy', code: 'company', draft, body: { draft } } };
}

function approved(draft: number, from: string): DocumentEvent {
  return { type: 'DocumentApproved', data: { draft, effectiveFrom: day(from), shipped: false, ownDraft: false } };
}

function states(document: NonNullable<GovernedDocument>, date: string) {
  return document.versions.map((version) => placeOf(document, version, now(date)).state);
}

describe('where versions stand', () => {
  test('an approved one waits, is in force, and is superseded by the one with the next date', () => {
    const document = documentWith([1, '01-02', '02-01'], [2, '01-03', '03-01']);
    expect(states(document, '01-10')).toEqual(['scheduled', 'scheduled', 'drafted']);
    expect(states(document, '02-10')).toEqual(['in-force', 'scheduled', 'drafted']);
    expect(states(document, '03-10')).toEqual(['superseded', 'in-force', 'drafted']);
    expect(placeOf(document, document.versions[0] as never, now('02-10'))).toEqual({ state: 'in-force', until: day('03-01') });
  });

  test('an older draft approved after a newer one is in force by its date, and the newer by its own', () => {
    const document = documentWith([2, '01-02', '03-01'], [1, '01-09', '02-01']);
    expect(inForce(document, day('02-15'))?.draft).toBe(1);
    expect(inForce(document, day('03-15'))?.draft).toBe(2);
    expect(states(document, '03-15')).toEqual(['superseded', 'in-force', 'drafted']);
  });

  test('a later date approved first is not put back by an earlier date approved later', () => {
    const document = documentWith([2, '01-02', '02-01'], [3, '02-20', '01-15']);
    expect(inForce(document, day('02-25'))?.draft).toBe(2);
    expect(placeOf(document, document.versions[2] as never, now('02-25'))).toEqual({
      state: 'superseded',
      until: day('02-01'),
      backdated: true,
    });
  });

  test('a backdated one judges what starts after its approval; what started before is judged as was known then', () => {
    const document = documentWith([1, '01-02', '01-02'], [2, '02-20', '02-01']);
    expect(inForce(document, day('02-10'), day('02-10'))?.draft).toBe(1);
    expect(inForce(document, day('02-10'), day('02-21'))?.draft).toBe(2);
    expect(inForce(document, day('02-21'), day('02-21'))?.draft).toBe(2);
  });

  test('a draft takes over from what is in force before its date', () => {
    const document = documentWith([1, '01-02', '01-02'], [2, '01-03', '03-01']);
    const [first, second, third] = document.versions;
    expect(predecessorOf(document, third as never, now('02-01'))).toBe(first);
    expect(predecessorOf(document, third as never, now('03-02'))).toBe(second);
    expect(predecessorOf(document, second as never, now('03-02'))).toBe(first);
    expect(predecessorOf(document, first as never, now('03-02'))).toBeUndefined();
  });

  test('every step stands on record with who and when', () => {
    expect(documentWith([1, '01-02', '02-01']).versions[0]?.steps).toEqual([
      { step: 'drafted', at: day('01-01'), by: 'somebody' },
      { step: 'approved', at: day('01-02'), by: 'somebody' },
    ]);
  });
});
