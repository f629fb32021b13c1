import { problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import {
  differencesOf,
  documentFold,
  inForce,
  placeOf,
  predecessorOf,
  type DocumentDifference,
  type DocumentStep,
  type DocumentType,
  type DocumentVersion,
  type GovernedDocument,
  type VersionPlace,
} from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { everyDocument, instantText, streamName } from '@ledgerline/kernel';
import { documentsCollection, type ListedDocument } from './document-list.projection.js';

export interface VersionQuery {
  readonly type: DocumentType;
  readonly code: string;
  /** The version in force, or the newest where none is, unless given. */
  readonly draft?: number;
  /** Differences: the version to compare with; the one that it takes over from unless given. */
  readonly from?: number;
}

/** A version without its body. `status` is what was decided; `state` also says whether an approved one waits, is in force or has had its time. */
export interface ShownVersion
  extends VersionPlace, Pick<DocumentVersion, 'draft' | 'status' | 'draftedBy' | 'effectiveFrom' | 'approvedAt' | 'shipped'> {
  /** `code.draft`. */
  readonly id: string;
  /** Of an approved one: whether by whoever drafted it. */
  readonly selfApproved?: boolean;
  readonly steps: readonly DocumentStep[];
}

/** A document of a list. */
export interface ShownDocument {
  readonly code: string;
  /** The body of the version in force; null where there is none. */
  readonly inForce: unknown;
  readonly versions: readonly ShownVersion[];
}

/** One version whole, with the history of all. */
export interface OneDocument extends ShownVersion {
  readonly type: DocumentType;
  readonly code: string;
  readonly body: unknown;
  readonly versions: readonly ShownVersion[];
}

/** A version that was approved by whoever drafted it. */
export interface SelfApproval extends ShownVersion {
  readonly type: DocumentType;
  readonly code: string;
}

/** What one version changes against another, by their ids; null where there was none before. */
export interface DocumentDifferences {
  readonly from: string | null;
  readonly to: string;
  readonly items: readonly DocumentDifference[];
}

/** The documents of a type with the version in force and all versions' states. */
export async function listDocuments({ body }: { readonly body: { readonly type: DocumentType } }, ledgerline: Ledgerline) {
  const page = await (
    await ledgerline.live(documentsCollection)
  ).find({ where: { type: body.type }, sort: ['code'], limit: 200 });
  const now = ledgerline.clock.now();
  return page.items.map(({ document }): ShownDocument => ({
    code: document.code,
    inForce: inForce(document, instantText(now))?.body ?? null,
    versions: versionsOf(document, now),
  }));
}

/** One version whole, with the history of all. */
export async function oneDocument(
  { body }: QueryRequest<VersionQuery>,
  ledgerline: Ledgerline,
): Promise<{ readonly kind: 'document'; readonly document: OneDocument } | Problem> {
  const found = await find(body, ledgerline);
  if ('code' in found) return found;
  const { document, version, now } = found;
  const { type, code } = body;
  return {
    kind: 'document',
    document: { type, code, ...versionView(document, version, now), body: version.body, versions: versionsOf(document, now) },
  };
}

type Differences = Problem | (DocumentDifferences & { readonly kind: 'differences' });

/** What one version changes against another, by default against the one that it takes over from. */
export async function documentDifferences({ body }: QueryRequest<VersionQuery>, ledgerline: Ledgerline): Promise<Differences> {
  const found = await find(body, ledgerline);
  if ('code' in found) return found;
  const { document, version, now } = found;
  const before =
    body.from === undefined ? predecessorOf(document, version, now) : document.versions.find(({ draft }) => draft === body.from);
  if (body.from !== undefined && before === undefined) return problem('document-not-found');
  const items = differencesOf(body.type, before?.body ?? {}, version.body);
  const idOf = ({ draft }: DocumentVersion) => `${body.code}.${draft}`;
  return { kind: 'differences', from: before === undefined ? null : idOf(before), to: idOf(version), items };
}

/** Versions that were approved by whoever drafted them (R6.5): for those who watch. */
export async function selfApprovals(
  { principal }: QueryRequest<unknown>,
  ledgerline: Ledgerline,
): Promise<{ readonly kind: 'self-approvals'; readonly items: readonly SelfApproval[] } | Problem> {
  if (!principal.roles.some((role) => ['auditor', 'leader', 'chairman', 'administrator'].includes(role)))
    return problem('not-allowed');
  const now = ledgerline.clock.now();
  const items: SelfApproval[] = [];
  const query = { where: { ownDraft: true }, sort: ['type'] };
  for await (const { document } of everyDocument(await ledgerline.live(documentsCollection), query))
    for (const version of document.versions.filter(({ ownDraft }) => ownDraft === true))
      items.push({ type: document.type, code: document.code, ...versionView(document, version, now) });
  return { kind: 'self-approvals', items };
}

async function find({ type, code, draft }: VersionQuery, { commands, clock }: Ledgerline) {
  const { state: document } = await commands.current<GovernedDocument>(streamName('document', `${type}-${code}`), documentFold);
  const now = clock.now();
  const version =
    draft === undefined
      ? (inForce(document, instantText(now)) ?? document?.versions.at(-1))
      : document?.versions.find((one) => one.draft === draft);
  return document === undefined || version === undefined ? problem('document-not-found') : { document, version, now };
}

function versionsOf(document: ListedDocument, now: number) {
  return document.versions.map((version) => versionView(document, version, now));
}

function versionView(document: ListedDocument, version: DocumentVersion, now: number): ShownVersion {
  const { draft, status, draftedBy, effectiveFrom, approvedAt, ownDraft = false, shipped = false, steps = [] } = version;
  return {
    id: `${document.code}.${draft}`,
    draft,
    status,
    ...placeOf(document, version, now),
    draftedBy,
    ...(effectiveFrom === undefined ? {} : { effectiveFrom }),
    ...(approvedAt === undefined ? {} : { approvedAt, shipped, selfApproved: ownDraft }),
    steps,
  };
}
