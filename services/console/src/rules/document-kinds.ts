import type { ScreenWord } from '../words/use-words.ts';

export interface DocumentKind {
  readonly path: 'policies' | 'calendars' | 'routing-tables' | 'items';
  readonly word: ScreenWord;
}

export const documentKinds: readonly DocumentKind[] = [
  { path: 'policies', word: 'policies' },
  { path: 'calendars', word: 'calendars' },
  { path: 'routing-tables', word: 'routingTables' },
  { path: 'items', word: 'items' },
];

export interface VersionView {
  readonly id: string;
  readonly draft: number;
  readonly status: string;
  readonly state?: string;
  readonly effectiveFrom?: string;
  readonly approvedAt?: string;
  readonly draftedBy?: string;
}

export interface ListedDocument {
  readonly code: string;
  readonly inForce: Readonly<Record<string, unknown>> | null;
  readonly versions: readonly VersionView[];
}
