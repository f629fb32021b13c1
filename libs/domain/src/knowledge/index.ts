export * from './article-events.js';
export * from './article.js';
export * from './rank-articles.js';
