import type { ByWhom } from '@ledgerline/kernel';

/** Who did something: the human being, and in whose power where they stood in for somebody (ADR 0029). */
export interface Hands {
  readonly by: string;
  readonly onBehalfOf?: string;
}

/** The account whose rights somebody acts with: their own, or that of the absent person whose substitute they are. */
export function powerOf({ actor, onBehalfOf }: ByWhom): string {
  return onBehalfOf ?? actor.id;
}

export function handsOf({ actor, onBehalfOf }: ByWhom): Hands {
  return onBehalfOf === undefined ? { by: actor.id } : { by: actor.id, onBehalfOf };
}

/**
 * Four eyes where nobody may be both: neither the same human being, nor one whose power was used for the other step. A substitute does not approve
 * what the absent person drafted: that person could not either.
 */
export function shareHands(one: Hands, other: Hands): boolean {
  const ofOther = [other.by, other.onBehalfOf];
  return ofOther.includes(one.by) || (one.onBehalfOf !== undefined && ofOther.includes(one.onBehalfOf));
}

/**
 * Four eyes where a small department may have one person for both steps, as themselves: by standing in for somebody nobody becomes the second
 * pair to what they did, nor to what they will do.
 */
export function isOneHumanInTwoPowers(one: Hands | undefined, other: Hands): boolean {
  return one?.by === other.by && (one.onBehalfOf ?? other.onBehalfOf) !== undefined;
}

/** Who drafted a version of a document or an article, and for whom. */
export function drafterOf({ draftedBy: by, draftedFor }: { readonly draftedBy: string; readonly draftedFor?: string }): Hands {
  return draftedFor === undefined ? { by } : { by, onBehalfOf: draftedFor };
}
