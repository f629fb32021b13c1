import { queryTermsOf, termsOf } from '@ledgerline/kernel';
import type { ArticleContent } from './article-events.js';

type Found = Pick<ArticleContent, 'title' | 'text' | 'keywords'>;

/** What a term counts in each place: a title says what an article is about, a text mentions much. */
const [inTitle, inKeywords, inText] = [8, 5, 1];
/** What a term counts again where the query stands whole, as it was written. */
const whole = 2;

/**
 * How well an article answers a query: each of its terms counts in every place that has it. Rare terms are not told from common ones: a knowledge base is small, and its editors write keywords.
 */
export function relevance(query: string, { title, text, keywords }: Found): number {
  const wanted = queryTermsOf(query);
  const places = [
    { terms: new Set(termsOf(title)), worth: inTitle, said: plain(title) },
    { terms: new Set(termsOf(keywords.join(' '))), worth: inKeywords, said: plain(keywords.join(' ')) },
    { terms: new Set(termsOf(text, 2_000)), worth: inText, said: plain(text) },
  ];
  const phrase = plain(query);
  return places.reduce((sum, { terms, worth, said }) => {
    const count = wanted.filter((term) => terms.has(term)).length;
    const isWhole = phrase.length > 1 && said.includes(phrase);
    return sum + worth * (count + (isWhole ? whole * Math.max(1, wanted.length) : 0));
  }, 0);
}

/** Best first; of equals the one published last, then by code, so that pages are the same each time. */
export function rankArticles<One extends Found & { readonly publishedAt?: string; readonly code: string }>(
  query: string,
  found: readonly One[],
): readonly One[] {
  return found
    .map((one) => ({ one, score: relevance(query, one) }))
    .toSorted(
      (a, b) => b.score - a.score || order(b.one.publishedAt ?? '', a.one.publishedAt ?? '') || order(a.one.code, b.one.code),
    )
    .map(({ one }) => one);
}

function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}
