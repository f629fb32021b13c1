import { describe, expect, test } from '@jest/globals';
import { leaksIn } from './leaks.js';
import { marker, phoneOf } from './markers.js';
import { askerNamed } from './people.js';
import { get, type Probe, type World } from './probe.js';
import { ticketNames } from './who-sees.js';

const tickets = ticketNames.map((name, place) => ({
  name,
  id: `p0-${String(place).padStart(26, 'k')}`,
  number: `20260102-ABCD${String(place).padStart(4, '0')}-X`,
  secret: `secret-of-${name}`,
  contact: `contact-of-${name}`,
  customer: `customer-of-${name}`,
  attachment: `attachment-of-${name}`,
  versions: 1,
}));
const world = { tickets } as unknown as World;
const ticketOf = (name: string) => tickets.find((ticket) => ticket.name === name) as (typeof tickets)[number];

function leaks(who: string, text: string, more: Partial<Probe> = {}, headers: Record<string, string> = {}): readonly string[] {
  return leaksIn({ status: 200, headers, text }, askerNamed(who), world, { ask: get('/anything'), ...more });
}

describe('the matrix finds', () => {
  test.each([
    ['a word of a ticket that does not show', 'agent', marker('secret', 'subject')],
    ['its id, in a problem too', 'agent', JSON.stringify({ code: 'x', ticket: ticketOf('secret').id })],
    ['its number without hyphens', 'agent', ticketOf('secret').number.replaceAll('-', '')],
    ['its secret', 'logistics-handler', ticketOf('plain').secret],
    ['its attachment', 'logistics-handler', ticketOf('plain').attachment],
    ['a phone that is masked for them', 'quality-handler', phoneOf(0)],
    ['the same written otherwise', 'quality-handler', phoneOf(0).replace(/^(...)(....)/, '$1 $2-')],
    ['who reported wrongdoing', 'quality-handler', marker('report', 'callername')],
    ['a file name in percent signs', 'quality-handler', encodeURIComponent(marker('report', 'filename')).replace('zq', '%7A%71')],
    ['anything at all, told to nobody', 'nobody', marker('plain', 'subject')],
    ['another ticket than a caller’s own', 'caller', marker('fresh', 'subject')],
  ])('%s', (_, who, text) => expect(leaks(who, text)).not.toEqual([]));

  test('what stands in a header', () =>
    expect(leaks('agent', '', {}, { 'content-disposition': `filename=${marker('secret', 'filename')}` })).not.toEqual([]));

  test('what shows, where it does not belong', () =>
    expect(leaks('auditor', marker('secret', 'subject'), { without: () => true })).not.toEqual([]));
});

describe('the matrix lets be', () => {
  test.each([
    ['what shows', 'quality-handler', `${marker('secret', 'subject')} ${ticketOf('secret').number}`],
    ['a masked phone', 'quality-handler', '139****1000'],
    [
      'all of it to an auditor',
      'auditor',
      tickets.map(({ name, id }, place) => `${id} ${marker(name, 'subject')} ${phoneOf(place)}`).join(),
    ],
    ['a caller’s own', 'caller', marker('plain', 'reply')],
  ])('%s', (_, who, text) => expect(leaks(who, text)).toEqual([]));

  test('what was asked for in the same words', () => {
    const { id } = ticketOf('secret');
    expect(leaks('agent', `no ticket ${id}`, { ask: get(`/tickets/${id}`) })).toEqual([]);
  });
});
