import type { Sealed } from '../api/views.ts';
import type { ShownStepView } from '../look/Steps.tsx';
import type { lossReasonWords, pursuitSourceWords, pursuitStageWords } from '../words/pursuit-words.ts';

/** As the API names them: `/leads`. */
export type PursuitCollection = 'leads' | 'at-risk-customers';
export type PursuitStage = keyof typeof pursuitStageWords;

/** The stages of each on its way, and how it can end; a spec compares with the domain's. */
export const stagesOf = {
  leads: { underWay: ['new', 'contacted', 'qualified', 'offered'], ends: ['won', 'lost'] },
  'at-risk-customers': { underWay: ['new', 'contacted', 'offered'], ends: ['kept', 'lost'] },
} as const satisfies Readonly<Record<PursuitCollection, Readonly<Record<'underWay' | 'ends', readonly PursuitStage[]>>>>;

/** A sales lead or a customer at risk as lists give it. */
export interface ListedPursuit {
  readonly id: string;
  readonly version: number;
  readonly customer: string;
  readonly name?: string;
  readonly phone?: string;
  /** Why the customer is not called. */
  readonly bar?: string;
  readonly title: Sealed<string>;
  readonly text?: Sealed<string>;
  readonly stage: PursuitStage;
  readonly owner: string;
  readonly department: string;
  readonly source: keyof typeof pursuitSourceWords;
  /** The ticket, or the campaign's call, that it came of. */
  readonly origin?: string;
  readonly product?: string;
  readonly why?: keyof typeof lossReasonWords;
  readonly lostFor?: keyof typeof lossReasonWords;
  readonly step?: Sealed<string>;
  readonly dueBy?: string;
  /** Times that somebody was reminded of a date that has passed. */
  readonly overdue?: { readonly dueBy: string; readonly times: number };
  readonly revisits: number;
  readonly revisitedAt?: string;
  readonly openedAt: string;
  readonly openedBy: string;
}

export interface PursuitView extends ListedPursuit {
  readonly history: readonly ShownStepView[];
}
