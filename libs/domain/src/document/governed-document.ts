import { noRuleFor, RecentMap, type EventDefinition, type Fold, type RecordedEvent, type EventOf } from '@ledgerline/kernel';
import { handsOf } from '../authority/hands.js';

/** Kinds of governed documents (R6.5). */
export const documentTypes = [
  'policy', 'calendar', 'routing-table', 'item-tree', 'template', 'rule', 'duty-rota', 'digest-template', 'digest-schedule',
  'score-sheet', 'sampling-rule', 'probation-rule', 'telephony-rule', 'script',
] as const; // prettier-ignore
export type DocumentType = (typeof documentTypes)[number];

export interface DocumentEvents {
  DocumentDrafted: { readonly type: DocumentType; readonly code: string; readonly draft: number; readonly body: unknown };
  DocumentSubmitted: { readonly draft: number; readonly reason?: string };
  DocumentApproved: {
    readonly draft: number;
    readonly effectiveFrom: string;
    readonly shipped: boolean;
    /** Approved by whoever drafted it: allowed only while one account alone holds `leader`, and reported. */
    readonly ownDraft: boolean;
    readonly reason?: string;
  };
  DocumentRejected: { readonly draft: number; readonly reason: string };
  DocumentWithdrawn: { readonly draft: number; readonly reason: string };
}
export type DocumentEventType = keyof DocumentEvents;
export type DocumentEvent = EventOf<DocumentEvents>;

export const documentEventDefinitions: readonly EventDefinition[] = (
  ['DocumentDrafted', 'DocumentSubmitted', 'DocumentApproved', 'DocumentRejected', 'DocumentWithdrawn'] as const
).map((type) => ({ type, schema: 1 }));

export interface DocumentVersion {
  readonly draft: number;
  readonly status: 'drafted' | 'submitted' | 'approved' | 'rejected' | 'withdrawn';
  readonly body: unknown;
  readonly draftedBy: string;
  /** The absent person for whom a substitute drafted it. */
  readonly draftedFor?: string;
  /** Id of the event that drafted it. */
  readonly madeBy?: string;
  readonly effectiveFrom?: string;
  /** When it was approved: what was in force as far as one could know then. */
  readonly approvedAt?: string;
  readonly shipped?: boolean;
  readonly ownDraft?: boolean;
  /** Who did what to it, when and why, in order. */
  readonly steps?: readonly DocumentStep[];
}

export interface DocumentStep {
  readonly step: DocumentVersion['status'];
  readonly at: string;
  readonly by: string;
  readonly onBehalfOf?: string;
  readonly reason?: string;
}

export type GovernedDocument =
  { readonly type: DocumentType; readonly code: string; readonly versions: readonly DocumentVersion[] } | undefined;

export const documentFold: Fold<GovernedDocument> = {
  initial: undefined,
  evolve(document, recorded) {
    const event = recorded as unknown as DocumentEvent;
    switch (event.type) {
      case 'DocumentDrafted': {
        const { type, code, draft, body } = event.data;
        const drafted: DocumentVersion = { draft, status: 'drafted', body, ...drafter(recorded) };
        const version = { ...drafted, madeBy: recorded.id, steps: [stepOf('drafted', recorded)] };
        return { type, code, versions: [...(document?.versions ?? []), version] };
      }
      case 'DocumentSubmitted':
        return withStep(document, event.data.draft, stepOf('submitted', recorded));
      case 'DocumentApproved': {
        const { draft, effectiveFrom, shipped, ownDraft } = event.data;
        const approved = { effectiveFrom, approvedAt: recorded.meta.at, shipped, ownDraft };
        return withStep(document, draft, stepOf('approved', recorded), approved);
      }
      case 'DocumentRejected':
        return withStep(document, event.data.draft, stepOf('rejected', recorded));
      case 'DocumentWithdrawn':
        return withStep(document, event.data.draft, stepOf('withdrawn', recorded));
      default:
        return noRuleFor(event);
    }
  },
};

export interface ApprovedVersion {
  readonly version: DocumentVersion;
  readonly from: number;
  readonly approved: number;
}

/**
 * The approved version in force at an instant (RFC 3339, UTC): the one that came into force last.
 *
 * @param known leaves out what was approved later than this instant, also where it is in force from an earlier date
 */
export function inForce(document: GovernedDocument, at: string, known?: string): DocumentVersion | undefined {
  const [instant, latest] = [milliseconds(at), known === undefined ? Number.POSITIVE_INFINITY : milliseconds(known)];
  return latestOf(approvedVersions(document), instant, latest)?.version;
}

/** The one in force at an instant, as far as it was approved by another. */
export function latestOf<One extends ApprovedVersion>(versions: readonly One[], at: number, known: number): One | undefined {
  let latest: One | undefined;
  for (const one of versions) {
    if (one.from > at || one.approved > known) continue;
    if (latest === undefined || one.from > latest.from || (one.from === latest.from && one.version.draft > latest.version.draft))
      latest = one;
  }
  return latest;
}

/** The approved versions with their times in milliseconds since the epoch. */
export function approvedVersions(document: GovernedDocument): readonly ApprovedVersion[] {
  return (document?.versions ?? []).flatMap((version) => {
    const { status, effectiveFrom, approvedAt } = version;
    if (status !== 'approved' || effectiveFrom === undefined) return [];
    return [{ version, from: milliseconds(effectiveFrom), approved: approvedAt === undefined ? 0 : milliseconds(approvedAt) }];
  });
}

/** Instants of documents: few, and asked for again and again. */
const instants = new RecentMap<string, number>(1_000);

function milliseconds(text: string): number {
  const known = instants.get(text);
  if (known !== undefined) return known;
  const { epochMilliseconds } = Temporal.Instant.from(text);
  instants.set(text, epochMilliseconds);
  return epochMilliseconds;
}

function stepOf(step: DocumentStep['step'], { meta, data }: RecordedEvent): DocumentStep {
  const { reason } = data as { readonly reason?: string };
  return { step, at: meta.at, ...handsOf(meta), ...(reason === undefined ? {} : { reason }) };
}

function drafter({ meta: { actor, onBehalfOf } }: RecordedEvent): Pick<DocumentVersion, 'draftedBy' | 'draftedFor'> {
  return { draftedBy: actor.id, ...(onBehalfOf === undefined ? {} : { draftedFor: onBehalfOf }) };
}

function withStep(
  document: GovernedDocument,
  draft: number,
  step: DocumentStep,
  change: Partial<DocumentVersion> = {},
): GovernedDocument {
  const changed = (version: DocumentVersion): DocumentVersion => ({
    ...version,
    ...change,
    status: step.step,
    steps: [...(version.steps ?? []), step],
  });
  return (
    document && {
      ...document,
      versions: document.versions.map((version) => (version.draft === draft ? changed(version) : version)),
    }
  );
}
