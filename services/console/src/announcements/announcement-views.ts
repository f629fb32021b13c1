import type { Sealed } from '../api/views.ts';
import type { ShownStepView } from '../look/Steps.tsx';

/** An announcement as lists give it. */
export interface ListedAnnouncement {
  readonly id: string;
  readonly title: Sealed<string>;
  readonly text: Sealed<string>;
  readonly attachments?: readonly string[];
  readonly audience: {
    readonly everybody?: true;
    readonly sites?: readonly string[];
    readonly departments?: readonly string[];
    readonly roles?: readonly string[];
    readonly accounts?: readonly string[];
  };
  readonly from: string;
  readonly until?: string;
  readonly mustConfirm: boolean;
  readonly edition: number;
  readonly publishedAt: string;
  readonly publishedBy: string;
  readonly correctedAt?: string;
  readonly status: 'to-come' | 'in-force' | 'over' | 'withdrawn';
  readonly toConfirm: boolean;
  readonly confirmedAt?: string;
  readonly withdrawn?: { readonly at: string; readonly by: string; readonly reason: Sealed<string> };
  /** How many: told to those alone who answer for it. */
  readonly addressed?: number;
}

export interface AnnouncementView extends ListedAnnouncement {
  readonly confirmed?: number;
  readonly history?: readonly ShownStepView[];
}

export interface ReceiptView {
  readonly account: string;
  readonly confirmedAt?: string;
}
