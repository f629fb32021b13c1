import { problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import {
  calendarsNamed, documentFold, faultsOfCalendar, faultsOfPolicy, faultsOfRoutingTable, judgingPolicies, type DocumentType, type GovernedDocument,
  type Policy, type RoutingTable,
} from '@ledgerline/domain'; // prettier-ignore
import type { Ledgerline } from '@ledgerline/host';
import { streamName } from '@ledgerline/kernel';
import { mayPreview } from '../../preview-document/may-preview.js';
import { askDesk } from '../report.query.js';
import type { TriedDocuments, TriedVersion } from './tried-documents.js';
import type { WhatIfQuestion } from './what-if-runs.js';

/** A version by code and number, or a body that is none yet. */
export interface NamedDocument {
  readonly code?: string;
  readonly version?: number;
  readonly body?: unknown;
}

export interface WhatIfBody {
  readonly from?: string;
  readonly to?: string;
  readonly policy?: NamedDocument;
  readonly calendar?: NamedDocument;
  readonly routingTable?: NamedDocument;
}

/** `POST /reports/what-if`: begins a comparison; it changes nothing. */
export async function beginWhatIf({ body, principal }: QueryRequest<WhatIfBody>, ledgerline: Ledgerline) {
  if (!mayPreview(principal.roles)) return problem('not-allowed');
  if (!body.policy && !body.calendar && !body.routingTable) return problem('nothing-to-try');
  const found = await documentsOf(body, ledgerline);
  if ('kind' in found) return found;
  const asOf = ledgerline.clock.now();
  const from = body.from === undefined ? 0 : Temporal.Instant.from(body.from).epochMilliseconds;
  const to = body.to === undefined ? asOf : Temporal.Instant.from(body.to).epochMilliseconds;
  return askDesk(ledgerline, 'what-if', { principal, from, to, asOf, ...found } satisfies WhatIfQuestion);
}

export function lookAtWhatIf({ body, principal }: QueryRequest<{ readonly id: string }>, ledgerline: Ledgerline) {
  return askDesk(ledgerline, 'what-if-state', { id: body.id, principal });
}

export function cancelWhatIf({ body, principal }: QueryRequest<{ readonly id: string }>, ledgerline: Ledgerline) {
  return askDesk(ledgerline, 'what-if-cancel', { id: body.id, principal });
}

export interface DifferingTickets {
  readonly id: string;
  readonly filter: Readonly<Record<string, string>>;
  readonly limit?: number;
  readonly cursor?: number;
}

export function differingTickets({ body, principal }: QueryRequest<DifferingTickets>, ledgerline: Ledgerline) {
  const { id, filter, limit = 50, cursor = -1 } = body;
  return askDesk(ledgerline, 'what-if-tickets', { id, principal, filter, limit, after: cursor });
}

async function documentsOf(
  body: WhatIfBody,
  ledgerline: Ledgerline,
): Promise<Pick<WhatIfQuestion, 'documents' | 'table'> | Problem> {
  const read = (type: DocumentType, code: string): Promise<GovernedDocument> =>
    ledgerline.commands.current(streamName('document', `${type}-${code}`), documentFold).then(({ state }) => state);
  const tried: { policy?: TriedVersion; calendar?: TriedVersion } = {};
  let table: TriedVersion | undefined;
  for (const [member, type] of [['policy', 'policy'], ['calendar', 'calendar'], ['routingTable', 'routing-table']] as const) {
    const named = body[member];
    if (named === undefined) continue;
    const version = await versionOf(type, named, read);
    if ('kind' in version) return version;
    if (member === 'routingTable') table = version;
    else tried[member] = version;
  } // prettier-ignore
  const policies = await Promise.all(judgingPolicies.map((code) => read('policy', code)));
  const codes = new Set([...calendarsNamed(policies), ...named(tried.policy)]);
  const calendars = await Promise.all([...codes].map(async (code) => [code, await read('calendar', code)] as const));
  const known = new Set(calendars.flatMap(([code, document]) => (document === undefined ? [] : [code])));
  const unknown = [...named(tried.policy)].find((code) => !known.has(code) && code !== tried.calendar?.code);
  if (unknown !== undefined) return problem('unknown-calendar', { calendar: unknown });
  const documents: TriedDocuments = { policies, calendars, ...tried };
  return { documents, ...(table === undefined ? {} : { table: table.body as RoutingTable }) };
}

function named(policy: TriedVersion | undefined): readonly string[] {
  const codes = ((policy?.body as Policy | undefined)?.clocks ?? []).map(({ calendar }) => calendar);
  return codes.filter((code) => code !== 'elapsed');
}

type Read = (type: DocumentType, code: string) => Promise<GovernedDocument>;

async function versionOf(
  type: 'policy' | 'calendar' | 'routing-table',
  named: NamedDocument,
  read: Read,
): Promise<TriedVersion | Problem> {
  const found = await versionNamed(type, named, read);
  if (found === undefined) return problem('document-not-found', { document: type, named: named.code, version: named.version });
  const errors = faultsOf[type](found.body);
  return errors.length === 0 ? found : { ...problem('invalid-document'), errors };
}

async function versionNamed(
  type: DocumentType,
  { code, version, body }: NamedDocument,
  read: Read,
): Promise<TriedVersion | undefined> {
  if (body !== undefined) return { code: code ?? String((body as { code?: unknown } | null)?.code), version: 0, body };
  const { versions = [] } = (code === undefined ? undefined : await read(type, code)) ?? {};
  const one = version === undefined ? versions.at(-1) : versions.find(({ draft }) => draft === version);
  return one && { code: code as string, version: one.draft, body: one.body };
}

const faultsOf = { 'policy': faultsOfPolicy, 'calendar': faultsOfCalendar, 'routing-table': faultsOfRoutingTable } as const; // prettier-ignore
