import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { booksIn, PortionInMaking } from './portion.js';

const books = fc.array(fc.tuple(fc.nat(), fc.uint8Array({ maxLength: 400 })), { maxLength: 40 });

test('a portion gives back each ticket with its book, however long they are', () => {
  fc.assert(
    fc.property(books, fc.nat(3), (given, factor) => {
      const repeated = given.map(
        ([ticket, book]) => [ticket, Buffer.concat(Array.from({ length: 30 * factor }, () => book))] as const,
      );
      const making = new PortionInMaking(64);
      for (const [ticket, book] of repeated) making.add(ticket, book);
      expect(making.length).toBe(given.length);
      const back = [...booksIn(making.portion)].map(([ticket, book]) => [ticket, Buffer.from(book).toString('hex')]);
      expect(back).toEqual(repeated.map(([ticket, book]) => [ticket, book.toString('hex')]));
    }),
  );
});
