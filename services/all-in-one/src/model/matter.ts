/**
 * A ticket as a supervisor of the call centre sees it: the model's own words, from requirements.md and deadlines.md, and none of
 * the product's types. The product's ticket is read as one of these in `seen.ts`.
 */
export interface Matter {
  readonly status: Status;
  readonly level: 'general' | 'important' | 'urgent';
  readonly kind: string;
  readonly item: string;
  /** The department that the caller complains of. */
  readonly about?: string;
  /** What departments have to do on it now, in the order in which they got it. */
  readonly parts: readonly Part[];
  /** Departments that have or had a part. */
  readonly known: readonly string[];
  /** Departments whose part was over when the round of handling was, and who handled it there. */
  readonly ended: readonly Pick<Part, 'department' | 'handler'>[];
  /** Who would do it again: the last lead that neither gave it back nor was released. */
  readonly handledBy?: string;
  /** Where it is at home (R2.4), and whether departments of that site have had it. */
  readonly site: string;
  readonly dispatchedHere: boolean;
  readonly returns: number;
  readonly designated: boolean;
  /** The last result: may it be published? */
  readonly result?: 'for-everybody' | 'for-the-caller-alone';
  readonly rejections: number;
  readonly reworks: number;
  readonly replies: number;
  readonly messages: number;
  readonly hold?: HoldReason;
  readonly urgent?: { readonly step: UrgentStep; readonly measures: number };
  /** A department once for each supervision order that it has not answered. */
  readonly orders: readonly string[];
  /** Commitments in principle that wait for their follow-up. */
  readonly promises: number;
  readonly closedAs?: string;
  /** Since when it has been closed, refused or withdrawn. */
  readonly overSince?: number;
  /** The caller has heard something: the ticket's first response. */
  readonly responded: boolean;
  /** Tries to reach the caller with the reply that is due. */
  readonly tries: readonly Try[];
  /** The survey of the last answer. */
  readonly survey?: { readonly attempts: number; readonly sentBy: readonly string[]; readonly dissatisfied?: readonly string[] };
  /** Attempts of each survey whose clock runs. */
  readonly surveying: readonly number[];
  readonly reworksByItself: number;
  /** The result stands on the public pages. */
  readonly published: boolean;
  readonly confidential: boolean;
  /** It carries others: how many hang under it; and whether it said of the last one that it could not. */
  readonly parent: boolean;
  readonly children: number;
  readonly childRefused: boolean;
  readonly duplicates: readonly string[];
  /** Another ticket carries it. */
  readonly attachedTo?: string;
  readonly duplicateOf?: string;
  /** The level from which it was raised to urgent. */
  readonly calm?: 'general' | 'important';
  /** The caller reported wrongdoing: departments do not learn who it is, but for those to whom it is revealed (R2.3). */
  readonly hidden?: {
    readonly asked: readonly { readonly department: string; readonly by: string }[];
    readonly known: readonly string[];
  };
  /** Milliseconds since the epoch. */
  readonly now: number;
}

export type Status =
  | 'registered' | 'dispatched' | 'in-progress' | 'in-review' | 'to-check' | 'to-reply' | 'completed' | 'closed' | 'archived' | 'refused' | 'withdrawn'; // prettier-ignore
export type HoldReason = 'awaiting-caller' | 'third-party' | 'force-majeure';
export type UrgentStep = 'raised' | 'acknowledged' | 'decided' | 'handed-down' | 'explained';

/** An attempt by word of mouth that failed is one; a message left is what the rule asks for besides. */
export interface Try {
  readonly at: number;
  readonly spoken: boolean;
  readonly outcome: 'no-answer' | 'message-left' | 'reached';
}

export interface Part extends Stopwatches {
  readonly department: string;
  readonly role: 'lead' | 'co-handling';
  readonly stage: 'waiting' | 'working' | 'submitted' | 'approved';
  readonly handler?: string;
  readonly returnAsked: boolean;
  /** A request to return was made in this assignment, whatever came of it. */
  readonly returnUsed: boolean;
  readonly hold?: HoldReason;
  readonly extension?: { readonly by: number; readonly endorsed: boolean };
  readonly extended: number;
  readonly urges: number;
  readonly overdueTold: boolean;
  /** The caller was told how it goes. */
  readonly told: boolean;
}

/** Milliseconds that are left of a department's limits; below zero where it is late. */
export interface Stopwatches {
  /** To ask to give it back. */
  readonly toReturn: number;
  /** To handle it, with its extensions. */
  readonly toHandle: number;
  /** To handle it, had it never been extended. */
  readonly toHandleUnextended: number;
  /** To handle it since it is urgent. */
  readonly toHandleUrgently?: number;
  /** Since the caller was asked and has not answered. */
  readonly asked?: number;
}

const open: readonly Status[] = ['registered', 'dispatched', 'in-progress', 'in-review', 'to-check', 'to-reply'];
export const steps: readonly UrgentStep[] = ['raised', 'acknowledged', 'decided', 'handed-down', 'explained'];

/** Somebody still owes the caller an answer. */
export const isOpen = ({ status }: Pick<Matter, 'status'>): boolean => open.includes(status);
export const leadOf = ({ parts }: Matter): Part | undefined => parts.find(({ role }) => role === 'lead');
export const coHandlersOf = ({ parts }: Matter): readonly Part[] => parts.filter(({ role }) => role === 'co-handling');
export const partOf = ({ parts }: Matter, department: string): Part | undefined =>
  parts.find((part) => part.department === department);

/** Open, or replied to before the lead's result was approved (deadlines.md, "Urgent"). */
export function isBeingHandled(matter: Matter): boolean {
  const lead = leadOf(matter);
  return isOpen(matter) || (matter.status === 'completed' && lead !== undefined && lead.stage !== 'approved');
}

export const isHandedIn = ({ stage }: Part): boolean => stage === 'submitted' || stage === 'approved';

export function withPart(matter: Matter, department: string, change: Partial<Part>): Matter {
  return { ...matter, parts: matter.parts.map((part) => (part.department === department ? { ...part, ...change } : part)) };
}

export function without<Shape extends object, Name extends keyof Shape>(
  shape: Shape,
  ...names: readonly Name[]
): Omit<Shape, Name> {
  const left = Object.entries(shape).filter(([name]) => !names.includes(name as Name));
  return Object.fromEntries(left) as Omit<Shape, Name>;
}

/** Without a department's part: given back, released, or over. */
export function leaves(matter: Matter, department: string): Matter {
  return { ...matter, parts: matter.parts.filter((part) => part.department !== department) };
}

/** Nobody in the departments has it any more, and nothing is on hold. */
export function handsOff(matter: Matter): Matter {
  const ended = matter.parts.map(({ department, handler }) => ({ department, ...(handler === undefined ? {} : { handler }) }));
  return { ...without(matter, 'hold'), parts: [], ended: [...matter.ended, ...ended] };
}

/** Refused, withdrawn or closed: no orders, promises or urgent steps are left. */
export function over(matter: Matter, status: Status): Matter {
  return {
    ...without(handsOff(matter), 'urgent'),
    status,
    orders: [],
    promises: 0,
    surveying: [],
    responded: true,
    overSince: matter.overSince ?? matter.now,
  };
}

export function urgentStep(matter: Matter, step: UrgentStep): Matter {
  const { urgent } = matter;
  if (urgent === undefined || steps.indexOf(urgent.step) >= steps.indexOf(step)) return matter;
  return { ...matter, urgent: { ...urgent, step } };
}

export function hasReached({ urgent }: Matter, step: UrgentStep): boolean {
  return urgent !== undefined && steps.indexOf(urgent.step) >= steps.indexOf(step);
}

/** The caller has an answer: a survey of it begins. */
export function told(matter: Matter): Matter {
  return {
    ...without(matter, 'hold'),
    status: 'completed',
    replies: matter.replies + 1,
    responded: true,
    tries: [],
    survey: { attempts: 0, sentBy: [] },
  };
}

/** What the caller says answers every department that asked. */
export function informed(matter: Matter): Matter {
  return { ...matter, parts: matter.parts.map((part) => without(part, 'asked')) };
}
