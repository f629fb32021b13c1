import type { EventDefinition, Fold } from '@ledgerline/kernel';

/** Kinds of governed documents (R6.5). */
export const documentTypes = ['policy', 'calendar', 'routing-table', 'item-tree'] as const;
export type DocumentType = (typeof documentTypes)[number];

export interface DocumentEvents {
  DocumentDrafted: { readonly type: DocumentType; readonly code: string; readonly draft: number; readonly body: unknown };
  DocumentSubmitted: { readonly draft: number };
  DocumentApproved: {
    readonly draft: number;
    readonly effectiveFrom: string;
    readonly shipped: boolean;
    readonly ownDraft: boolean;
  };
  DocumentRejected: { readonly draft: number; readonly reason: string };
}
export type DocumentEventType = keyof DocumentEvents;
export type DocumentEvent = {
  [T in DocumentEventType]: { readonly type: T; readonly data: DocumentEvents[T] };
}[DocumentEventType];

export const documentEventDefinitions: readonly EventDefinition[] = (
  ['DocumentDrafted', 'DocumentSubmitted', 'DocumentApproved', 'DocumentRejected'] as const
).map((type) => ({ type, schema: 1 }));

export interface DocumentVersion {
  readonly draft: number;
  readonly status: 'drafted' | 'submitted' | 'approved' | 'rejected';
  readonly body: unknown;
  readonly draftedBy: string;
  readonly effectiveFrom?: string;
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
        const version: DocumentVersion = { draft, status: 'drafted', body, draftedBy: recorded.meta.actor.id };
        return { type, code, versions: [...(document?.versions ?? []), version] };
      }
      case 'DocumentSubmitted':
        return withVersion(document, event.data.draft, { status: 'submitted' });
      case 'DocumentApproved':
        return withVersion(document, event.data.draft, { status: 'approved', effectiveFrom: event.data.effectiveFrom });
      case 'DocumentRejected':
        return withVersion(document, event.data.draft, { status: 'rejected' });
      default:
        return unreachable(event);
    }
  },
};

/** The approved version in force at an instant (RFC 3339, UTC): the one that came into force last. */
export function inForce(document: GovernedDocument, at: string): DocumentVersion | undefined {
  const instant = Temporal.Instant.from(at).epochMilliseconds;
  return document?.versions
    .filter(
      ({ status, effectiveFrom }) =>
        status === 'approved' && effectiveFrom !== undefined && Temporal.Instant.from(effectiveFrom).epochMilliseconds <= instant,
    )
    .toSorted((a, b) => Temporal.Instant.compare(b.effectiveFrom as string, a.effectiveFrom as string) || b.draft - a.draft)[0];
}

function withVersion(document: GovernedDocument, draft: number, change: Partial<DocumentVersion>): GovernedDocument {
  return (
    document && {
      ...document,
      versions: document.versions.map((version) => (version.draft === draft ? { ...version, ...change } : version)),
    }
  );
}

function unreachable(event: never): never {
  throw new TypeError(`no rule for ${JSON.stringify(event)}`);
}
