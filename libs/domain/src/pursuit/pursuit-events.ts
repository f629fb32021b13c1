import { definitionsOf, type EventDefinition, type EventOf, type Personal } from '@ledgerline/kernel';

/** What somebody follows up with one customer: a chance to sell, or that the customer may leave. */
export const pursuitKinds = ['lead', 'at-risk'] as const;
export type PursuitKind = (typeof pursuitKinds)[number];

/** The stages of each kind on its way, in order, and how it can end. */
export const stagesOf = {
  lead: { underWay: ['new', 'contacted', 'qualified', 'offered'], ends: ['won', 'lost'] },
  'at-risk': { underWay: ['new', 'contacted', 'offered'], ends: ['kept', 'lost'] },
} as const;
export type Stage = (typeof stagesOf)[PursuitKind]['underWay'][number];
export type PursuitEnd = (typeof stagesOf)[PursuitKind]['ends'][number];

/** Why a customer leaves, or does not buy. */
export const lossReasons = ['price', 'competitor', 'product', 'service', 'no-need', 'not-reached', 'other'] as const;
export type LossReason = (typeof lossReasons)[number];

export const pursuitSources = ['ticket', 'call', 'hand'] as const;
export type PursuitSource = (typeof pursuitSources)[number];

/** Every event of a sales lead or an at-risk customer (R9) by wire name. All that is said is sealed with the customer's key, `person`. */
export interface PursuitEvents {
  PursuitOpened: Written & {
    readonly kind: PursuitKind;
    readonly customer: string;
    readonly title: Personal<string>;
    readonly text?: Personal<string>;
    /** Account of who sees it through, and the department in which they do. */
    readonly owner: string;
    readonly department: string;
    readonly source: PursuitSource;
    /** The ticket, or the campaign's call, that it came of. */
    readonly origin?: string;
    readonly product?: string;
    /** Why the customer may leave. */
    readonly why?: LossReason;
  };
  PursuitHandedOver: Reason & { readonly owner: string; readonly department: string };
  PursuitMoved: { readonly stage: Stage };
  /** What comes next, and by when: a date that a person names. */
  NextStepPlanned: Written & { readonly step: Personal<string>; readonly dueBy: string };
  /** Somebody spoke with the customer, or tried to (线索回访): the step that was planned is done. */
  CustomerRevisited: Written & { readonly channel: string; readonly reached: boolean; readonly text: Personal<string> };
  PursuitConcluded: Written & { readonly as: PursuitEnd; readonly why?: LossReason; readonly text: Personal<string> };
  PursuitReopened: Reason;
  /** Its date has passed: who was told, and the how-manieth time that is (0 is the first). */
  PursuitOverdue: { readonly dueBy: string; readonly repeat: number; readonly told: readonly string[] };
}
interface Written {
  readonly person: string;
}
interface Reason extends Written {
  readonly reason: Personal<string>;
}

export type PursuitEventType = keyof PursuitEvents;
export type PursuitEvent = EventOf<PursuitEvents>;

export const pursuitEventDefinitions: readonly EventDefinition[] = definitionsOf<PursuitEventType>({
  PursuitOpened: ['title', 'text'],
  PursuitHandedOver: ['reason'],
  PursuitMoved: undefined,
  NextStepPlanned: ['step'],
  CustomerRevisited: ['text'],
  PursuitConcluded: ['text'],
  PursuitReopened: ['reason'],
  PursuitOverdue: undefined,
});
