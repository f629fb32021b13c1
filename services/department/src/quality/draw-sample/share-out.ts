import { lotOf, seesConfidential } from '@ledgerline/domain';
import type { FramedPiece } from './population.js';

/** Somebody who scores. */
export interface Inspector {
  readonly id: string;
  readonly roles: readonly string[];
}

/**
 * Who looks at what: to each piece whoever has the least to do of those who may have it, and of these the lot decides. Nobody gets their own work, nor
 * what they may not see; where nobody may have it, it is for a coordinator to say.
 */
export function sharedOut(
  pieces: readonly FramedPiece[],
  inspectors: readonly Inspector[],
  seed: string,
): readonly (string | undefined)[] {
  const load = new Map(inspectors.map(({ id }) => [id, 0]));
  return pieces.map((piece) => {
    const may = inspectors.filter((one) => mayInspect(one, piece)).map(({ id }) => id);
    const order = (id: string) => lotOf(`${seed} ${piece.ticket} ${piece.piece} ${id}`);
    const [chosen] = may.toSorted((a, b) => (load.get(a) ?? 0) - (load.get(b) ?? 0) || order(a) - order(b));
    if (chosen !== undefined) load.set(chosen, (load.get(chosen) ?? 0) + 1);
    return chosen;
  });
}

export function mayInspect(
  { id, roles }: Inspector,
  { agent, confidential }: Pick<FramedPiece, 'agent' | 'confidential'>,
): boolean {
  return id !== agent && (!confidential || seesConfidential(roles));
}
