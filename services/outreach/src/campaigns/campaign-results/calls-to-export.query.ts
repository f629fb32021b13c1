import { problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import { makesCampaigns, seesCallers } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { isErased } from '@ledgerline/kernel';
import { callsCollection, type ListedCallDocument } from '../call-list/call-list.projection.js';

/** A line of a campaign's table: what came of a call and what was answered; nobody's name or number. */
export interface ExportedCall {
  readonly id: string;
  readonly listedAt: string;
  readonly source: string;
  readonly status: string;
  readonly attempts: number;
  readonly lastAt?: string;
  readonly agent?: string;
  readonly answers: Readonly<Record<string, unknown>>;
}

interface Asked {
  readonly id: string;
  readonly limit: number;
  readonly cursor?: string;
}

/**
 * For the export of whoever makes campaigns, page by page in the order of the list. What was said in words goes to those who see callers, as on the call
 * itself; words of an erased person are gone from it.
 */
export async function callsToExport(
  { body: { id: campaign, limit, cursor }, principal }: QueryRequest<Asked>,
  ledgerline: Ledgerline,
): Promise<{ readonly kind: 'page'; readonly items: readonly ExportedCall[]; readonly next?: string } | Problem> {
  if (!makesCampaigns(principal.roles)) return problem('not-allowed');
  const calls = await ledgerline.live(callsCollection);
  const query = { where: { kind: 'call', campaign }, sort: ['listedAt'], limit, ...(cursor === undefined ? {} : { cursor }) };
  const page = await calls.find(query);
  const withWords = seesCallers(principal.roles);
  const items = page.items.map(({ document }) => exported(document, withWords));
  return { kind: 'page', items, ...(page.next === undefined ? {} : { next: page.next }) };
}

function exported(call: ListedCallDocument, withWords: boolean): ExportedCall {
  const { id, listedAt, source, status, attempts, answers = {}, said } = call;
  const last = attempts.at(-1);
  const words = !withWords || said === undefined || isErased(said) ? {} : said;
  const tried = last === undefined ? {} : { lastAt: last.at, agent: last.by };
  return { id, listedAt, source, status, attempts: attempts.length, ...tried, answers: { ...answers, ...words } };
}
