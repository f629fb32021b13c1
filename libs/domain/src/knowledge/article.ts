import { noRuleFor, type Fold, type Personal, type RecordedEvent } from '@ledgerline/kernel';
import type { ArticleContent, ArticleEvent } from './article-events.js';

export interface ArticleVersion extends ArticleContent {
  readonly draft: number;
  readonly status: 'drafted' | 'submitted' | 'published' | 'rejected';
  readonly draftedBy: string;
  /** The absent person for whom a substitute drafted it. */
  readonly draftedFor?: string;
  readonly draftedAt: string;
  readonly publishedBy?: string;
  readonly publishedAt?: string;
  readonly reason?: string;
}

/** What a reader would have otherwise (纠错): open until the owner decides. */
export interface Correction {
  readonly correction: number;
  /** The version that was read. */
  readonly draft: number;
  readonly text: Personal<string>;
  readonly by: string;
  readonly at: string;
  readonly status: 'open' | 'accepted' | 'declined';
  readonly reason?: string;
}

export interface KnownArticle {
  readonly code: string;
  readonly versions: readonly ArticleVersion[];
  readonly corrections: readonly Correction[];
  /** The version that agents rely on; none before the first publication and after a withdrawal. */
  readonly published?: number;
  readonly withdrawn?: { readonly at: string; readonly by: string; readonly reason: string };
}
export type Article = KnownArticle | undefined;

type RecordedArticleEvent = ArticleEvent & Pick<RecordedEvent, 'meta'>;

export const articleFold: Fold<Article> = {
  initial: undefined,
  evolve: (article, recorded) => evolveArticle(article, recorded as unknown as RecordedArticleEvent),
};

function evolveArticle(article: Article, event: RecordedArticleEvent): Article {
  const { at, actor, onBehalfOf } = event.meta;
  if (event.type === 'ArticleDrafted') {
    const { code, ...content } = event.data;
    const draftedFor = onBehalfOf === undefined ? {} : { draftedFor: onBehalfOf };
    const version: ArticleVersion = { ...content, status: 'drafted', draftedBy: actor.id, ...draftedFor, draftedAt: at };
    return { code, corrections: [], ...article, versions: [...(article?.versions ?? []), version] };
  }
  if (article === undefined) return article;
  switch (event.type) {
    case 'ArticleSubmitted':
      return withVersion(article, event.data.draft, { status: 'submitted' });
    case 'ArticlePublished': {
      const { draft } = event.data;
      const { withdrawn: _over, ...rest } = withVersion(article, draft, {
        status: 'published',
        publishedBy: actor.id,
        publishedAt: at,
      });
      return { ...rest, published: draft };
    }
    case 'ArticleRejected':
      return withVersion(article, event.data.draft, { status: 'rejected', reason: event.data.reason });
    case 'ArticleWithdrawn': {
      const { published: _before, ...rest } = article;
      return { ...rest, withdrawn: { at, by: actor.id, reason: event.data.reason } };
    }
    case 'CorrectionProposed': {
      const { correction, draft, text } = event.data;
      return { ...article, corrections: [...article.corrections, { correction, draft, text, by: actor.id, at, status: 'open' }] };
    }
    case 'CorrectionAccepted':
      return withCorrection(article, event.data.correction, { status: 'accepted' });
    case 'CorrectionDeclined':
      return withCorrection(article, event.data.correction, { status: 'declined', reason: event.data.reason });
    default:
      return noRuleFor(event);
  }
}

export function publishedVersion(article: Article): ArticleVersion | undefined {
  return article?.versions.find(({ draft }) => draft === article.published);
}

/** The version that an agent may rely on at an instant (RFC 3339, UTC): published and not expired. */
export function inForceVersion(article: Article, at: string): ArticleVersion | undefined {
  const version = publishedVersion(article);
  return version?.validUntil === undefined || version.validUntil >= at ? version : undefined;
}

function withVersion(article: KnownArticle, draft: number, change: Partial<ArticleVersion>): KnownArticle {
  return { ...article, versions: article.versions.map((one) => (one.draft === draft ? { ...one, ...change } : one)) };
}

function withCorrection(article: KnownArticle, correction: number, change: Partial<Correction>): KnownArticle {
  const corrections = article.corrections.map((one) => (one.correction === correction ? { ...one, ...change } : one));
  return { ...article, corrections };
}
