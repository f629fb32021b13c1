import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { rightsPassedOn, standsInFor, substitutionId, substitutionInForce, substitutionOfId, substitutionWithin, withSubstitution } from './substitution.js'; // prettier-ignore

const rights = { roles: ['coordinator', 'administrator', 'auditor'], departments: ['quality'], unrestricted: false };
const day = (number: number) => `2026-03-${String(number).padStart(2, '0')}T00:00:00.000Z`;
const one = { substitution: 's', substitute: 'b', from: day(2), until: day(9) };
const absent = { ...rights, substitutions: [one] };

test('administering and auditing are nobody else’s', () => {
  expect(rightsPassedOn(rights)).toEqual({ roles: ['coordinator'], departments: ['quality'] });
  const { roles, departments } = rightsPassedOn({ roles: [], departments: [], unrestricted: true });
  expect(departments).toEqual(['*']);
  expect(roles).toContain('leader');
  expect(roles.filter((role) => role === 'administrator' || role === 'auditor')).toEqual([]);
});

describe('a substitution', () => {
  test('begins and ends by itself, to the moment', () => {
    expect([day(1), day(2), '2026-03-08T23:59:59.999Z', day(9)].map((at) => standsInFor(absent, 'b', at))).toEqual([
      false, true, true, false,
    ]); // prettier-ignore
    expect(standsInFor(absent, 'c', day(3))).toBe(false);
  });

  test('is over while the absent person’s account is locked', () => {
    expect(substitutionInForce({ ...absent, deactivated: true }, day(3))).toBeUndefined();
  });

  test('of several that never meet there is one at most at any time, whoever is asked', () => {
    const time = fc.integer({ min: 1, max: 28 });
    fc.assert(
      fc.property(fc.array(fc.tuple(time, time), { maxLength: 20 }), time, (times, at) => {
        const all = times.reduce<readonly (typeof one)[]>((before, [from, until], place) => {
          const next = { ...one, substitution: `s${place}`, from: day(from), until: day(until) };
          if (from >= until || substitutionWithin({ substitutions: before }, next)) return before;
          return withSubstitution({ substitutions: before }, next, day(1));
        }, []);
        const inForce = all.filter(({ from, until }) => from <= day(at) && day(at) < until);
        expect(inForce.length).toBeLessThanOrEqual(1);
        expect(substitutionInForce({ ...rights, substitutions: all }, day(at))).toEqual(inForce[0]);
      }),
    );
  });

  test('has an id that names account and command', () => {
    const account = '0123456789abcdefghjkmnpqrs';
    expect(substitutionOfId(substitutionId(account, 'abc-1'))).toEqual({ account, substitution: 'abc-1' });
    for (const id of ['', 'x-1', account, `${account}-`, `${account}-A`, `${account}.1`])
      expect(substitutionOfId(id)).toBeUndefined();
  });
});
