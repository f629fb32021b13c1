import type { Sealed } from './views.ts';

/** A recorded call or message, as `GET /contacts` gives it. */
export interface ContactView {
  readonly id: string;
  readonly version: number;
  readonly channel: string;
  readonly direction: 'inbound' | 'outbound';
  readonly outcome: 'answered' | 'missed' | 'abandoned';
  readonly at: string;
  readonly from: Sealed<string>;
  readonly to?: Sealed<string>;
  readonly callId?: Sealed<string>;
  readonly customer?: Sealed<string>;
  readonly ticket?: string;
  /** What is owed for a call that nobody answered. */
  readonly duty?: 'owed' | 'returned' | 'given-up';
  readonly attempts: number;
  readonly hasRecording: boolean;
}

export interface IdentityView {
  readonly kind: string;
  readonly value: string;
}

export interface RestrictionView {
  readonly until: string;
  readonly reason: Sealed<string>;
  readonly by: string;
}

export interface CustomerView {
  readonly id: string;
  readonly version: number;
  readonly name?: Sealed<string>;
  readonly identities: Sealed<readonly IdentityView[]>;
  readonly knownSince: string;
  readonly restriction?: RestrictionView;
  readonly proposedRestriction?: RestrictionView;
  readonly restricted?: boolean;
  /** Into whom they were merged, of one who was. */
  readonly mergedInto?: { readonly into: string; readonly at: string; readonly by: string };
  readonly mergeReason?: Sealed<string>;
  /** Those who are seen as this customer, each with what is their own. */
  readonly merged?: readonly CustomerView[];
}

export interface ProfileEntryView {
  readonly entry: number;
  readonly kind: string;
  readonly content: Sealed<{ readonly text: string; readonly label?: string }>;
}

export interface ProfileDetailsView {
  readonly name?: string;
  readonly organisation?: string;
  readonly preferredChannel?: string;
  readonly language?: string;
}

/** What is kept of one of those who are seen as the customer. */
export interface MemberProfileView {
  readonly customer: string;
  readonly version: number;
  readonly details: Sealed<ProfileDetailsView>;
  readonly entries: readonly ProfileEntryView[];
  readonly doNotCall?: { readonly at: string; readonly by: string; readonly reason: Sealed<string> };
}

export interface ProfileView {
  readonly id: string;
  readonly profiles: readonly MemberProfileView[];
  readonly consents: readonly {
    readonly purpose: string;
    readonly means: string;
    readonly given: boolean;
    readonly saidAt: string;
  }[];
  readonly doNotCall: boolean;
}

export interface AlikeView extends CustomerView {
  readonly why: readonly string[];
}

export interface SurgeView {
  readonly id: string;
  readonly item: string;
  readonly district?: string;
  readonly count: number;
  readonly since: string;
  readonly noticedAt: string;
  readonly tickets: readonly string[];
  readonly acknowledged?: { readonly at: string; readonly by: string; readonly event?: string };
}

export interface NoticeView {
  readonly id: string;
  readonly kind: string;
  readonly at: string;
  readonly read: boolean;
  readonly ticket?: string;
  readonly number?: string;
  readonly level?: string;
  /** Instead of a ticket: the call that nobody answered. */
  readonly contact?: string;
  /** A digest that was delivered, and its period. */
  readonly digest?: string;
  readonly period?: string;
  /** An improvement proposal. */
  readonly proposal?: string;
  readonly lead?: string;
  readonly atRisk?: string;
  readonly equipment?: string;
  readonly announcement?: string;
  readonly roster?: string;
  readonly probation?: string;
  readonly inspection?: string;
  readonly sample?: string;
  readonly department?: string;
  readonly clock?: string;
  readonly due?: string;
  /** Who stands in for whom, and until when. */
  readonly standingIn?: { readonly absent: string; readonly substitute: string; readonly until: string };
  /** The absent persons in whose place it is read. */
  readonly onBehalfOf?: readonly string[];
}
