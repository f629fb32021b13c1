import { commandsFor, mayCommand, withImplied } from './roles.js';
import { seesConfidential } from './sight.js';

/** The console's pages that are not everybody's. */
export const areas = ['register', 'review', 'supervision', 'executive', 'administration'] as const;
export type Area = (typeof areas)[number];

/** What screens offer to somebody. */
export interface Offers {
  /** Their roles with those they imply. */
  readonly holds: readonly string[];
  /** Commands that some role of theirs may give at all; on a ticket `GET /tickets/{id}/commands` says what is possible. */
  readonly commands: readonly string[];
  readonly areas: readonly Area[];
}

/** By the rules that decide: a screen that asks has no rule of its own, and offers nothing that is refused. */
export function offersFor(held: readonly string[]): Offers {
  const opens: Readonly<Record<Area, boolean>> = {
    register: mayCommand(held, 'register'),
    review: mayCommand(held, 'approve-result') || mayCommand(held, 'rework'),
    supervision: seesConfidential(held),
    executive: mayCommand(held, 'supervise'),
    administration: held.includes('administrator'),
  };
  return { holds: [...withImplied(held)], commands: commandsFor(held), areas: areas.filter((area) => opens[area]) };
}
