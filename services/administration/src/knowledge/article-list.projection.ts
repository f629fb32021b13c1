import { articleFold, publishedVersion, type KnownArticle } from '@ledgerline/domain';
import { idOf, type CollectionDefinition, type Projection } from '@ledgerline/kernel';

/** Sorts after every time: an article without an end. */
export const forEver = '9999';

/**
 * `published`: it has a version that agents rely on until `validUntil`. `waiting`: a version was submitted, or a correction
 * proposed, and its owner has to decide.
 */
export const articlesCollection: CollectionDefinition<KnownArticle> = {
  name: 'articles',
  version: 2,
  fields: {
    kind: 'string', code: 'string', published: 'boolean', public: 'boolean', validUntil: 'string', department: 'string', waiting: 'boolean',
    market: 'boolean', publishedAt: 'string',
  }, // prettier-ignore
  indexes: [
    ['kind', 'code'],
    ['kind', 'published', 'validUntil'],
    ['kind', 'published', 'department', 'validUntil'],
    ['kind', 'published', 'public', 'validUntil'],
    ['kind', 'published', 'market', 'validUntil'],
    ['kind', 'published', 'public', 'market', 'publishedAt'],
    ['kind', 'waiting', 'code'],
  ],
  rows(article) {
    const shown = publishedVersion(article);
    const newest = shown ?? article.versions.at(-1);
    const isWaiting =
      article.versions.some(({ status }) => status === 'submitted') ||
      article.corrections.some(({ status }) => status === 'open');
    return [
      {
        kind: 'article',
        code: article.code,
        published: shown !== undefined,
        public: newest?.public ?? false,
        validUntil: newest?.validUntil ?? forEver,
        department: newest?.department ?? '',
        waiting: isWaiting,
        market: newest?.market === true,
        publishedAt: shown?.publishedAt ?? '',
      },
    ];
  },
  text(article) {
    const { title = '', text = '', keywords = [] } = publishedVersion(article) ?? article.versions.at(-1) ?? {};
    return [title, keywords.join(' '), text].join('\n');
  },
  personal: ['corrections'],
};

export const articleList: Projection<KnownArticle> = {
  collection: articlesCollection,
  categories: ['article'],
  keys: ({ stream }) => [idOf(stream)],
  apply: (article, recorded) => articleFold.evolve(article, recorded),
};
