import { definitionsOf, type EventDefinition, type Personal, type EventOf } from '@ledgerline/kernel';

/** What a proposal says, and whose it is to be. */
export interface ProposalContent {
  readonly title: Personal<string>;
  readonly text: Personal<string>;
  /** Who is to do it. */
  readonly department: string;
  /** Account of the person in it. */
  readonly owner?: string;
  /** A date that a person names: RFC 3339, UTC. */
  readonly dueBy?: string;
  /** It came of a confidential ticket, and says what that is about. */
  readonly confidential?: true;
  /** Code of the subject tree. */
  readonly item?: string;
  readonly product?: string;
  /** The period of the digest that it was found in: `2026-W10`. */
  readonly period?: string;
}

/**
 * Every event of an improvement proposal (R11) by wire name. What staff write of it is sealed with a key of its own, named in each event as
 * `person`: it is the house's text, but made of what callers said. Only what one caller was told is sealed with that caller's key.
 */
export interface ProposalEvents {
  ProposalRaised: Written & ProposalContent;
  /** A caller asked for it: they are told when it has an outcome. */
  ProposalTicketJoined: { readonly ticket: string; readonly confidential?: true };
  ProposalTicketRemoved: Reason & { readonly ticket: string };
  ProposalTakenUp: { readonly owner: string; readonly dueBy: string };
  /** Another department, owner or date. */
  ProposalChanged: Reason & { readonly department?: string; readonly owner?: string; readonly dueBy?: string };
  ProposalRefused: Reason;
  ProposalCarriedOut: Written & { readonly text: Personal<string> };
  ProposalReopened: Reason;
  /** One caller, once an outcome (they count from 1): in these words. `person` is the caller's key. */
  CallerToldOfOutcome: Written & {
    readonly ticket: string;
    readonly outcome: number;
    readonly channel: string;
    readonly text: Personal<string>;
  };
  /** Nobody tells them: erased, unreachable, or they do not want it. */
  CallerExcusedFromOutcome: Reason & { readonly ticket: string; readonly outcome: number };
  /** Its date has passed: who was told, and the how-manieth time that is (0 is the first). */
  ProposalOverdue: { readonly dueBy: string; readonly repeat: number; readonly told: readonly string[] };
}
interface Written {
  readonly person: string;
}
interface Reason extends Written {
  readonly reason: Personal<string>;
}

export type ProposalEventType = keyof ProposalEvents;
export type ProposalEvent = EventOf<ProposalEvents>;

const reason = ['reason'];

export const proposalEventDefinitions: readonly EventDefinition[] = definitionsOf<ProposalEventType>({
  ProposalRaised: ['title', 'text'],
  ProposalTicketJoined: undefined,
  ProposalTicketRemoved: reason,
  ProposalTakenUp: undefined,
  ProposalChanged: reason,
  ProposalRefused: reason,
  ProposalCarriedOut: ['text'],
  ProposalReopened: reason,
  CallerToldOfOutcome: ['text'],
  CallerExcusedFromOutcome: reason,
  ProposalOverdue: undefined,
});
