import { inForceVersion, publishedVersion, type ArticleVersion, type KnownArticle } from '@ledgerline/domain';

export type ArticleState = 'draft' | 'submitted' | 'in-force' | 'expired' | 'withdrawn';

/** Where an article stands at an instant (RFC 3339, UTC). */
export function stateOf(article: KnownArticle, now: string): ArticleState {
  if (publishedVersion(article) !== undefined) return inForceVersion(article, now) === undefined ? 'expired' : 'in-force';
  if (article.withdrawn !== undefined) return 'withdrawn';
  return article.versions.at(-1)?.status === 'submitted' ? 'submitted' : 'draft';
}

/** What a list shows: the version that agents rely on, else the newest. */
export function shortView(article: KnownArticle, now: string) {
  const version = publishedVersion(article) ?? article.versions.at(-1);
  const { corrections, versions } = article;
  return {
    code: article.code,
    state: stateOf(article, now),
    ...(version === undefined ? {} : versionView(article.code, version)),
    versions: versions.length,
    openCorrections: corrections.filter(({ status }) => status === 'open').length,
  };
}

export function versionView(code: string, version: ArticleVersion) {
  return { id: `${code}.${version.draft}`, ...version };
}
