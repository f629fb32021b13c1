import { monthsOfPeriod, type OnRing, type SamplingRule, type Stratum, type WorkDone } from '@ledgerline/domain';
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
  /** In order; of those of a week's months some may have nothing in it. */
  agents(stratum: Stratum): AsyncIterable<string>;
  of(agent: string, stratum: Stratum): WorkOfAgent;
}

export interface Frame {
  readonly period: { readonly kind: SamplingRule['period']; readonly name: string };
  /** RFC 3339, UTC: what the log learnt later is left out, so that a draw can be repeated. */
  readonly knownAt: string;
}

/** A period's work in the frame: each question is a look at its index, month by month, whatever else there is. */
export function populationIn(
  collection: Pick<Collection<FramedTicket>, 'count' | 'findRows'>,
  { period, knownAt }: Frame,
): Population {
  const months = monthsOfPeriod(period.name);
  const ofMonths = <Found>(look: (month: Query['where']) => Promise<Found>) =>
    Promise.all(months.map((month) => look({ month })));
  return {
    async *agents({ work }) {
      for (let last = ''; ;) {
        const after = { from: `${last}\u0000` };
        const pages = await ofMonths((month) =>
          collection.findRows({ where: { work, ...month, agent: after }, sort: ['agent'], limit: 1 }),
        );
        const [next] = pages.flatMap(({ items }) => items.map(({ row }) => String(row['agent']))).toSorted();
        if (next === undefined) return;
        yield next;
        last = next;
      }
    },
    of(agent, { work, when }) {
      const where = { work, agent, ...when, [period.kind]: period.name, knownAt: { before: knownAt } };
      return {
        count: async () =>
          (await ofMonths((month) => collection.count({ where: { ...where, ...month } }))).reduce((sum, one) => sum + one, 0),
        from: async (lot, limit) => {
          const pages = await ofMonths((month) =>
            collection.findRows({ where: { ...where, ...month, lot: { from: lot } }, sort: ['lot'], limit }),
          );
          const pieces = pages.flatMap(({ items }) => items.map(({ id, row }) => pieceIn(id, row)));
          return pieces.toSorted((a, b) => a.lot - b.lot).slice(0, limit);
        },
      };
    },
  };
}

function pieceIn(ticket: string, row: Row): FramedPiece {
  const { lot, piece, work, agent, at, month, confidential } = row as unknown as FramedPiece;
  return { ticket, lot, piece, work, agent, at, month, confidential };
}
