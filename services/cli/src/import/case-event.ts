import type { Meaning } from './mapping.js';

/** One activity of one case, as the mapping reads it out of a row. */
export interface CaseEvent {
  readonly line: number;
  readonly case: string;
  /** What tells it apart within its case. */
  readonly identity: string;
  /** True where the same identity can come again and is another activity then. */
  readonly repeatable: boolean;
  readonly activity: Activity;
  readonly ticket: TicketFacts;
}

export interface Activity {
  readonly activity: string;
  /** RFC 3339, UTC. */
  readonly occurredAt: string;
  readonly resource?: string;
  readonly details: Readonly<Record<string, string>>;
  readonly department?: string;
  readonly meaning?: Meaning;
}

/** What a case's ticket is registered with if this row is its first. */
export interface TicketFacts {
  readonly channel: 'phone' | 'email' | 'web' | 'api';
  readonly kind: string;
  readonly level: string;
  readonly item: string;
  readonly subject: string;
  readonly description: string;
  readonly caller: Readonly<Partial<Record<'name' | 'phone' | 'email', string>>>;
  readonly product?: string;
  readonly district?: string;
  readonly confidential: boolean;
}
