import type { CollectionDefinition } from '@ledgerline/kernel';
import type { Ledgerline } from './ledgerline.js';
import type { Where } from './page-of-records.js';
import type { CommandRequest, ProblemReply } from './wire.js';

/** What a loop asks that takes the steps that are due. */
export interface DueQuery {
  /** RFC 3339, UTC, milliseconds. */
  readonly before: string;
  readonly limit: number;
}

interface Asked {
  readonly body: DueQuery;
  readonly principal: Pick<CommandRequest['principal'], 'roles'>;
}

/** Records with steps that are due by a date. */
export interface DueRecords<Document, Item> {
  /** The field of their rows that says when the next one is; less than `1` where there is none. */
  readonly by: string;
  readonly where?: Where;
  /** What there is to do; undefined where it is nothing after all. */
  itemOf(id: string, document: Document): Item | undefined;
}

/** What is due of a list, what has waited longest first; for the system's loops alone. */
export async function dueRecords<Document, Item>(
  definition: CollectionDefinition<Document>,
  { body: { before, limit }, principal }: Asked,
  { by, where = {}, itemOf }: DueRecords<Document, Item>,
  ledgerline: Pick<Ledgerline, 'live'>,
): Promise<{ readonly kind: 'due'; readonly items: readonly Item[] } | ProblemReply> {
  if (!principal.roles.includes('system')) return { kind: 'problem', code: 'not-allowed' };
  const collection = await ledgerline.live(definition);
  const { items } = await collection.find({ where: { ...where, [by]: { from: '1', before } }, sort: [by], limit });
  return { kind: 'due', items: items.flatMap(({ id, document }) => itemOf(id, document) ?? []) };
}
