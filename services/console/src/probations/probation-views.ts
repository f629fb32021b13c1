import type { Sealed } from '../api/views.ts';
import type { ShownStepView } from '../look/Steps.tsx';

interface InBoth {
  readonly zh: string;
  readonly en: string;
}

/** Somebody's probation, as lists give it. Dates are days, money is in fen. */
export interface ListedProbation {
  readonly id: string;
  readonly name: Sealed<string>;
  readonly employeeNumber?: Sealed<string>;
  readonly account?: string;
  readonly department: string;
  readonly post: string;
  readonly postName?: InBoth;
  readonly reportsOn: string;
  readonly lastDay: string;
  readonly status: 'on-probation' | 'regular' | 'ended' | 'annulled';
  readonly asked?: readonly string[];
  readonly regularOn?: string;
  readonly endsOn?: string;
  readonly warnings?: readonly string[];
  readonly due?: { readonly what: 'request' | 'documents' | 'formality' | 'last-day'; readonly on: string; readonly of?: string };
}

export interface ProbationRequestView {
  readonly request: number;
  readonly kind: string;
  readonly state: string;
  readonly at: string;
  readonly by: string;
  readonly reason: Sealed<string>;
  readonly on?: string;
  readonly lastDay?: string;
  readonly dates?: readonly string[];
  readonly unmet?: Sealed<readonly { readonly condition: number; readonly proof: string }[]>;
  readonly decided?: { readonly by: string; readonly at: string; readonly reason?: Sealed<string> };
}

export interface FormalityView extends InBoth {
  readonly code: string;
  readonly dueOn: string;
  readonly state: 'open' | 'done' | 'not-needed';
  readonly whereNeeded?: true;
  readonly at?: string;
  readonly by?: string;
}

export interface AskedDocumentView extends InBoth {
  readonly code: string;
  readonly keeps: 'copy' | 'original';
  readonly count?: number;
  readonly seen: boolean;
  readonly kept: number;
  readonly missing: boolean;
  readonly sensitive?: true;
  readonly purpose?: string;
}

export interface LeaveView {
  readonly leave: number;
  readonly dates: readonly string[];
  readonly half: boolean;
  readonly withdrawn?: true;
  readonly about: Sealed<{
    readonly kind: string;
    readonly payPercent: number;
    readonly reason: string;
    readonly proof?: string;
  }>;
}

export interface ProbationView extends ListedProbation {
  readonly version: number;
  readonly contract: { readonly term: string; readonly startsOn: string; readonly endsOn?: string };
  readonly rule: { readonly code: string; readonly draft: number };
  readonly pay?: Sealed<{ readonly regular: number; readonly probation: number }>;
  readonly conditions?: { readonly conditions: Sealed<readonly string[]>; readonly toldOn: string };
  readonly objectives?: Sealed<readonly string[]>;
  readonly mentor?: string;
  readonly reviews?: readonly {
    readonly on: string;
    readonly result: Sealed<string>;
    readonly text: Sealed<string>;
    readonly by: string;
  }[];
  readonly leaves?: readonly LeaveView[];
  readonly personalLeave?: { readonly days: number; readonly most?: number };
  readonly documents?: readonly AskedDocumentView[];
  readonly missingDocuments?: readonly string[];
  readonly formalities: readonly FormalityView[];
  readonly requests?: readonly ProbationRequestView[];
  readonly explanation: readonly (InBoth & { readonly cites: string })[];
  readonly history: readonly ShownStepView[];
}

export interface PayMonthView {
  readonly month: string;
  readonly from: string;
  readonly to: string;
  readonly restDays: number;
  readonly restDaysBy: readonly {
    readonly kind: 'calendar' | 'roster';
    readonly code: string;
    readonly edition?: number;
    readonly days: number;
  }[];
  readonly divisor: number;
  readonly dailyWage: number;
  readonly workingHalves: number;
  readonly awayHalves: number;
  readonly amount: number;
  readonly standard: { readonly dailyWage: number; readonly paidDays: number; readonly amount: number };
  readonly warnings: readonly string[];
  readonly over: boolean;
}
