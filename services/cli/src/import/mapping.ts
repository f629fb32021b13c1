import type { ClosureCode } from '@ledgerline/domain';
import type { Pick } from './pick.js';
import type { Template } from './template.js';
import type { ParseTime } from './time-format.js';

/** What a mapping file says, ready to be used: how a row of another system becomes activities on a ticket. */
export interface Mapping {
  /** Name of the other system or log: with the case's id it makes the ticket's id, so it never changes between runs. */
  readonly source: string;
  readonly csv: CsvShape;
  readonly case: Template;
  readonly ticket: TicketMapping;
  readonly events: readonly EventMapping[];
  readonly activities: ReadonlyMap<string, Meaning>;
  /** Every column that is named, with the place in the mapping that names it. */
  readonly columns: readonly NamedColumn[];
}

export interface NamedColumn {
  readonly pointer: string;
  readonly column: string;
}

export interface CsvShape {
  readonly delimiter: string;
  readonly quote: string;
  readonly encoding: 'utf-8' | 'gb18030' | 'windows-1252';
  /** Names of the columns of a file without a header line. */
  readonly columns: readonly string[] | undefined;
}

/** What the ticket is registered with, from the first row of its case. */
export interface TicketMapping {
  readonly channel: Pick;
  readonly kind: Pick;
  readonly level: Pick;
  readonly item: Pick;
  readonly subject: Template;
  readonly description: Template;
  readonly caller: Readonly<Partial<Record<'name' | 'phone' | 'email', Template>>>;
  readonly product: Pick | undefined;
  readonly district: Pick | undefined;
  /** Who has it, looked at on every row. */
  readonly department: Pick | undefined;
  readonly confidential: boolean;
}

/** One activity that a row tells of; a row can tell of several. */
export interface EventMapping {
  readonly activity: Template;
  readonly time: { readonly text: Template; readonly parse: ParseTime };
  readonly resource: Template | undefined;
  readonly details: readonly string[];
  /** Only rows where this text is not empty tell of it. */
  readonly when: Template | undefined;
  /** What tells it apart within its case; the whole row, and how often it came, where the mapping does not say. */
  readonly identity: Template | undefined;
}

/** What an activity means for the ticket beside having happened: one of the two. */
export interface Meaning {
  readonly closes?: ClosureCode;
  /** The step of the prescribed process that it stands for. */
  readonly step?: string;
}
