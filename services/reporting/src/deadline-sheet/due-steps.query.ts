import { problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import type { Ledgerline } from '@ledgerline/host';
import { streamName, type StreamName } from '@ledgerline/kernel';
import { deadlineSheetCollection } from './deadline-sheet.projection.js';
import { anyTime } from './sheet-rows.js';

export interface DueSteps {
  /** RFC 3339, UTC, milliseconds: what comes before it. */
  readonly before: string;
  /** Steps of clocks, or tickets that have been over for so long. */
  readonly what: 'steps' | 'over';
  readonly limit: number;
  readonly cursor?: string;
}

/** `at`: when time next brings something about on the ticket or contact, or since when it is over; `version`: of it that says so. */
export interface DueStream {
  readonly stream: StreamName;
  readonly at: string;
  readonly version: number;
}

export type DueStepsAnswer = { readonly kind: 'due'; readonly items: readonly DueStream[]; readonly next?: string } | Problem;

/** What the ticker has to look at, in order of time. */
export async function dueSteps({ body, principal }: QueryRequest<DueSteps>, ledgerline: Ledgerline): Promise<DueStepsAnswer> {
  if (!principal.roles.includes('system')) return problem('not-allowed');
  const { before, what, limit, cursor } = body;
  const [where, by] =
    what === 'steps'
      ? ([{ wakes: { before } }, 'wakes'] as const)
      : ([{ scope: 'over', since: { ...anyTime, before } }, 'since'] as const);
  const sheet = await ledgerline.live(deadlineSheetCollection);
  const page = await sheet.findRows({ where, sort: [by], limit, ...(cursor === undefined ? {} : { cursor }) });
  const items = page.items.map(({ id, row }) => ({
    stream: streamName(row['scope'] === 'contact' ? 'contact' : 'ticket', id),
    at: String(row[by]),
    version: Number(row['version']),
  }));
  return { kind: 'due', items, ...(page.next === undefined ? {} : { next: page.next }) };
}
