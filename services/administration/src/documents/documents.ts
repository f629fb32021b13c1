import { problem } from '@ledgerline/contracts';
import { documentFold, inForce, type DocumentEvent, type DocumentType, type GovernedDocument } from '@ledgerline/domain';
import { commandOf, replyOf, type CommandReply, type CommandRequest, type Ledgerline } from '@ledgerline/host';
import {
  idOf,
  instantText,
  rejected,
  streamName,
  type CollectionDefinition,
  type Decide,
  type Projection,
} from '@ledgerline/kernel';
import { accountsCollection } from '../accounts/accounts.js';
import { faultsOfDocument } from './faults-of-document.js';

export interface DocumentRequest {
  readonly type: DocumentType;
  readonly code: string;
  readonly draft?: number;
  readonly body?: unknown;
  readonly reason?: string;
}

/** R6.5: draft. What could not be put in force is refused with every fault named. */
export async function draftDocument(request: CommandRequest<DocumentRequest>, ledgerline: Ledgerline): Promise<CommandReply> {
  if (!mayDraft(request.principal.roles)) return problem('not-allowed');
  const { type, code, body } = request.body;
  const errors = await faultsOfDocument(type, body, ledgerline);
  if (errors.length > 0) return { ...problem('invalid-document'), errors };
  return onDocument(request, ledgerline, (_command, document) => {
    const draft = (document?.versions.length ?? 0) + 1;
    return [{ type: 'DocumentDrafted', data: { type, code, draft, body } }];
  });
}

export function submitDocument(request: CommandRequest<DocumentRequest>, ledgerline: Ledgerline): Promise<CommandReply> {
  if (!mayDraft(request.principal.roles)) return Promise.resolve(problem('not-allowed'));
  return onDocument(request, ledgerline, ({ draft = 0 }, document) => {
    const version = document?.versions.find((one) => one.draft === draft);
    if (!version) return rejected('document-not-found');
    return version.status === 'drafted'
      ? [{ type: 'DocumentSubmitted', data: { draft } }]
      : rejected('not-a-draft', { status: version.status });
  });
}

/** R6.5: nobody approves their own draft, but the one account that alone holds `leader`; that is marked. */
export async function approveDocument(request: CommandRequest<DocumentRequest>, ledgerline: Ledgerline): Promise<CommandReply> {
  if (!mayApprove(request.principal.roles)) return problem('not-allowed');
  const accounts = await ledgerline.live(accountsCollection);
  const leaders = await accounts.count({ where: { leader: true } }, 2);
  return onDocument(request, ledgerline, ({ draft = 0 }, document, { actor, at }) => {
    const version = document?.versions.find((one) => one.draft === draft);
    if (!version) return rejected('document-not-found');
    if (version.status !== 'submitted') return rejected('not-submitted', { status: version.status });
    const ownDraft = version.draftedBy === actor.id;
    if (ownDraft && leaders > 1) return rejected('own-draft');
    const { effectiveFrom = at } = (version.body ?? {}) as { effectiveFrom?: string };
    return [{ type: 'DocumentApproved', data: { draft, effectiveFrom, shipped: false, ownDraft } }];
  });
}

export function rejectDocument(request: CommandRequest<DocumentRequest>, ledgerline: Ledgerline): Promise<CommandReply> {
  if (!mayApprove(request.principal.roles)) return Promise.resolve(problem('not-allowed'));
  return onDocument(request, ledgerline, ({ draft = 0, reason = '' }, document) => {
    const version = document?.versions.find((one) => one.draft === draft);
    if (version?.status !== 'submitted') return rejected('not-submitted');
    return [{ type: 'DocumentRejected', data: { draft, reason } }];
  });
}

async function onDocument(
  request: CommandRequest<DocumentRequest>,
  ledgerline: Ledgerline,
  decide: Decide<DocumentRequest, GovernedDocument, DocumentEvent>,
): Promise<CommandReply> {
  const { type, code } = request.body;
  const handled = await ledgerline.commands.handle(streamName('document', `${type}-${code}`), commandOf(request), {
    fold: documentFold,
    decide,
  });
  const drafts = handled.kind === 'accepted' ? { draft: request.body.draft ?? handled.state?.versions.length } : {};
  return replyOf(code, handled, drafts);
}

function mayDraft(roles: readonly string[]): boolean {
  return roles.some((role) => ['administrator', 'coordinator', 'leader', 'chairman'].includes(role));
}

function mayApprove(roles: readonly string[]): boolean {
  return roles.some((role) => role === 'leader' || role === 'chairman');
}

export type ListedDocument = NonNullable<GovernedDocument>;

export const documentsCollection: CollectionDefinition<ListedDocument> = {
  name: 'documents',
  version: 1,
  fields: { type: 'string', code: 'string' },
  indexes: [['type', 'code']],
  rows: ({ type, code }) => [{ type, code }],
  personal: [],
};

export const documentList: Projection<ListedDocument> = {
  collection: documentsCollection,
  categories: ['document'],
  keys: ({ stream }) => [idOf(stream)],
  apply: (document, recorded) => documentFold.evolve(document, recorded),
};

/** The documents of a type with the version in force and all versions' states. */
export async function listDocuments({ body }: { readonly body: { readonly type: DocumentType } }, ledgerline: Ledgerline) {
  const page = await (
    await ledgerline.live(documentsCollection)
  ).find({ where: { type: body.type }, sort: ['code'], limit: 200 });
  const now = instantText(ledgerline.clock.now());
  return page.items.map(({ document }) => ({
    code: document.code,
    inForce: inForce(document, now)?.body ?? null,
    versions: document.versions.map(({ draft, status, draftedBy, effectiveFrom }) => ({
      id: `${document.code}.${draft}`,
      draft,
      status,
      draftedBy,
      ...(effectiveFrom === undefined ? {} : { effectiveFrom }),
    })),
  }));
}

/** Codes of the item trees in force: which trees there are is the read model's word, what they say the log's. */
export async function itemsInForce(_request: unknown, ledgerline: Ledgerline): Promise<readonly string[]> {
  const listed = await (
    await ledgerline.live(documentsCollection)
  ).find({ where: { type: 'item-tree' }, sort: ['code'], limit: 200 });
  const trees = new Set(['company', ...listed.items.map(({ document }) => document.code)]);
  const now = instantText(ledgerline.clock.now());
  const codes: string[] = [];
  for (const tree of trees) {
    const { state } = await ledgerline.commands.current(streamName('document', `item-tree-${tree}`), documentFold);
    const { items = [] } = (inForce(state, now)?.body ?? {}) as { readonly items?: readonly { readonly code: string }[] };
    codes.push(...items.map(({ code }) => code));
  }
  return codes;
}
