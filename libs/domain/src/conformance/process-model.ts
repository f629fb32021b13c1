import { beginning } from './process-place.js';
import { prescribedPlaces, prescribedSteps } from './prescribed-process.js';

/** What happens at a step: it fits; it fits once steps before it are made up for; or it fits nowhere from here. */
export type Move =
  | { readonly kind: 'fits'; readonly to: number }
  | { readonly kind: 'skips'; readonly steps: readonly string[]; readonly to: number }
  | { readonly kind: 'unexpected' };

/**
 * The steps that no ordinary ticket goes without, in their order: what is missing of them is a deviation with a name, and a source in the
 * requirements. Detours (urgent, under a parent event, returned) excuse a step only where they were taken.
 */
export const requiredSteps = {
  TicketRouted: { name: 'dispatch', source: 'R2.1' },
  PartAccepted: { name: 'acceptance', source: 'R4.2' },
  ResultSubmitted: { name: 'result', source: 'R4.3' },
  PartApproved: { name: 'approval', source: 'R4.3' },
  ResultAccepted: { name: 'check', source: 'R4.3' },
  ReplyGiven: { name: 'reply', source: 'R7.1' },
} as const satisfies Readonly<Record<string, { readonly name: string; readonly source: string }>>;

const required = Object.keys(requiredSteps);
type Leads = ReadonlyMap<number, readonly number[]>;

/** `0>1 0>2` by step: from which place it leads to which. */
const leads: ReadonlyMap<string, Leads> = new Map(
  Object.entries(prescribedSteps).map(([step, moves]) => {
    const pairs = moves.split(' ').map((move) => move.split('>').map(Number) as [number, number]);
    return [step, new Map([...Map.groupBy(pairs, ([from]) => from)].map(([from, found]) => [from, found.map(([, to]) => to)]))];
  }),
);

/** Steps that the process knows; others are no matter of it. */
export function isProcessStep(step: string): boolean {
  return leads.has(step);
}

/** The places that a ticket can be at, as far as its steps tell, by number: what was worked out once stays. */
const sets: (readonly number[])[] = [[prescribedPlaces.indexOf(beginning)]];
const numbers = new Map<string, number>([[String(sets[0]), 0]]);
const moves = new Map<string, Move>();
/** Of sets of places: the one before anything happened. */
export const outset = 0;

/** What a step means at a place. The same for the same question, and asked of the model once. */
export function moveAt(place: number, step: string): Move {
  const key = `${place} ${step}`;
  const known = moves.get(key);
  if (known !== undefined) return known;
  const move = workedOut(place, step);
  moves.set(key, move);
  return move;
}

function workedOut(place: number, step: string): Move {
  const to = led(place, step);
  if (to !== undefined) return { kind: 'fits', to };
  let ways: readonly { readonly at: number; readonly steps: readonly string[] }[] = [{ at: place, steps: [] }];
  for (let depth = 0; depth < required.length; depth += 1) {
    ways = ways.flatMap(({ at, steps }) =>
      required.flatMap((missing) => {
        const next = steps.includes(missing) ? undefined : led(at, missing);
        return next === undefined ? [] : [{ at: next, steps: [...steps, missing] }];
      }),
    );
    for (const { at, steps } of ways) {
      const found = led(at, step);
      if (found !== undefined) return { kind: 'skips', steps, to: found };
    }
  }
  return { kind: 'unexpected' };
}

function led(place: number, step: string): number | undefined {
  const of = leads.get(step);
  const to = new Set((sets[place] ?? []).flatMap((one) => of?.get(one) ?? []));
  if (to.size === 0) return undefined;
  const set = [...to].sort((a, b) => a - b);
  const known = numbers.get(String(set));
  if (known !== undefined) return known;
  numbers.set(String(set), sets.length);
  return sets.push(set) - 1;
}
