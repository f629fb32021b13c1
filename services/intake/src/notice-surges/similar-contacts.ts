import type { Position } from '@ledgerline/kernel';

/** A new ticket as it is counted. `since`: the log's position before it. Times are milliseconds since the epoch. */
export interface CountedTicket {
  readonly id: string;
  readonly item: string;
  readonly district?: string;
  readonly at: number;
  readonly since: Position;
}

/** The policy's `limits.similar`. */
export interface SimilarLimit {
  readonly count: number;
  readonly within: number;
}

interface Burst {
  readonly first: CountedTicket;
  readonly noticedAt: number;
}
interface Alike {
  /** The latest, at most as many as are counted. */
  readonly tickets: readonly CountedTicket[];
  readonly burst?: Burst;
}

/** A burst that goes on is noticed again after a day: what a restart has to read again is bounded by it. */
const longest = 86_400_000;

/**
 * Counts new tickets on one item and area within a time (R1.6). It is a fold over the tickets in the log's order: read again
 * from `neededSince`, it comes to the same state and says the same. It keeps what came in within the time, and nothing older
 * but the beginning of bursts that still go on.
 */
export class SimilarContacts {
  private readonly alike = new Map<string, Alike>();
  private kept: CountedTicket[] = [];

  /** @returns the counted tickets where a burst begins with this one */
  take(ticket: CountedTicket, { count, within }: SimilarLimit, now = ticket.at): readonly CountedTicket[] | undefined {
    this.forget(now - within);
    if (ticket.at <= now - within) return undefined;
    this.kept.push(ticket);
    const key = keyOf(ticket);
    const before = this.alike.get(key);
    const tickets = [...(before?.tickets ?? []), ticket].filter(({ at }) => at > now - within).slice(-count);
    const isBurst = tickets.length >= count;
    const goesOn = isBurst && before?.burst !== undefined && now - before.burst.noticedAt < longest;
    const begins = isBurst && !goesOn;
    const burst = begins ? { first: tickets[0] as CountedTicket, noticedAt: now } : goesOn ? before.burst : undefined;
    this.alike.delete(key);
    this.alike.set(key, { tickets, ...(burst === undefined ? {} : { burst }) });
    return begins ? tickets : undefined;
  }

  /** From where the log has to be read to come to this state; undefined: from wherever one is. */
  get neededSince(): Position | undefined {
    return this.kept[0]?.since;
  }

  /** How much it keeps in memory, for whoever watches it. */
  get size(): number {
    return this.kept.length + this.alike.size;
  }

  private forget(before: number): void {
    for (const [key, { tickets }] of this.alike) {
      if ((tickets.at(-1)?.at ?? 0) > before) break;
      this.alike.delete(key);
    }
    let gone = 0;
    for (const ticket of this.kept) {
      const first = this.alike.get(keyOf(ticket))?.burst?.first.at;
      if (ticket.at > before || (first !== undefined && ticket.at >= first)) break;
      gone += 1;
    }
    if (gone > 0) this.kept = this.kept.slice(gone);
  }
}

function keyOf({ item, district = '' }: CountedTicket): string {
  return `${item} ${district}`;
}
