import { definitionsOf, type EventDefinition, type Personal, type EventOf } from '@ledgerline/kernel';
import type { Kind } from '../ticket/ticket-words.js';

/** Which tickets it fits: all that are given have to be the ticket's. */
export interface ProblemMatter {
  /** Code of the subject tree. */
  readonly item: string;
  readonly product?: string;
  readonly kind?: Kind;
}

/** Every event of a problem (R11) by wire name. What staff write of it is sealed with a key of its own, named as `person`. */
export interface ProblemEvents {
  ProblemOpened: Written &
    ProblemMatter & {
      readonly title: Personal<string>;
      readonly text: Personal<string>;
      /** Who looks for the cause. */
      readonly department: string;
      /** It came of a confidential ticket, and says what that is about. */
      readonly confidential?: true;
    };
  /** Another matter, department or description, whole as it is from now on. */
  ProblemDescribed: Reason &
    ProblemMatter & { readonly title: Personal<string>; readonly text: Personal<string>; readonly department: string };
  ProblemTicketLinked: { readonly ticket: string; readonly confidential?: true };
  ProblemTicketUnlinked: Reason & { readonly ticket: string };
  /** The cause is known, and what helps meanwhile; versions count from 1. */
  KnownErrorDeclared: Reason & {
    readonly version: number;
    readonly cause: Personal<string>;
    readonly workaround: Personal<string>;
  };
  /** What was said to help does not. */
  WorkaroundWithdrawn: Reason & { readonly version: number };
  /** For good: what was done. */
  ProblemResolved: Written & { readonly fix: Personal<string> };
  ProblemReopened: Reason;
}
interface Written {
  readonly person: string;
}
interface Reason extends Written {
  readonly reason: Personal<string>;
}

export type ProblemEventType = keyof ProblemEvents;
export type ProblemEvent = EventOf<ProblemEvents>;

export const problemEventDefinitions: readonly EventDefinition[] = definitionsOf<ProblemEventType>({
  ProblemOpened: ['title', 'text'],
  ProblemDescribed: ['title', 'text', 'reason'],
  ProblemTicketLinked: undefined,
  ProblemTicketUnlinked: ['reason'],
  KnownErrorDeclared: ['cause', 'workaround', 'reason'],
  WorkaroundWithdrawn: ['reason'],
  ProblemResolved: ['fix'],
  ProblemReopened: ['reason'],
});
