import type { Sealed } from '../api/views.ts';

/** A version of an article, as lists and `GET /knowledge/{code}` give it. */
export interface ArticleVersionView {
  readonly id: string;
  readonly draft: number;
  readonly status: 'drafted' | 'submitted' | 'published' | 'rejected';
  readonly department: string;
  readonly title: string;
  readonly keywords: readonly string[];
  readonly items: readonly string[];
  readonly public: boolean;
  /** Market information. */
  readonly market?: boolean;
  readonly validUntil?: string;
  readonly draftedBy: string;
  readonly draftedAt: string;
  readonly publishedAt?: string;
  readonly reason?: string;
}

export interface ListedArticle extends ArticleVersionView {
  readonly code: string;
  readonly state: string;
  readonly text: string;
  readonly versions: number;
  readonly openCorrections: number;
}

export interface CorrectionView {
  readonly correction: number;
  readonly text: Sealed<string>;
  readonly by: string;
  readonly at: string;
  readonly status: 'open' | 'accepted' | 'declined';
  readonly reason?: string;
}

export interface ArticleView extends ArticleVersionView {
  readonly code: string;
  readonly state: string;
  readonly text: string;
  /** All versions, for whoever keeps the article or watches. */
  readonly history?: readonly ArticleVersionView[];
  readonly corrections?: readonly CorrectionView[];
  readonly uses?: { readonly total?: number };
}
