import { problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import type { MinedLog } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { instantText } from '@ledgerline/kernel';
import { askDesk } from '../report.query.js';
import type { ProcessGraph } from './process.js';
import { withTickets, type AddressedProcess } from './process-addresses.js';
import { faultsOfPart, type ProcessPart } from './process-part.js';

export interface AskedProcess {
  readonly log?: 'own' | 'imported';
  readonly from?: string;
  readonly to?: string;
  /** Courses at most. */
  readonly limit?: number;
}

/** The process as it is told: of its own or an imported log, in a period. */
export interface ShownProcess extends AddressedProcess {
  readonly position: string;
  readonly log: MinedLog;
  readonly from: string | null;
  readonly to: string | null;
  readonly asOf: string;
}

/** `GET /reports/process`: what follows what, how often and after how long, and whole courses; of what the asker may see. */
export async function askProcess(
  { body, principal, after }: QueryRequest<AskedProcess>,
  ledgerline: Ledgerline,
): Promise<(ShownProcess & { readonly kind: 'report' }) | Problem> {
  if (principal.kind === 'caller') return problem('not-allowed');
  const { log, ...period } = periodOf(body);
  const question = { principal, log, limit: body.limit ?? 20, after, ...period };
  const answer = await askDesk<Answered<ProcessGraph>>(ledgerline, 'process', question);
  if (answer.kind === 'problem') return answer;
  const { kind, position, ...graph } = answer;
  const told = (at: number | undefined) => (at === undefined ? null : instantText(at));
  const [from, to] = [told(period.from), told(period.to)];
  const asked = {
    log,
    ...(body.from === undefined ? {} : { from: body.from }),
    ...(body.to === undefined ? {} : { to: body.to }),
  };
  return { kind, ...withTickets(graph, asked), position, log, from, to, asOf: instantText(ledgerline.clock.now()) };
}

export interface AskedProcessTickets extends AskedProcess, ProcessPart {
  /** Where the page before it ended. */
  readonly cursor?: number;
}

/** `GET /reports/process/tickets`: the tickets behind one of its numbers, the newest first. */
export async function askProcessTickets({ body, principal, after }: QueryRequest<AskedProcessTickets>, ledgerline: Ledgerline) {
  if (principal.kind === 'caller') return problem('not-allowed');
  const { log: _log, from: _from, to: _to, limit = 50, cursor, ...part } = body;
  const errors = faultsOfPart(part);
  if (errors.length > 0) return { ...problem('invalid-query'), errors } satisfies Problem;
  const page = { limit, ...(cursor === undefined ? {} : { before: cursor }) };
  return askDesk<Answered<object>>(ledgerline, 'process-tickets', { principal, after, part, ...periodOf(body), ...page });
}

type Answered<Answer> = Answer & { readonly kind: 'report'; readonly position: string };

function periodOf({ log = 'own', from, to }: AskedProcess) {
  const instant = (text: string) => Temporal.Instant.from(text).epochMilliseconds;
  return { log, ...(from === undefined ? {} : { from: instant(from) }), ...(to === undefined ? {} : { to: instant(to) }) };
}
