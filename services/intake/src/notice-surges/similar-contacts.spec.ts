import { describe, expect, test } from '@jest/globals';
import type { Position } from '@ledgerline/kernel';
import fc from 'fast-check';
import { SimilarContacts, type CountedTicket } from './similar-contacts.js';

const minute = 60_000;
const limit = { count: 3, within: 60 * minute };
const ticket = (place: number, at: number, item = 'fault', district?: string): CountedTicket => ({
  id: `t${place}`, item, at: at * minute, since: `main.e.${place}` as Position, ...(district === undefined ? {} : { district }),
}); // prettier-ignore
const noticed = (tickets: readonly CountedTicket[], contacts = new SimilarContacts()) =>
  tickets.flatMap(
    (one) =>
      contacts
        .take(one, limit)
        ?.map(({ id }) => id)
        .join('+') ?? [],
  );
const at = (...times: readonly number[]) => times.map((time, place) => ticket(place, time));

describe('many contacts on one thing', () => {
  test.each<[string, readonly CountedTicket[], readonly string[]]>([
    ['are noticed when so many came within the time', at(0, 10, 20), ['t0+t1+t2']],
    ['are noticed once a burst', at(0, 10, 20, 30, 40, 50, 60, 70), ['t0+t1+t2']],
    ['are noticed again after it was over', at(0, 10, 20, 200, 210, 220), ['t0+t1+t2', 't3+t4+t5']],
    ['are not noticed when they came slowly', at(0, 30, 60, 90, 120), []],
    ['count from after the time exactly', at(0, 30, 60), []],
    ['are counted by item', [ticket(0, 0), ticket(1, 1, 'invoice'), ticket(2, 2)], []],
    [
      'are counted by area',
      [ticket(0, 0, 'fault', 'pudong'), ticket(1, 1, 'fault', 'minhang'), ticket(2, 2, 'fault', 'pudong')],
      [],
    ],
  ])('%s', (_, tickets, expected) => expect(noticed(tickets)).toEqual(expected));

  test('that go on for days are noticed once a day', () => {
    const all = Array.from({ length: 3 * 144 }, (_, place) => ticket(place, place * 10));
    expect(noticed(all)).toHaveLength(3);
  });
});

test('read again from where it says, it comes to the same state and says the same', () => {
  const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.constantFrom('a', 'b'), fc.constantFrom('x', 'y')), {
    minLength: 1,
    maxLength: 120,
  });
  fc.assert(
    fc.property(steps, fc.nat(), (gaps, cut) => {
      let time = 0;
      const all = gaps.map(([gap, item, district], place) => ticket(place, (time += gap), item, district));
      const whole = new SimilarContacts();
      const stop = cut % all.length;
      noticed(all.slice(0, stop), whole);
      const from = whole.neededSince === undefined ? stop : all.findIndex(({ since }) => since === whole.neededSince);
      const again = new SimilarContacts();
      noticed(all.slice(from, stop), again);
      expect(again.size).toBeLessThanOrEqual(whole.size);
      expect(noticed(all.slice(stop), again)).toEqual(noticed(all.slice(stop), whole));
    }),
    { numRuns: 2_000 },
  );
});

test("a day of a city's hotline leaves an hour of it in memory", () => {
  const contacts = new SimilarContacts();
  const [aDay, items, districts] = [66_000, 40, 16];
  for (let place = 0; place < aDay; place += 1) {
    const one = {
      id: `t${place}`,
      item: `i${place % items}`,
      district: `d${(place * 7) % districts}`,
      since: `p${place}` as Position,
    };
    contacts.take({ ...one, at: Math.trunc((place * 86_400_000) / aDay) }, { count: 100, within: 3_600_000 });
  }
  expect(contacts.size).toBeLessThan(aDay / 24 + items * districts + 100);
});
