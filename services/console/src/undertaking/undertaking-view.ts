import type { InBothLanguages, Sealed } from '../api/views.ts';

export type UndertakingView =
  | { readonly state: 'missing' }
  | { readonly state: 'signed' | 'expired'; readonly edition: string; readonly signedAt: string; readonly validUntil: string };

export interface Signature {
  readonly id: string;
  readonly username: Sealed<string>;
  readonly name: Sealed<string>;
  readonly undertaking: UndertakingView;
}

/** `GET /undertakings`. */
export interface UndertakingsView {
  readonly text: InBothLanguages & { readonly edition: string };
  readonly own: UndertakingView;
  /** Everybody's, for those who watch over it. */
  readonly items: readonly Signature[];
}
