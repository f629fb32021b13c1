import type { ComparedKey } from './compared-key.js';

/** Clocks that would have come out otherwise, of one portion: eight bytes each, since there can be millions. */
export interface DifferingPortion {
  /** Of each clock its ticket; the clocks of a ticket stand together. */
  readonly tickets: Int32Array<ArrayBuffer>;
  /** Of each clock the place of what it is among `keys`. */
  readonly places: Uint32Array<ArrayBuffer>;
  readonly keys: readonly ComparedKey[];
}

/** Puts a portion together. */
export class DifferingList {
  private readonly tickets: number[] = [];
  private readonly places: number[] = [];
  private readonly keys = new Map<ComparedKey, number>();

  add(ticket: number, key: ComparedKey): void {
    const place = this.keys.get(key) ?? this.keys.size;
    this.keys.set(key, place);
    this.tickets.push(ticket);
    this.places.push(place);
  }

  get portion(): DifferingPortion {
    return { tickets: Int32Array.from(this.tickets), places: Uint32Array.from(this.places), keys: [...this.keys.keys()] };
  }
}

/** All of a comparison, whichever thread compared them when. */
export class DifferingClocks {
  private readonly portions: readonly DifferingPortion[];
  readonly length: number;
  /** Tickets of which some clock differs. */
  readonly tickets: number;

  constructor(portions: readonly DifferingPortion[]) {
    const some = portions.filter(({ tickets }) => tickets.length > 0);
    this.portions = some.toSorted((a, b) => (a.tickets[0] as number) - (b.tickets[0] as number));
    this.length = some.reduce((sum, { tickets }) => sum + tickets.length, 0);
    this.tickets = some.reduce((sum, { tickets }) => sum + new Set(tickets).size, 0);
  }

  /** The first tickets after one, by number, each with what differs of it; and whether there are more. */
  page(wanted: (key: ComparedKey) => boolean, { after, limit }: { readonly after: number; readonly limit: number }) {
    const found = new Map<number, ComparedKey[]>();
    for (const { tickets, places, keys } of this.portions) {
      const fits = keys.map(wanted);
      if (!fits.includes(true)) continue;
      for (const [at, ticket] of tickets.entries()) {
        const place = places[at] as number;
        if (ticket <= after || fits[place] !== true) continue;
        const of = found.get(ticket);
        if (of === undefined) found.set(ticket, [keys[place] as ComparedKey]);
        else of.push(keys[place] as ComparedKey);
      }
    }
    const all = [...found].toSorted(([a], [b]) => a - b);
    return { items: all.slice(0, limit), hasMore: all.length > limit };
  }
}
