import { problem, type DraftArticle } from '@ledgerline/contracts';
import {
  accountFold,
  articleFold,
  departmentFold,
  drafterOf,
  handsOf,
  isAtWork,
  shareHands,
  type Article,
  type ArticleEvent,
} from '@ledgerline/domain';
import {
  commandOf,
  replyOf,
  type AnswerCommand,
  type CommandReply,
  type CommandRequest,
  type Ledgerline,
} from '@ledgerline/host';
import { instantText, streamName, type Decide } from '@ledgerline/kernel';
import { itemsInForce } from '../documents/items-in-force.query.js';
import { handsBehind } from '../tokens/person-behind.js';
import * as decisions from './article.decisions.js';
import type { OfDraft } from './article.decisions.js';

/** `POST /knowledge`: a new article, or another version of one. */
export async function draftArticle(request: CommandRequest<DraftArticle>, ledgerline: Ledgerline): Promise<CommandReply> {
  const { department, items = [], keywords = [], public: isPublic = false, market, validUntil, ...text } = request.body;
  const owner = await ledgerline.commands.current(streamName('department', department), departmentFold);
  if (!isAtWork(owner.state)) return problem('unknown-department', { department });
  const known = items.length === 0 ? [] : await itemsInForce({}, ledgerline);
  const unknown = items.find((item) => !known.includes(item));
  if (unknown !== undefined) return problem('unknown-item', { item: unknown });
  const until = validUntil === undefined ? {} : { validUntil: instantText(Temporal.Instant.from(validUntil).epochMilliseconds) };
  const about = market === true ? { market } : {};
  const body = { ...text, code: request.id, department, items, keywords, public: isPublic, ...until, ...about };
  return onArticle({ ...request, body }, ledgerline, decisions.draftArticle, (article) => ({ draft: article?.versions.length }));
}

export async function approveArticle(request: CommandRequest<OfDraft>, ledgerline: Ledgerline): Promise<CommandReply> {
  const { state } = await ledgerline.commands.current(streamName('article', request.id), articleFold);
  const version = state?.versions.find(({ draft }) => draft === request.body.draft);
  if (version === undefined) return problem('article-not-found');
  const [drafter, approver] = await Promise.all([
    handsBehind(drafterOf(version), ledgerline),
    handsBehind(handsOf(commandOf(request)), ledgerline),
  ]);
  return onArticle(request, ledgerline, decisions.approveArticle(shareHands(drafter, approver)));
}

/** By a person with an account: what they write is sealed with their key. */
export async function proposeCorrection(
  request: CommandRequest<{ readonly text: string }>,
  ledgerline: Ledgerline,
): Promise<CommandReply> {
  const { principal } = request;
  if (principal.kind !== 'person' || principal.roles.length === 0) return problem('not-allowed');
  const { state: reader } = await ledgerline.commands.current(streamName('account', principal.id), accountFold);
  return reader === undefined
    ? problem('not-allowed')
    : onArticle(request, ledgerline, decisions.proposeCorrection(reader.person));
}

/** A use case that needs nothing beside the article. */
export function onArticleBy<Body>(decide: Decide<Body, Article, ArticleEvent>): AnswerCommand {
  return (request: CommandRequest<never>, ledgerline) => onArticle(request as CommandRequest<Body>, ledgerline, decide);
}

async function onArticle<Body>(
  request: CommandRequest<Body>,
  ledgerline: Ledgerline,
  decide: Decide<Body, Article, ArticleEvent>,
  facts?: (article: Article) => Readonly<Record<string, unknown>>,
): Promise<CommandReply> {
  const handled = await ledgerline.commands.handle(streamName('article', request.id), commandOf(request), {
    fold: articleFold,
    decide,
  });
  return replyOf(request.id, handled, handled.kind === 'accepted' ? facts?.(handled.state) : undefined);
}
