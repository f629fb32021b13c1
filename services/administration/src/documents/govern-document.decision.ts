import {
  drafterOf,
  handsOf,
  shareHands,
  type DocumentEvent,
  type DocumentType,
  type DocumentVersion,
  type GovernedDocument,
} from '@ledgerline/domain';
import { rejected, type Decide, type Rejection } from '@ledgerline/kernel';

export interface DocumentRequest {
  readonly type: DocumentType;
  readonly code: string;
  readonly draft?: number;
  readonly body?: unknown;
  readonly reason?: string;
  /** Kept with its faults, to be finished by another draft; it cannot be submitted. */
  readonly incomplete?: boolean;
}

type DecideDocument = Decide<DocumentRequest, GovernedDocument, DocumentEvent>;

/** A draft never changes: to change one is to draft again. */
export const draftDocument: DecideDocument = ({ type, code, body }, document) => [
  { type: 'DocumentDrafted', data: { type, code, draft: (document?.versions.length ?? 0) + 1, body } },
];

export const submitDocument: DecideDocument = (command, document) => {
  const version = versionIn(document, command);
  if ('rejection' in version) return version;
  if (version.status !== 'drafted') return rejected('not-a-draft', { status: version.status });
  return [{ type: 'DocumentSubmitted', data: { draft: version.draft, ...reasonOf(command) } }];
};

/** What an approval rests on beside the document itself. */
export interface Approver {
  /** It is the same person who drafted it, by an own account or by a token that they issued. */
  readonly isOwnDraft: boolean;
  /** No other account holds `leader`. */
  readonly isAlone: boolean;
}

/** R6.5: nobody approves their own draft, but the one account that alone holds `leader`; that is marked and reported. */
export function approveDocument({ isOwnDraft, isAlone }: Approver): DecideDocument {
  return (command, document, { at }) => {
    const version = versionIn(document, command);
    if ('rejection' in version) return version;
    const { draft, status } = version;
    if (status !== 'submitted') return rejected('not-submitted', { status });
    if (isOwnDraft && !isAlone) return rejected('own-draft');
    const { effectiveFrom = at } = (version.body ?? {}) as { readonly effectiveFrom?: string };
    const newer = draftWithDate(document, draft, effectiveFrom);
    if (newer !== undefined) return rejected('newer-draft-has-that-date', { draft: newer, effectiveFrom });
    const data = { draft, effectiveFrom, shipped: false, ownDraft: isOwnDraft, ...reasonOf(command) };
    return [{ type: 'DocumentApproved', data }];
  };
}

export const rejectDocument: DecideDocument = (command, document) => {
  const version = versionIn(document, command);
  if ('rejection' in version) return version;
  if (version.status !== 'submitted') return rejected('not-submitted', { status: version.status });
  return [{ type: 'DocumentRejected', data: { draft: version.draft, reason: command.reason ?? '' } }];
};

/** What is not decided on yet may be taken back by whoever drafted it, or by an administrator. */
export const withdrawDocument: DecideDocument = (command, document, circumstances) => {
  const version = versionIn(document, command);
  if ('rejection' in version) return version;
  const { draft, status } = version;
  if (status !== 'drafted' && status !== 'submitted') return rejected('already-decided', { status });
  const isTheirs = shareHands(drafterOf(version), handsOf(circumstances));
  if (!isTheirs && circumstances.actor.roles?.includes('administrator') !== true) return rejected('not-your-draft');
  return [{ type: 'DocumentWithdrawn', data: { draft, reason: command.reason ?? '' } }];
};

function versionIn(document: GovernedDocument, { draft }: DocumentRequest): DocumentVersion | Rejection {
  return document?.versions.find((one) => one.draft === draft) ?? rejected('document-not-found');
}

/**
 * Of two approved versions with one date the later draft is in force. An older one approved after it would never be, so that is
 * refused: whoever wants it back drafts it again.
 */
function draftWithDate(document: GovernedDocument, draft: number, effectiveFrom: string): number | undefined {
  const instant = (text: string) => Temporal.Instant.from(text).epochMilliseconds;
  return document?.versions.find(
    (one) =>
      one.status === 'approved' &&
      one.draft > draft &&
      one.effectiveFrom !== undefined &&
      instant(one.effectiveFrom) === instant(effectiveFrom),
  )?.draft;
}

function reasonOf({ reason }: DocumentRequest): { readonly reason?: string } {
  return reason === undefined ? {} : { reason };
}
