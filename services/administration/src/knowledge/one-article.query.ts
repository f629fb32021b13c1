import { problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import { articleFold, inForceVersion, watchesHouse, type Article, type KnownArticle } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { instantText, streamName } from '@ledgerline/kernel';
import { keeps } from './article.decisions.js';
import { articleUsesCollection } from './article-use.projection.js';
import { stateOf, versionView, type ArticleState, type ShownArticleVersion } from './article-view.js';
import { mayRead } from './articles.query.js';

export interface ArticleQuery {
  readonly code: string;
  readonly draft?: number;
}

/** One article: the version that is shown; the rest is for whoever keeps it, or watches. */
export interface OneArticle extends ShownArticleVersion {
  readonly code: string;
  readonly state: ArticleState;
  /** All versions, without their texts. */
  readonly history?: readonly Omit<ShownArticleVersion, 'text'>[];
  readonly corrections?: KnownArticle['corrections'];
  /** How often answers rested on it, in all and on each version; not exact: at least. */
  readonly uses?: {
    readonly total: number;
    readonly exact: boolean;
    readonly byVersion: readonly { readonly draft: number; readonly count: number }[];
  };
  readonly withdrawn?: KnownArticle['withdrawn'];
}

/** Uses that are counted one by one; more is "at least". */
const mostCounted = 100_000;

/**
 * `GET /knowledge/{code}`, or a version by `code.draft`. Readers get the version in force; whoever keeps the article, or watches,
 * all versions, the corrections and how often answers rested on each.
 */
export async function oneArticle(
  { body, principal }: QueryRequest<ArticleQuery>,
  ledgerline: Ledgerline,
): Promise<{ readonly kind: 'article'; readonly article: OneArticle } | Problem> {
  if (!mayRead(principal)) return problem('not-allowed');
  const { state: article } = await ledgerline.commands.current<Article>(streamName('article', body.code), articleFold);
  if (article === undefined) return problem('article-not-found');
  const now = instantText(ledgerline.clock.now());
  const department = article.versions.at(-1)?.department ?? '';
  const isKeeper = keeps(principal, department) || watchesHouse(principal.roles);
  const inForce = inForceVersion(article, now);
  const shown =
    body.draft === undefined
      ? (inForce ?? (isKeeper ? article.versions.at(-1) : undefined))
      : article.versions.find(({ draft }) => draft === body.draft);
  if (shown === undefined || (!isKeeper && shown !== inForce)) return problem('article-not-found');
  const view = { code: body.code, state: stateOf(article, now), ...versionView(body.code, shown) };
  if (!isKeeper) return { kind: 'article', article: view };
  const { corrections, withdrawn } = article;
  const versions = article.versions.map(({ text: _text, ...version }) => versionView(body.code, { ...version, text: '' }));
  const uses = await usesOf(
    body.code,
    article.versions.map(({ draft }) => draft),
    ledgerline,
  );
  return {
    kind: 'article',
    article: {
      ...view,
      history: versions.map(({ text: _text, ...one }) => one),
      corrections,
      uses,
      ...(withdrawn === undefined ? {} : { withdrawn }),
    },
  };
}

async function usesOf(article: string, drafts: readonly number[], ledgerline: Ledgerline) {
  const uses = await ledgerline.live(articleUsesCollection);
  const total = await uses.count({ where: { article } }, mostCounted);
  const byVersion = await Promise.all(
    drafts.map(async (draft) => ({ draft, count: await uses.count({ where: { article, draft } }, mostCounted) })),
  );
  return { total, exact: total < mostCounted, byVersion: byVersion.filter(({ count }) => count > 0) };
}

/** For answers that rest on articles: the version in force of each code, and the codes that have none. */
export async function articlesInForce({ codes }: { readonly codes: readonly string[] }, { commands, clock }: Ledgerline) {
  const now = instantText(clock.now());
  const versions: Record<string, number> = {};
  for (const code of codes) {
    const { state } = await commands.current<Article>(streamName('article', code), articleFold);
    const version = inForceVersion(state, now);
    if (version !== undefined) versions[code] = version.draft;
  }
  return { versions };
}
