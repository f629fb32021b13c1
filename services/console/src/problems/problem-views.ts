import type { ShownStepView } from '../look/Steps.tsx';
import type { Sealed } from '../api/views.ts';

/** The cause behind repeated faults, as lists give it. */
export interface ListedProblem {
  readonly id: string;
  readonly version: number;
  readonly title: Sealed<string>;
  readonly text: Sealed<string>;
  readonly department: string;
  readonly item: string;
  readonly product?: string;
  readonly kind?: string;
  readonly status: 'open' | 'known-error' | 'resolved';
  readonly confidential?: true;
  readonly openedAt: string;
  readonly openedBy: string;
  readonly declared: number;
  readonly workaround?: {
    readonly version: number;
    readonly cause: Sealed<string>;
    readonly text: Sealed<string>;
    readonly at: string;
    readonly by: string;
  };
  readonly resolved?: { readonly fix: Sealed<string>; readonly at: string; readonly by: string };
  /** Of the tickets that the reader sees. */
  readonly tickets?: { readonly linked: number; readonly open?: number };
}

export interface ProblemRecordView extends ListedProblem {
  readonly history: readonly ShownStepView[];
}

export interface LinkedTicketView {
  readonly ticket: string;
  readonly linkedAt: string;
  readonly open: boolean;
}
