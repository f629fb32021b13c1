import { problem, type QueryRequest } from '@ledgerline/contracts';
import type { Ledgerline } from '@ledgerline/host';
import { instantText } from '@ledgerline/kernel';
import { askDesk } from '../report.query.js';
import type { ProcessGraph } from './process.js';

export interface AskedProcess {
  readonly log?: 'own' | 'imported';
  readonly from?: string;
  readonly to?: string;
  /** Courses at most. */
  readonly limit?: number;
}

/** `GET /reports/process`: what follows what, how often and after how long, and whole courses; of what the asker may see. */
export async function askProcess({ body, principal, after }: QueryRequest<AskedProcess>, ledgerline: Ledgerline) {
  if (principal.kind === 'caller') return problem('not-allowed');
  const { log = 'own', limit = 20 } = body;
  const instant = (text: string | undefined) => (text === undefined ? undefined : Temporal.Instant.from(text).epochMilliseconds);
  const [from, to] = [instant(body.from), instant(body.to)];
  const question = { principal, log, limit, after, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  const answer = await askDesk<ProcessGraph & { readonly kind: 'report'; readonly position: string }>(
    ledgerline,
    'process',
    question,
  );
  if (answer.kind === 'problem') return answer;
  const period = { from: from === undefined ? null : instantText(from), to: to === undefined ? null : instantText(to) };
  return { ...answer, log, ...period, asOf: instantText(ledgerline.clock.now()) };
}
