import { definitionsOf, type EventDefinition, type Personal, type EventOf } from '@ledgerline/kernel';

/** What an article says (R1.4). It is the house's own text: no caller's words, and plain in the log. */
export interface ArticleContent {
  /** Owner: its manager decides on corrections beside the editors. */
  readonly department: string;
  readonly title: string;
  readonly text: string;
  readonly keywords: readonly string[];
  /** Codes of the subject tree. */
  readonly items: readonly string[];
  /** May be shown to callers, on the public pages. */
  readonly public: boolean;
  /** Market information (R11): offers, prices, what is new; the rest explains and helps. */
  readonly market?: true;
  /** Last moment at which agents may rely on it, RFC 3339 in UTC. */
  readonly validUntil?: string;
}

/** Every event of an article by wire name. A correction is what a reader typed, sealed with the reader's own key. */
export interface ArticleEvents {
  ArticleDrafted: ArticleContent & { readonly code: string; readonly draft: number };
  ArticleSubmitted: { readonly draft: number };
  ArticlePublished: { readonly draft: number };
  ArticleRejected: { readonly draft: number; readonly reason: string };
  /** Nobody may rely on it any more, until another version is published. */
  ArticleWithdrawn: { readonly reason: string };
  CorrectionProposed: {
    readonly correction: number;
    readonly draft: number;
    readonly person: string;
    readonly text: Personal<string>;
  };
  CorrectionAccepted: { readonly correction: number };
  CorrectionDeclined: { readonly correction: number; readonly reason: string };
}
export type ArticleEventType = keyof ArticleEvents;
export type ArticleEvent = EventOf<ArticleEvents>;

export const articleEventDefinitions: readonly EventDefinition[] = definitionsOf<ArticleEventType>({
  ArticleDrafted: undefined,
  ArticleSubmitted: undefined,
  ArticlePublished: undefined,
  ArticleRejected: undefined,
  ArticleWithdrawn: undefined,
  CorrectionProposed: ['text'],
  CorrectionAccepted: undefined,
  CorrectionDeclined: undefined,
});
