import type { Sealed } from '../api/views.ts';
import type { ShownStepView } from '../look/Steps.tsx';

export interface OutcomeView {
  readonly status: 'carried-out' | 'refused';
  readonly at: string;
  readonly by: string;
  readonly text: Sealed<string>;
}

/** A proposal as lists give it. */
export interface ListedProposal {
  readonly id: string;
  readonly version: number;
  readonly title: Sealed<string>;
  readonly text: Sealed<string>;
  readonly department: string;
  readonly owner?: string;
  readonly dueBy?: string;
  readonly overdue: boolean;
  readonly reminded?: number;
  readonly status: 'raised' | 'taken-up' | 'carried-out' | 'refused';
  readonly confidential?: true;
  readonly item?: string;
  readonly product?: string;
  readonly period?: string;
  readonly raisedAt: string;
  readonly raisedBy: string;
  readonly outcome?: OutcomeView;
  /** Of the tickets that the reader sees; none where a list does not look at each. */
  readonly callers?: { readonly joined: number; readonly toTell: number; readonly told: number };
}

export interface ProposalView extends ListedProposal {
  readonly history: readonly ShownStepView[];
}

/** A caller who asked for it. */
export interface ProposalCallerView {
  readonly ticket: string;
  readonly joinedAt: string;
  readonly telling: 'waits' | 'to-tell' | 'told' | 'excused';
  readonly told?: { readonly at: string; readonly by: string; readonly channel: string };
  readonly excused?: { readonly reason: Sealed<string> };
}
