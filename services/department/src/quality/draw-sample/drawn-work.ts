import { drawLots, lotOf, wantedOf, type DrawnOfAgent, type SamplingRule } from '@ledgerline/domain';
import type { FramedPiece, Population, WorkOfAgent } from './population.js';

export interface DrawnWork {
  readonly drawn: readonly DrawnOfAgent[];
  /** Each once, however often it was drawn. */
  readonly pieces: readonly FramedPiece[];
}

/**
 * What a rule draws from a population with a seed: stratum by stratum, agent by agent. The same three give the same, for ever and for everybody.
 *
 * @param most pieces at most; undefined where there are more
 */
export async function drawnWork(
  { strata }: Pick<SamplingRule, 'strata'>,
  seed: string,
  { population, most }: { readonly population: Population; readonly most: number },
): Promise<DrawnWork | undefined> {
  const drawn: DrawnOfAgent[] = [];
  const pieces = new Map<string, FramedPiece>();
  for (const [place, stratum] of strata.entries())
    for await (const agent of population.agents(stratum)) {
      const work = population.of(agent, stratum);
      const count = await work.count();
      const found = await lotsOf(work, wantedOf(stratum, count), (n) => lotOf(`${seed} ${place} ${agent} ${n}`));
      if (found.length === 0) continue;
      drawn.push({ stratum: place, agent, population: count, pieces: found.map(({ ticket, piece }) => ({ ticket, piece })) });
      for (const one of found) pieces.set(`${one.ticket} ${one.piece}`, pieces.get(`${one.ticket} ${one.piece}`) ?? one);
      if (pieces.size > most) return undefined;
    }
  return { drawn, pieces: [...pieces.values()] };
}

function lotsOf(work: WorkOfAgent, wanted: number, throwOf: (n: number) => number): Promise<readonly FramedPiece[]> {
  return drawLots<FramedPiece>(wanted, throwOf, async (lot, known) => {
    const found = await work.from(lot, known.size + 1);
    return found.find((one) => !known.has(one.lot));
  });
}
