/** Answers of the API as the console reads them. Members that a newer server may add are optional here. */
export interface BodyFaultView {
  readonly pointer: string;
  readonly detail: string;
  /** Stable name of the fault, where the server has one. */
  readonly code?: string;
}

export interface ProblemView {
  readonly type?: string;
  readonly title?: string;
  readonly status?: number;
  readonly code?: string;
  readonly errors?: readonly BodyFaultView[];
  readonly [fact: string]: unknown;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** A sealed text whose key is destroyed comes as `{erased: true}`. */
export type Sealed<Value> = Value | { readonly erased: true } | null | undefined;

export interface UserView {
  readonly id: string;
  readonly username: string | null;
  readonly name: string | null;
  readonly roles: readonly string[];
  readonly departments: readonly string[];
  /** What the server's rules offer: roles with those they imply, commands that some of them may give, and pages. */
  readonly holds: readonly string[];
  readonly commands: readonly string[];
  readonly areas: readonly string[];
  /** How one has signed in, where it was not by password. */
  readonly way?: 'oidc';
  /** The absent person for whom the session acts. */
  readonly onBehalfOf?: string;
  /** For whom the user stands in now. */
  readonly standsInFor?: readonly StandingInView[];
}

export interface StandingInView {
  readonly absent: string;
  readonly name: string | null;
  readonly until: string;
}

export interface PartView {
  readonly department: string;
  readonly part: 'lead' | 'co-handling';
  readonly status: string;
  readonly routedAt: string;
  readonly handler?: string;
  readonly returnRequested: boolean;
  readonly urges: number;
  readonly hold?: string;
  readonly awaitsInformation?: boolean;
  readonly extension?: { readonly by: string; readonly endorsed: boolean };
}

export interface CallerView {
  readonly name?: string;
  readonly phone?: string;
  readonly email?: string;
}

export interface TicketView {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly channel: string;
  readonly status: string;
  readonly kind: string;
  readonly level: string;
  readonly item: string;
  readonly site: string;
  readonly confidential: boolean;
  readonly parent: boolean;
  /** The parent event that it hangs under. */
  readonly attachedTo?: string;
  readonly duplicateOf?: string;
  readonly anonymous: boolean;
  readonly about?: { readonly department?: string; readonly person?: Sealed<string> };
  readonly district?: string;
  readonly product?: string;
  readonly subject: Sealed<string>;
  readonly description: Sealed<string>;
  readonly caller: Sealed<CallerView>;
  readonly location?: Sealed<{ readonly address?: string }>;
  readonly attachments: readonly string[];
  readonly registeredAt: string;
  readonly registeredBy: string;
  readonly occurredAt?: string;
  readonly updatedAt: string;
  readonly parts: readonly PartView[];
  readonly result?: {
    readonly department: string;
    readonly result: Sealed<string>;
    readonly reply: Sealed<string>;
    readonly publishable: boolean;
  };
  readonly hold?: string;
  readonly urgency?: { readonly step: string; readonly measures: number };
  readonly supervised?: readonly string[];
  readonly closureCode?: string;
  /** Mails to the caller that did not arrive, and nobody has reached them since. */
  readonly undelivered?: readonly { readonly mail: string; readonly why: string }[];
  readonly imported: boolean;
  /** What waits for somebody, in lists: the command that answers it, and whose part it is about. */
  readonly awaits?: readonly { readonly command: string; readonly department?: string }[];
  /** Which clock is due next, and when, in lists. */
  readonly clock?: string;
  readonly due?: string;
  readonly overdue?: boolean;
  /** Who has to move now, in lists: the call centre, the caller, somebody else, or a department. */
  readonly holder?: { readonly who: string; readonly department?: string };
  readonly held?: boolean;
  /** Confidential: a list names it and says no more. */
  readonly withheld?: boolean;
}

export interface EventView {
  readonly id: string;
  readonly type: string;
  readonly version: number;
  readonly position: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly meta: {
    readonly at: string;
    readonly recordedAt?: string;
    readonly actor: { readonly kind: string; readonly id: string; readonly roles?: readonly string[] };
    readonly onBehalfOf?: string;
    readonly causation?: string;
    readonly correlation?: string;
    readonly origin?: unknown;
  };
}

export interface InBothLanguages {
  readonly zh: string;
  readonly en: string;
}

export interface ClockView {
  readonly clock: string;
  readonly instance: string;
  readonly department?: string;
  readonly part?: string;
  readonly state: string;
  readonly startedAt: string;
  readonly endedAt?: string;
  readonly due: string | null;
  readonly dueLocal?: string;
  readonly verdict: {
    readonly verdict: string;
    readonly by?: { readonly workingSeconds: number; readonly elapsedSeconds: number };
  } | null;
  readonly steps: readonly { readonly step: string; readonly at: string; readonly to?: string; readonly fraction?: number }[];
  readonly explanation: InBothLanguages & {
    readonly policy: { readonly code: string; readonly version: number; readonly rule: number | null };
    readonly calendar: 'elapsed' | { readonly code: string; readonly version: number; readonly timeZone: string };
  };
  /** By documents corrected since, beside the verdict that stays. */
  readonly recalculation?: {
    readonly due: string | null;
    readonly verdict: { readonly verdict: string } | null;
    readonly explanation: InBothLanguages;
  };
}

export interface HoldersView {
  readonly instance: string;
  readonly parts: readonly { readonly holder: unknown; readonly workingSeconds: number; readonly elapsedSeconds: number }[];
}

export interface DeadlinesView {
  readonly items: readonly ClockView[];
  readonly holders: readonly HoldersView[];
  readonly at: string;
}

export interface DepartmentView {
  readonly code: string;
  readonly name: string;
  readonly site?: string;
  readonly external?: boolean;
  readonly deactivated?: boolean;
}

export interface SiteView {
  readonly code: string;
  readonly name: string;
  readonly open: boolean;
}

export interface AccountView {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly roles: readonly string[];
  /** Their roles with those they imply. */
  readonly holds: readonly string[];
  readonly departments: readonly string[];
  readonly unrestricted?: boolean;
  readonly deactivated?: boolean;
}

export interface AcceptedView {
  readonly id: string;
  readonly version: number;
  readonly position: string;
  readonly events: readonly { readonly id: string; readonly version: number; readonly type: string }[];
}

export interface RegisteredView {
  readonly id: string;
  readonly number: string;
  readonly secret: string;
  readonly version: number;
  readonly position: string;
}

export interface CommandPossible {
  readonly command: string;
  readonly possible: boolean;
  readonly code?: string;
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** The text, or undefined where there is none or it was erased. */
export function textOf(sealed: Sealed<string>): string | undefined {
  return typeof sealed === 'string' ? sealed : undefined;
}

export function isErased(sealed: unknown): boolean {
  return typeof sealed === 'object' && sealed !== null && 'erased' in sealed;
}

export function callerOf({ caller }: Pick<TicketView, 'caller'>): CallerView {
  return typeof caller === 'object' && caller !== null && !('erased' in caller) ? caller : {};
}
