import { describe, expect, test } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import fc from 'fast-check';
import { keepsTheRules } from './body-rules.js';
import {
  ChangeDepartment,
  ComputeDeadline,
  DescribeProfile,
  LinkIdentity,
  parseBody,
  RegisterTicket,
  ticketCalls,
} from './index.js';

type BodyClass = new () => object;

/** What class-validator itself says of a body. */
function isValid(type: BodyClass, body: object): boolean {
  const instance = plainToInstance(type, body, { exposeUnsetFields: false });
  return validateSync(instance, { whitelist: true, forbidNonWhitelisted: true }).length === 0;
}

const good: Readonly<Record<string, unknown>> = {
  from: 'caller', channel: 'phone', text: 'x', reason: 'because', lead: 'quality', department: 'quality', handler: 'li.min',
  result: 'r', reply: 'y', publishable: true, code: 'resolved', kind: 'complaint', level: 'general', item: 'fault',
  subject: 's', description: 'd', caller: { name: '王', email: 'a@example.org' }, about: { department: 'quality' },
  location: { latitude: 31.2, district: 'pudong' }, attachments: ['a1', 'b2'], coHandling: ['after-sales'], articles: ['kb-1'],
  occurredAt: '2026-03-02T09:00:00+08:00', confidential: false, note: 'n', callId: 'c-1', purpose: 'reply', service: 4, timeliness: 3,
  of: 'p0-0123456789', event: '20260302-ABCDEFGH-1',
}; // prettier-ignore
const odd = fc.oneof(
  fc.constantFrom('', ' ', 'caller', 'phone', '\u0000', '\ud800', 'x'.repeat(20_001), 'UPPER', 'a-b', null, true, 7, Number.NaN),
  fc.constantFrom([], ['a', 'a'], [7], ['a1'], {}, { name: '' }, { nobody: 1 }, { caller: {} }, [[]]),
  fc.jsonValue({ maxDepth: 1 }),
);

describe('the rules of a body', () => {
  const bodies: readonly BodyClass[] = [RegisterTicket, ...Object.values(ticketCalls).map(({ body }) => body)];
  test.each(bodies.map((type) => [type.name, type] as const))('of %s are those of class-validator', (_name, type) => {
    const names = Object.keys(good);
    const changes = fc.dictionary(fc.constantFrom(...names, 'stranger'), fc.option(odd, { nil: undefined }), { maxKeys: 4 });
    const own = names.filter((name) => name in good && hasProperty(type, name));
    fc.assert(
      fc.property(fc.subarray(own, { minLength: Math.max(0, own.length - 2) }), changes, (present, changed) => {
        const body = { ...Object.fromEntries(present.map((name) => [name, good[name]])), ...changed };
        const json = JSON.parse(JSON.stringify(body)) as object;
        const hasRules = own.length > 0;
        if (hasRules) expect(keepsTheRules(type, json)).toBe(isValid(type, json));
        expect('faults' in parseBody(type, json)).toBe(hasRules ? !isValid(type, json) : Object.keys(json).length > 0);
      }),
      { numRuns: 200 },
    );
  });
});

describe('an optional member that is null', () => {
  const registration = { channel: 'phone', kind: 'complaint', level: 'general', item: 'fault', subject: 's', description: 'd' };
  const calendar = { timeZone: 'UTC', week: { mon: null } };
  test.each([
    [ticketCalls['answer']?.body, { text: 't', articles: null }, { text: 't' }],
    [LinkIdentity, { subject: 's', issuer: null, reason: 'r' }, { subject: 's', reason: 'r' }],
    [
      RegisterTicket,
      { ...registration, location: null, caller: { name: '王', phone: null } },
      { ...registration, caller: { name: '王' } },
    ],
    [ComputeDeadline, { calendar, start: '2026-03-02T09:00:00Z', work: null }, { calendar, start: '2026-03-02T09:00:00Z' }],
  ])('is one that is not there', (type, raw, body) => {
    expect(parseBody<object>(type as BodyClass, raw)).toStrictEqual({ body });
  });

  test.each([
    [DescribeProfile, { name: null, language: null }],
    [ChangeDepartment, { manager: null, reason: 'r' }],
  ])('stays where it takes something away', (type, raw) => {
    expect(parseBody<object>(type, raw)).toStrictEqual({ body: raw });
  });

  test('that is required is a fault', () => {
    expect(parseBody(LinkIdentity, { subject: null, reason: 'r' })).toHaveProperty('faults.0.pointer', '/subject');
  });
});

test('a body that is nested without end is a fault, and nobody walks to the end of it', () => {
  const nested = (levels: number) => JSON.parse(`${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`) as unknown;
  expect(parseBody(RegisterTicket, nested(20_000))).toEqual({ faults: [{ pointer: '', detail: 'is nested too deeply' }] });
  expect(parseBody(RegisterTicket, nested(2))).toHaveProperty('faults.0.pointer', '/a');
});

/** By what class-validator says of a body with that member alone. */
function hasProperty(type: BodyClass, name: string): boolean {
  const errors = validateSync(plainToInstance(type, { [name]: good[name] }), { whitelist: true, forbidNonWhitelisted: true });
  return !errors.some(({ property, constraints }) => property === name && 'whitelistValidation' in (constraints ?? {}));
}
