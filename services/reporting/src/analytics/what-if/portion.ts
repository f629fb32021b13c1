/** Books of some tickets in one piece: it goes over to another thread without being copied, and leaves nothing behind here. */
export interface Portion {
  readonly tickets: Int32Array<ArrayBuffer>;
  /** Where the book of each ticket ends in `books`. */
  readonly ends: Uint32Array<ArrayBuffer>;
  readonly books: Uint8Array<ArrayBuffer>;
}

/** Bytes for the books of a portion at first: so much 2,048 tickets have. */
const firstRoom = 1 << 20;

/** Puts a portion together. */
export class PortionInMaking {
  private readonly tickets: number[] = [];
  private readonly ends: number[] = [];
  private books: Uint8Array<ArrayBuffer>;

  constructor(room = firstRoom) {
    this.books = new Uint8Array(room);
  }

  get length(): number {
    return this.tickets.length;
  }

  add(ticket: number, book: Uint8Array): void {
    const from = this.ends.at(-1) ?? 0;
    const end = from + book.length;
    if (end > this.books.length) this.grow(end);
    this.books.set(book, from);
    this.tickets.push(ticket);
    this.ends.push(end);
  }

  get portion(): Portion {
    return { tickets: Int32Array.from(this.tickets), ends: Uint32Array.from(this.ends), books: this.books };
  }

  private grow(needed: number): void {
    const larger = new Uint8Array(Math.max(2 * this.books.length, needed));
    larger.set(this.books);
    this.books = larger;
  }
}

export function* booksIn({ tickets, ends, books }: Portion): Generator<readonly [ticket: number, book: Uint8Array]> {
  let from = 0;
  for (const [place, ticket] of tickets.entries()) {
    const end = ends[place] as number;
    yield [ticket, books.subarray(from, end)];
    from = end;
  }
}
