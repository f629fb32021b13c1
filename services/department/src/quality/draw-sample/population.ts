import type { OnRing, SamplingRule, Stratum, WorkDone } from '@ledgerline/domain';
import type { Collection, Query, Row } from '@ledgerline/kernel';
import type { FramedTicket } from '../work-frame/work-frame.projection.js';

/** A piece of work as it stands in the frame. */
export interface FramedPiece extends OnRing, Pick<WorkDone, 'work' | 'piece' | 'agent' | 'at' | 'month'> {
  readonly ticket: string;
  readonly confidential: boolean;
}

/** What can be drawn of one agent in one stratum. */
export interface WorkOfAgent {
  count(): Promise<number>;
  /** So many from a lot on, in the order of their lots. */
  from(lot: number, limit: number): Promise<readonly FramedPiece[]>;
}

/** What can be drawn from. */
export interface Population {
  agents(stratum: Stratum): AsyncIterable<string>;
  of(agent: string, stratum: Stratum): WorkOfAgent;
}

export interface Frame {
  readonly period: { readonly kind: SamplingRule['period']; readonly name: string };
  /** RFC 3339, UTC: what the log learnt later is left out, so that a draw can be repeated. */
  readonly knownAt: string;
}

/** A period's work in the frame: each question is a look at an index, whatever else there is. */
export function populationIn(
  collection: Pick<Collection<FramedTicket>, 'count' | 'findRows'>,
  { period, knownAt }: Frame,
): Population {
  const inPeriod = ({ work }: Stratum): Query['where'] => ({ work, [period.kind]: period.name });
  return {
    async *agents(stratum) {
      for (let last = ''; ;) {
        const where = { ...inPeriod(stratum), agent: { from: `${last}\u0000` } };
        const { items } = await collection.findRows({ where, sort: ['agent'], limit: 1 });
        const next = items[0]?.row['agent'];
        if (typeof next !== 'string') return;
        yield next;
        last = next;
      }
    },
    of(agent, stratum) {
      const where = { ...inPeriod(stratum), agent, ...stratum.when, knownAt: { before: knownAt } };
      return {
        count: () => collection.count({ where }),
        from: async (lot, limit) => {
          const page = await collection.findRows({ where: { ...where, lot: { from: lot } }, sort: ['lot'], limit });
          return page.items.map(({ id, row }) => pieceIn(id, row));
        },
      };
    },
  };
}

function pieceIn(ticket: string, row: Row): FramedPiece {
  const { lot, piece, work, agent, at, month, confidential } = row as unknown as FramedPiece;
  return { ticket, lot, piece, work, agent, at, month, confidential };
}
