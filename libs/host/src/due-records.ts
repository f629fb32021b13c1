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
export interface DueRecords<Document, Step extends object> {
  /** The field of their rows that says when the next one is; less than `1` where there is none. */
  readonly by: string;
  readonly where?: Where;
  /** What there is to do; undefined where it is nothing after all. */
  stepOf(document: Document): Step | undefined;
}

/** A step, and of which record as it stood then. */
export type DueStep<Step> = Step & { readonly id: string; readonly version: number };

/** What is due of a list, what has waited longest first; for the system's loops alone. */
export async function dueRecords<Document extends { readonly version: number }, Step extends object>(
  definition: CollectionDefinition<Document>,
  { body: { before, limit }, principal }: Asked,
  { by, where = {}, stepOf }: DueRecords<Document, Step>,
  ledgerline: Pick<Ledgerline, 'live'>,
): Promise<{ readonly kind: 'due'; readonly items: readonly DueStep<Step>[] } | ProblemReply> {
  if (!principal.roles.includes('system')) return { kind: 'problem', code: 'not-allowed' };
  const collection = await ledgerline.live(definition);
  const { items } = await collection.find({ where: { ...where, [by]: { from: '1', before } }, sort: [by], limit });
  return {
    kind: 'due',
    items: items.flatMap(({ id, document }) => {
      const step = stepOf(document);
      return step === undefined ? [] : [{ ...step, id, version: document.version }];
    }),
  };
}
