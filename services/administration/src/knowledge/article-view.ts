import { inForceVersion, publishedVersion, type ArticleVersion, type KnownArticle } from '@ledgerline/domain';

export type ArticleState = 'draft' | 'submitted' | 'in-force' | 'expired' | 'withdrawn';

/** Where an article stands at an instant (RFC 3339, UTC). */
export function stateOf(article: KnownArticle, now: string): ArticleState {
  if (publishedVersion(article) !== undefined) return inForceVersion(article, now) === undefined ? 'expired' : 'in-force';
  if (article.withdrawn !== undefined) return 'withdrawn';
  return article.versions.at(-1)?.status === 'submitted' ? 'submitted' : 'draft';
}

/** A version of an article by its id, `code.draft`. */
export type ShownArticleVersion = ArticleVersion & { readonly id: string };

/** A line of a list: the version that is shown, how many there are, and corrections that nobody has decided on. */
export interface ArticleLine extends ShownArticleVersion {
  readonly code: string;
  readonly state: ArticleState;
  readonly versions: number;
  readonly openCorrections: number;
}

/** What a list shows: the version that agents rely on, else the newest. */
export function shortView(article: KnownArticle, now: string): ArticleLine {
  // An article begins with a draft: there is always one.
  const version = (publishedVersion(article) ?? article.versions.at(-1)) as ArticleVersion;
  const { corrections, versions } = article;
  return {
    code: article.code,
    state: stateOf(article, now),
    ...versionView(article.code, version),
    versions: versions.length,
    openCorrections: corrections.filter(({ status }) => status === 'open').length,
  };
}

export function versionView(code: string, version: ArticleVersion): ShownArticleVersion {
  return { id: `${code}.${version.draft}`, ...version };
}
