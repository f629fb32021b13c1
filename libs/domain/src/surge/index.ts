import type { EventDefinition, Fold, EventOf } from '@ledgerline/kernel';

/** R1.6: many contacts on one item and area within a time; one stream a burst, named after the ticket that made it one. */
export interface SurgeEvents {
  SurgeNoticed: {
    readonly item: string;
    /** The area; without one the site as a whole. */
    readonly district?: string;
    /** By the policy's `limits.similar`. */
    readonly count: number;
    readonly within: string;
    /** When the first of the counted ones came in: RFC 3339, UTC. */
    readonly since: string;
    /** Ids of the counted tickets. */
    readonly tickets: readonly string[];
  };
  /** `event`: the parent event or urgent ticket that was made of it. */
  SurgeAcknowledged: { readonly event?: string };
}
export type SurgeEvent = EventOf<SurgeEvents>;

export const surgeEventDefinitions: readonly EventDefinition[] = [
  { type: 'SurgeNoticed', schema: 1 },
  { type: 'SurgeAcknowledged', schema: 1 },
];

export type Surge =
  | (SurgeEvents['SurgeNoticed'] & {
      readonly site: string;
      readonly noticedAt: string;
      readonly acknowledged?: { readonly at: string; readonly by: string; readonly event?: string };
    })
  | undefined;

export const surgeFold: Fold<Surge> = {
  initial: undefined,
  evolve(surge, recorded) {
    const event = recorded as unknown as SurgeEvent;
    const { at, actor, site } = recorded.meta;
    if (event.type === 'SurgeNoticed') return { ...event.data, site, noticedAt: at };
    return surge && { ...surge, acknowledged: { at, by: actor.id, ...event.data } };
  },
};
