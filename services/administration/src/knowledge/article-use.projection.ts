import type { TicketEvents } from '@ledgerline/domain';
import { idOf, type CollectionDefinition, type Projection } from '@ledgerline/kernel';

/** One answer that rested on articles, each in the version that was in force. */
export interface ArticleUse {
  readonly articles: Readonly<Record<string, number>>;
  readonly ticket: string;
  readonly at: string;
  readonly by: string;
}

/** A row for each article of an answer. */
export const articleUsesCollection: CollectionDefinition<ArticleUse> = {
  name: 'article-uses',
  version: 1,
  fields: { article: 'string', draft: 'number', at: 'string' },
  indexes: [
    ['article', 'at'],
    ['article', 'draft', 'at'],
  ],
  rows: ({ articles, at }) => Object.entries(articles).map(([article, draft]) => ({ article, draft, at })),
  personal: [],
};

/**
 * A document for each such answer, fed by the one event that it is: articles are not streams that grow with every answer.
 * Commits without an answer are passed over unread.
 */
export const articleUses: Projection<ArticleUse> = {
  collection: articleUsesCollection,
  categories: ['ticket'],
  events: ['TicketAnswered'],
  looksInside: [],
  keys: ({ type, data, stream, version }) => {
    const { articleVersions = {} } = data as Partial<TicketEvents['TicketAnswered']>;
    return type === 'TicketAnswered' && Object.keys(articleVersions).length > 0 ? [`${idOf(stream)}-${version}`] : [];
  },
  apply: (_use, { data, stream, meta }) => {
    const { articleVersions = {} } = data as TicketEvents['TicketAnswered'];
    return { articles: articleVersions, ticket: idOf(stream), at: meta.at, by: meta.actor.id };
  },
};
