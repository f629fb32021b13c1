import { describe, expect, test } from '@jest/globals';
import { erased } from '@ledgerline/kernel';
import { recorded } from '@ledgerline/kernel/contracts';
import fc from 'fast-check';
import { ticketFold } from '../ticket/evolve-ticket.js';
import { ticketEventDefinitions, type TicketEvent } from '../ticket/ticket-events.js';
import type { Ticket } from '../ticket/ticket.js';
import { maskedPhone } from './identity-words.js';
import { veiledEvent, veiledTicket } from './veil.js';

const caller = { name: '王丽', phone: '138 0013 8000', email: 'Wang.Li@example.org' };
const words = '我是王丽，电话13800138000（138-0013-8000），邮箱 wang.li@example.org。';
const registration = {
  contact: 'c1', person: 'p', number: '20260302-1', kind: 'report-wrongdoing', level: 'general', confidential: false, parent: false,
  attachments: [], caller, subject: words, description: words, location: { address: '人民路1号' },
}; // prettier-ignore
const history = [
  { type: 'TicketRegistered', data: registration },
  { type: 'ResultSubmitted', data: { person: 'p', department: 'quality', result: words, reply: words, publishable: true } },
] as unknown as readonly TicketEvent[];
const ticket = recorded(history).reduce(ticketFold.evolve, undefined) as Ticket;
const traces = /王丽|wang\.li|138.?0013.?8000|人民路|c1/iu;

test.each([
  ['138 0013 8000', '138****8000'],
  ['+86 138-0013-8000', '138****8000'],
  ['008613800138000', '138****8000'],
  ['010-6552 9988', '010****9988'],
  ['12345', '****45'],
])('%s is shown as %s', (phone, shown) => expect(maskedPhone(phone)).toBe(shown));

describe('hidden', () => {
  test('nothing of the caller is left of a ticket', () => {
    const shown = veiledTicket(ticket, 'hidden');
    expect(shown.caller).toEqual({});
    expect(JSON.stringify(shown)).not.toMatch(traces);
    expect(shown.subject).toBe('我是***，电话***（***），邮箱 ***。');
  });

  test('nor of any event, in whatever text', () => {
    for (const { type, personal = [] } of ticketEventDefinitions) {
      const data = {
        person: 'p',
        contact: 'c1',
        ...Object.fromEntries(personal.map((name) => [name, name === 'caller' ? caller : { deep: [words] }])),
      };
      const [event] = recorded([{ type, data } as unknown as TicketEvent]);
      expect(JSON.stringify(veiledEvent(event as never, 'hidden', caller).data)).not.toMatch(traces);
    }
  });
});

test('masked, the phone alone is covered, wherever it is written and however', () => {
  const shown = veiledTicket(ticket, 'masked');
  expect(shown.caller).toEqual({ ...caller, phone: '138****8000' });
  expect(shown.description).toBe('我是王丽，电话138****8000（138****8000），邮箱 wang.li@example.org。');
  expect(shown.result?.reply).toBe(shown.description);
  expect(shown.location).toEqual(ticket.location);
});

test('plain is plain, and what is erased stays erased', () => {
  expect(veiledTicket(ticket, 'plain')).toBe(ticket);
  const gone = { ...ticket, caller: erased, subject: erased } as unknown as Ticket;
  expect(veiledTicket(gone, 'hidden')).toMatchObject({ caller: erased, subject: erased });
});

test('any name and any text: no occurrence is left, and the rest stays', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 20 });
  fc.assert(
    fc.property(
      text.filter((name) => name.trim().length > 1 && !name.includes('*')),
      text,
      text,
      (name, before, behind) => {
        const of = { ...ticket, caller: { name }, description: `${before}${name.trim()}${behind}` } as Ticket;
        const { description } = veiledTicket(of, 'hidden') as { readonly description: string };
        expect(description).toContain('***');
        expect(description).not.toContain(name.trim());
      },
    ),
  );
});

test('the id of the key that seals what is personal is told to nobody, who sees everything either', () => {
  const [event] = recorded(history);
  for (const identity of ['plain', 'masked', 'hidden'] as const)
    expect(veiledEvent(event as never, identity, caller).data).not.toHaveProperty('person');
});
