import { describe, expect, test } from '@jest/globals';
import { contactCalls, parseBody, RegisterTicket, ticketCalls, type BodyFault } from '@ledgerline/contracts';
import { wordsIn } from '../words/use-words.ts';
import { fieldFaults } from './field-faults.ts';

type BodyClass = new () => object;

const words = { zh: wordsIn('zh'), en: wordsIn('en') };

function faultsOf(type: BodyClass, body: unknown): readonly BodyFault[] {
  const parsed = parseBody(type, body);
  return 'faults' in parsed ? parsed.faults : [];
}

const bodies: readonly (readonly [string, BodyClass])[] = [
  ['register', RegisterTicket],
  ...Object.entries(ticketCalls).map(([name, { body }]) => [name, body] as const),
  ...Object.entries(contactCalls),
];

describe('what the server says is wrong with a body', () => {
  test('stands at its field, nested ones too, in the reader’s language', () => {
    const body = {
      channel: 'phone',
      kind: 'complaint',
      level: 'general',
      item: 'Fault!',
      subject: ' ',
      description: 'x',
      caller: { email: 'nobody' },
    };
    const errors = faultsOf(RegisterTicket, body);
    const faults = fieldFaults({ code: 'invalid-body', errors }, words.zh);
    expect(faults).toContainEqual({ name: ['caller', 'email'], errors: ['不是有效的邮箱地址'] });
    expect(faults).toContainEqual({ name: ['subject'], errors: ['请填写'] });
    expect(faults).toContainEqual({ name: ['item'], errors: ['格式不正确'] });
    expect(fieldFaults({ code: 'invalid-body', errors }, words.en)).toContainEqual({
      name: ['caller', 'email'],
      errors: ['Not an e-mail address'],
    });
  });

  test('an item of a list is told at the list', () => {
    const errors = faultsOf(RegisterTicket, { attachments: ['no id!', 'nor this!'] });
    expect(fieldFaults({ code: 'invalid-body', errors }, words.en)).toContainEqual({
      name: ['attachments'],
      errors: ['Not in the right form'],
    });
  });

  test.each(bodies)('has words for whatever can be wrong with %s', (_name, type) => {
    const members = Object.keys(new (class extends type {})());
    const known = new Set([...members, ...faultsOf(type, {}).map(({ pointer }) => pointer.slice(1))]);
    const wrong = [7, '', ' ', 'x'.repeat(30_000), [], ['!', '!'], {}, true, 'not-a-date'];
    const details = [{}, ...wrong.map((value) => Object.fromEntries([...known].map((name) => [name, value])))]
      .flatMap((body) => faultsOf(type, body))
      .map(({ detail }) => detail);
    expect([...new Set(details)].filter((detail) => words.zh.fault(detail).includes(detail))).toEqual([]);
  });

  test('a refusal by the rules that is about one field stands there', () => {
    expect(fieldFaults({ code: 'not-later-than-the-deadline', errors: [] }, words.zh)).toEqual([
      { name: ['by'], errors: ['须晚于现有时限'] },
    ]);
    expect(fieldFaults({ code: 'unknown-ticket', errors: [] }, words.en).map(({ name }) => name)).toEqual([
      ['of'],
      ['event'],
      ['ticket'],
      ['tickets'],
    ]);
    expect(fieldFaults({ code: 'ticket-not-open', errors: [] }, words.en)).toEqual([]);
  });
});
