import { queryTermsOf, type CollectionDefinition, type Condition } from '@ledgerline/kernel';
import type { Ledgerline } from './ledgerline.js';
import { whyUnseen } from './why-unseen.js';
import type { ProblemReply } from './wire.js';

export type Where = Readonly<Record<string, Condition>>;
export type RecordPage<Shown> =
  { readonly kind: 'page'; readonly items: readonly Shown[]; readonly next?: string } | ProblemReply;

interface Asked {
  readonly body: { readonly q?: string; readonly limit?: number; readonly cursor?: string };
  /** The read model has to have seen this position. */
  readonly after?: string;
}

/** What a list is made of: the rows that the asker may find, in which order, and how (or whether) each document shows. */
export interface RecordList<Document, Shown> {
  /** `nothing` where there is nothing that they may find. */
  where(): Promise<Where | 'nothing'> | Where | 'nothing';
  readonly sort: readonly string[];
  /** undefined where it does not show after all. */
  show(document: Document): Shown | undefined;
}

/** A page of records: searched by words, or in an order. */
export async function pageOfRecords<Document, Shown>(
  definition: CollectionDefinition<Document>,
  { body: { q, limit = 50, cursor }, after }: Asked,
  { where: rows, sort, show }: RecordList<Document, Shown>,
  ledgerline: Pick<Ledgerline, 'live' | 'store' | 'watch'>,
): Promise<RecordPage<Shown>> {
  const collection = await ledgerline.live(definition);
  const why = await whyUnseen(collection, after, ledgerline);
  if (why) return { kind: 'problem', code: why };
  const terms = q === undefined ? [] : queryTermsOf(q);
  const where = q !== undefined && terms.length === 0 ? 'nothing' : await rows();
  if (where === 'nothing') return { kind: 'page', items: [] };
  const how = q === undefined ? { sort } : { terms };
  const page = await collection.find({ where, ...how, limit, ...(cursor === undefined ? {} : { cursor }) });
  const items = page.items.flatMap(({ document }) => show(document) ?? []);
  return { kind: 'page', items, ...(page.next === undefined ? {} : { next: page.next }) };
}
