import { inForceVersion } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { instantText } from '@ledgerline/kernel';
import { articlesCollection } from './article-list.projection.js';

/** An article as anybody may read it: what it says, and nothing of how it came about. */
export interface PublicArticle {
  readonly code: string;
  readonly title: string;
  readonly text: string;
  readonly publishedAt: string;
  readonly validUntil?: string;
}

export interface AskedInformation {
  /** Market information, or what else the centre tells everybody. */
  readonly market: boolean;
  readonly limit: number;
  readonly cursor?: string;
}

/** R11: what is released for everybody and in force, the newest first. Released is what somebody else than its writer has approved, and marked as public. */
export async function publicInformation(
  { body: { market, limit, cursor } }: { readonly body: AskedInformation },
  ledgerline: Ledgerline,
): Promise<{ readonly kind: 'page'; readonly items: readonly PublicArticle[]; readonly next: string | null }> {
  const now = instantText(ledgerline.clock.now());
  const articles = await ledgerline.live(articlesCollection);
  const where = { kind: 'article', published: true, public: true, market, validUntil: { from: now } };
  const page = await articles.find({ where, sort: ['-publishedAt'], limit, ...(cursor === undefined ? {} : { cursor }) });
  const items = page.items.flatMap(({ document }): readonly PublicArticle[] => {
    const version = inForceVersion(document, now);
    if (version?.publishedAt === undefined) return [];
    const { title, text, publishedAt, validUntil } = version;
    return [{ code: document.code, title, text, publishedAt, ...(validUntil === undefined ? {} : { validUntil }) }];
  });
  return { kind: 'page', items, next: page.next ?? null };
}
