import { problem, type Principal, type QueryRequest } from '@ledgerline/contracts';
import { inForceVersion, publishedVersion, rankArticles, withImplied, watchesHouse, type KnownArticle } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { instantText, queryTermsOf, type Collection, type Condition } from '@ledgerline/kernel';
import { keeps } from './article.decisions.js';
import { articlesCollection } from './article-list.projection.js';
import { shortView } from './article-view.js';

export interface ArticleListFilter {
  readonly q?: string;
  readonly item?: string;
  readonly department?: string;
  readonly public?: boolean;
  /** Market information alone, or what is none. */
  readonly market?: boolean;
  /** `in-force` unless given; the others are for those who keep articles. */
  readonly state?: 'in-force' | 'expired' | 'waiting' | 'all';
  /** What is in force now and expires before this time: the editors' list. */
  readonly expiringBefore?: string;
  readonly limit?: number;
  readonly cursor?: string;
}

/** Articles compared for one search; a query that fits more is too wide for an order to help. */
const ranked = 200;

/** `GET /knowledge`: found by words, best first, or listed. Whoever does not keep articles sees those in force alone. */
export async function listArticles({ body, principal }: QueryRequest<ArticleListFilter>, ledgerline: Ledgerline) {
  if (!mayRead(principal)) return problem('not-allowed');
  const { state = 'in-force', limit = 50 } = body;
  if (state !== 'in-force' && !mayKeep(principal)) return problem('not-allowed');
  const now = instantText(ledgerline.clock.now());
  const articles = await ledgerline.live(articlesCollection);
  const where = whereOf(body, now);
  const fits = (article: KnownArticle) => {
    const version = state === 'in-force' ? inForceVersion(article, now) : article.versions.at(-1);
    return version !== undefined && (body.item === undefined || version.items.includes(body.item));
  };
  if (body.q !== undefined) {
    const found = (await search(body.q, where, articles)).filter(fits);
    return { kind: 'page' as const, items: found.slice(0, limit).map((one) => shortView(one, now)), next: null };
  }
  const sort = state === 'in-force' || state === 'expired' ? ['validUntil'] : ['code'];
  const page = await articles.find({ where, sort, limit, ...(body.cursor === undefined ? {} : { cursor: body.cursor }) });
  const items = page.items.map(({ document }) => document).filter(fits);
  return { kind: 'page' as const, items: items.map((one) => shortView(one, now)), next: page.next ?? null };
}

/** All words first; where nothing has all of them, what has most of them and best. */
async function search(
  q: string,
  where: Readonly<Record<string, Condition>>,
  articles: Collection<KnownArticle>,
): Promise<readonly KnownArticle[]> {
  const terms = queryTermsOf(q);
  if (terms.length === 0) return [];
  const find = async (some: readonly string[]) => (await articles.find({ where, terms: some, limit: ranked })).items;
  const all = await find(terms);
  const items = all.length > 0 ? all : (await Promise.all(terms.slice(0, 8).map((term) => find([term])))).flat();
  const found = new Map(items.map(({ id, document }) => [id, document]));
  const shown = [...found.values()].flatMap((article) => {
    const version = publishedVersion(article) ?? article.versions.at(-1);
    return version === undefined ? [] : [{ ...version, code: article.code, article }];
  });
  return rankArticles(q, shown).map(({ article }) => article);
}

function whereOf({ state = 'in-force', department, public: isPublic, market, expiringBefore }: ArticleListFilter, now: string) {
  const where: Record<string, Condition> = { kind: 'article' };
  if (state === 'waiting') where['waiting'] = true;
  if (state === 'in-force' || state === 'expired') where['published'] = true;
  if (department !== undefined) where['department'] = department;
  if (isPublic !== undefined) where['public'] = isPublic;
  if (market !== undefined) where['market'] = market;
  if (state === 'expired') where['validUntil'] = { before: now };
  if (state === 'in-force')
    where['validUntil'] = { from: now, ...(expiringBefore === undefined ? {} : { before: expiringBefore }) };
  return where;
}

/** Staff read the knowledge base; callers have the portal. */
export function mayRead({ kind, roles }: Principal): boolean {
  return kind !== 'caller' && withImplied(roles).size > 0;
}

/** Editors and managers, and those who watch. */
export function mayKeep({ roles, departments }: Principal): boolean {
  const own = departments[0] ?? '';
  return keeps({ roles, departments }, own) || watchesHouse(roles);
}
