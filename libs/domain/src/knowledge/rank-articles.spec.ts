import { expect, test } from '@jest/globals';
import { rankArticles, relevance } from './rank-articles.js';

const article = (code: string, title: string, text = '', keywords: readonly string[] = []) => ({ code, title, text, keywords });
const codes = (query: string, ...found: readonly ReturnType<typeof article>[]) =>
  rankArticles(query, found).map(({ code }) => code);

test('a title counts more than a keyword, a keyword more than a mention', () => {
  const mention = article('mention', '保修政策', '冰箱不制冷时先检查电源。');
  const keyword = article('keyword', '压缩机更换', '', ['冰箱', '不制冷']);
  const title = article('title', '冰箱不制冷怎么办');
  expect(codes('冰箱不制冷', mention, keyword, title)).toEqual(['title', 'keyword', 'mention']);
});

test('words that stand together count more than words apart, in both languages', () => {
  const apart = article('apart', 'Return policy', 'A fridge has a refund.');
  const together = article('together', 'Refunds', 'Ask for a fridge refund here.');
  expect(codes('fridge refund', apart, together)).toEqual(['together', 'apart']);
  expect(relevance('ＦＲＩＤＧＥ', article('x', 'Fridge'))).toBeGreaterThan(0);
});

test('what has nothing of it comes last, and equals in the order of their codes', () => {
  expect(codes('发票', article('b', '开发票'), article('a', '开发票'), article('c', '退货'))).toEqual(['a', 'b', 'c']);
  expect(relevance('发票', article('c', '退货'))).toBe(0);
});

test('of equals the one published last', () => {
  const one = { ...article('a', '开发票'), publishedAt: '2026-01-01T00:00:00.000Z' };
  const other = { ...article('b', '开发票'), publishedAt: '2026-02-01T00:00:00.000Z' };
  expect(rankArticles('开发票', [one, other]).map(({ code }) => code)).toEqual(['b', 'a']);
});
