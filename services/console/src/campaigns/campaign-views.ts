import type { Sealed } from '../api/views.ts';
import type { ScriptView } from '../rules/ScriptQuestions.tsx';
import type { callOutcomeWords, callStatusWords, campaignStatusWords } from '../words/campaign-words.ts';

export type CallStatus = keyof typeof callStatusWords;
export type CallOutcome = keyof typeof callOutcomeWords;
export type Answer = boolean | number | string | readonly string[];
export type Answers = Readonly<Record<string, Answer>>;

/** A campaign as lists give it. */
export interface ListedCampaign {
  readonly id: string;
  readonly version: number;
  readonly title: Sealed<string>;
  readonly text?: Sealed<string>;
  readonly purpose: string;
  readonly script: string;
  readonly from: string;
  readonly until: string;
  readonly attempts: { readonly most: number; readonly aDay: number; readonly hoursApart: number };
  readonly calendar: string;
  readonly status: keyof typeof campaignStatusWords;
  readonly openedAt: string;
  readonly openedBy: string;
  /** Calls of its list, by where they stand. */
  readonly progress: Readonly<Record<CallStatus, number>>;
}

export interface CampaignView extends ListedCampaign {
  readonly content: ScriptView;
  readonly permittedNow: boolean;
}

/** A call as the list of a campaign gives it; who it is, to those who see callers. */
export interface ListedCall {
  readonly id: string;
  readonly customer?: string;
  readonly name?: string;
  readonly phone?: string;
  readonly source: string;
  readonly ticket?: string;
  readonly listedAt: string;
  readonly status: CallStatus;
  readonly dueAt: string;
  readonly taken?: { readonly by: string; readonly until: string };
  readonly attempts: readonly { readonly at: string; readonly by: string; readonly outcome: CallOutcome }[];
  readonly barredFor?: string;
}

export interface CallView extends ListedCall {
  /** Why the customer is not called. */
  readonly bar?: string;
  readonly note?: Sealed<string>;
  readonly notes?: readonly { readonly at: string; readonly note: Sealed<string> }[];
  readonly answers?: Answers;
  readonly said?: Sealed<Readonly<Record<string, string>>>;
}

/** What became of those who were put onto a list. */
export interface ListedCalls {
  readonly rows: number;
  readonly listed: number;
  readonly already: number;
  readonly refused: number;
  readonly items: readonly { readonly line: number; readonly status: 'listed' | 'already' | 'refused'; readonly code?: string }[];
}

export interface CampaignResults {
  readonly agents: readonly {
    readonly agent: string;
    readonly attempts: number;
    readonly outcomes: Readonly<Record<CallOutcome, number>>;
  }[];
  readonly questions: readonly Distribution[];
}

/** What was answered to one question. */
export interface Distribution {
  readonly question: string;
  readonly text: string;
  readonly type: string;
  readonly answers: readonly { readonly answer: string; readonly label: string; readonly count: number }[];
  readonly numbers?: Readonly<Record<'count' | 'least' | 'most' | 'mean' | 'median', number>>;
}
