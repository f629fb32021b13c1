import { problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import {
  documentFold,
  faultsOfCalendar,
  faultsOfPolicy,
  faultsOfRoutingTable,
  judgingPolicies,
  type DocumentType,
  type DocumentVersion,
  type GovernedDocument,
  type InBothLanguages,
} from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { instantText, streamName } from '@ledgerline/kernel';
import { countTickets, listTickets } from '../ticket-list/ticket-list.query.js';
import { clockPreview } from './clock-preview.js';
import { effectSentence } from './effect-sentence.js';
import { mayPreview } from './may-preview.js';
import { routePreview } from './route-preview.js';
import type { PreviewTicket } from './preview.js';

export interface PreviewRequest {
  readonly type: DocumentType;
  readonly code: string;
  readonly draft?: number;
  readonly limit?: number;
  readonly cursor?: string;
}

/** Which open tickets a version would treat differently: a page of them. */
export interface DocumentPreview {
  /** RFC 3339 as the version says it; null: from its approval. */
  readonly appliesFrom: string | null;
  /** Of a policy: whether it is one by which tickets are judged. */
  readonly judges: boolean;
  /** From when it counts, and for what. */
  readonly effect: InBothLanguages;
  /** Of this page: how many were looked at, and how many of these it would treat differently. */
  readonly examined: { readonly tickets: number; readonly differing: number };
  /** How many open tickets the asker sees in all. */
  readonly open: { readonly count: number; readonly exact: boolean };
  readonly items: readonly PreviewTicket[];
  readonly next: string | null;
}

/** Tickets read at one time, and milliseconds after which a page ends early: however many are open, one answer is bounded work. */
const [portion, budget] = [20, 1_500];

/**
 * `POST /policies/{id}/preview`, and of calendars and routing tables: which open tickets, of those that the asker may see, the
 * version would treat differently. One page of open tickets is looked at; `next` goes on.
 */
export async function previewDocument(
  { body, principal }: QueryRequest<PreviewRequest>,
  ledgerline: Ledgerline,
): Promise<(DocumentPreview & { readonly kind: 'preview' }) | Problem> {
  if (!mayPreview(principal.roles)) return problem('not-allowed');
  const found = await versionOf(body, ledgerline);
  if ('code' in found) return found;
  const preview = await previewOf(body, found, ledgerline);
  if (typeof preview !== 'function') return preview;
  const examined = { tickets: 0, differing: 0 };
  const items: PreviewTicket[] = [];
  const until = performance.now() + budget;
  let { cursor } = body;
  do {
    const limit = Math.min(portion, (body.limit ?? 200) - examined.tickets);
    const filter = { open: true, sort: 'registeredAt', limit, ...(cursor === undefined ? {} : { cursor }) };
    const page = await listTickets({ body: filter, principal }, ledgerline);
    if (page.kind === 'problem') return page;
    for (const ticket of page.items) {
      const different = await preview(ticket);
      if (different !== undefined) items.push({ id: ticket.id, number: ticket.number, ...different });
    }
    examined.tickets += page.items.length;
    cursor = page.next;
  } while (cursor !== undefined && examined.tickets < (body.limit ?? 200) && performance.now() < until);
  examined.differing = items.length;
  const open = await countTickets({ body: { open: true }, principal }, ledgerline);
  if ('code' in open) return open;
  const effect = effectSentence(body.type, found.effectiveFrom);
  const judges = body.type !== 'policy' || judgingPolicies.some((code) => code === body.code);
  return {
    kind: 'preview',
    appliesFrom: found.effectiveFrom ?? null,
    judges,
    effect,
    examined,
    open: { count: open.count, exact: open.exact },
    items,
    next: cursor ?? null,
  };
}

type Found = { readonly version: DocumentVersion; readonly effectiveFrom?: string };

async function versionOf({ type, code, draft }: PreviewRequest, { commands }: Ledgerline): Promise<Found | Problem> {
  const { state } = await commands.current<GovernedDocument>(streamName('document', `${type}-${code}`), documentFold);
  const version = draft === undefined ? state?.versions.at(-1) : state?.versions.find((one) => one.draft === draft);
  if (version === undefined) return problem('document-not-found');
  const errors = faultsOf(type, version.body);
  if (errors.length > 0) return { ...problem('invalid-document'), errors };
  const { effectiveFrom = version.effectiveFrom } = version.body as { readonly effectiveFrom?: string };
  return { version, ...(effectiveFrom === undefined ? {} : { effectiveFrom }) };
}

async function previewOf({ type, code }: PreviewRequest, { version, effectiveFrom }: Found, ledgerline: Ledgerline) {
  switch (type) {
    case 'policy':
    case 'calendar':
      return clockPreview(
        { type, code, version, effectiveFrom: effectiveFrom ?? instantText(ledgerline.clock.now()) },
        ledgerline,
      );
    case 'routing-table':
      return routePreview(code, version, ledgerline);
    default:
      return problem('nothing-to-preview', { type });
  }
}

function faultsOf(type: DocumentType, body: unknown) {
  switch (type) {
    case 'policy':
      return faultsOfPolicy(body);
    case 'calendar':
      return faultsOfCalendar(body);
    case 'routing-table':
      return faultsOfRoutingTable(body);
    default:
      return [];
  }
}
