import { describe, expect, test } from '@jest/globals';
import { articleFold, inForceVersion, type Article, type ArticleEvent } from '@ledgerline/domain';
import type { Decide, DomainEvent, Rejection } from '@ledgerline/kernel';
import { actorOf, given, specTime } from '@ledgerline/kernel/contracts';
import {
  acceptCorrection, approveArticle, declineCorrection, draftArticle, proposeCorrection, rejectArticle, submitArticle, withdrawArticle,
} from './article.decisions.js'; // prettier-ignore

const content = { department: 'quality', title: 't', text: 'x', keywords: [], items: [], public: false };
const editor = actorOf(['editor'], [], 'editor');
const manager = actorOf(['manager'], ['quality'], 'manager');
const stranger = actorOf(['manager'], ['logistics'], 'stranger');
const agent = actorOf(['agent'], ['call-centre'], 'agent');
const drafted = (draft: number, more: object = {}): ArticleEvent => ({
  type: 'ArticleDrafted',
  data: { ...content, code: 'a', draft, ...more },
});
const submitted = (draft: number): ArticleEvent => ({ type: 'ArticleSubmitted', data: { draft } });
const published = (draft: number): ArticleEvent => ({ type: 'ArticlePublished', data: { draft } });
const corrected: ArticleEvent = { type: 'CorrectionProposed', data: { correction: 1, draft: 1, person: 'p', text: 'wrong' } };
const inForce = [drafted(1), submitted(1), published(1)];
const byAnother = approveArticle(false);
const propose = proposeCorrection('p');

const outcome = (decided: readonly DomainEvent[] | Rejection) =>
  Array.isArray(decided) ? (decided[0] as DomainEvent).type : (decided as Rejection).rejection;
const on = <Body>(history: readonly ArticleEvent[], decide: Decide<Body, Article, ArticleEvent>, body: Body, actor = editor) =>
  outcome(given(articleFold, ...history).when(decide, body, actor));

describe('an article', () => {
  test.each([
    ['is drafted by an editor', on([], draftArticle, { ...content, code: 'a' }), 'ArticleDrafted'],
    ['is drafted by a manager of its department', on([], draftArticle, { ...content, code: 'a' }, manager), 'ArticleDrafted'],
    ['is not drafted by another department', on([], draftArticle, { ...content, code: 'a' }, stranger), 'not-the-owner'],
    ['is not drafted by an agent', on([], draftArticle, { ...content, code: 'a' }, agent), 'not-the-owner'],
    ['is not taken over', on(inForce, draftArticle, { ...content, code: 'a', department: 'logistics' }, stranger), 'not-the-owner'],
    ['is submitted', on([drafted(1)], submitArticle, { draft: 1 }), 'ArticleSubmitted'],
    ['is submitted once', on([drafted(1), submitted(1)], submitArticle, { draft: 1 }), 'not-a-draft'],
    ['is published by another', on([drafted(1), submitted(1)], byAnother, { draft: 1 }, manager), 'ArticlePublished'],
    ['is not published by its writer', on([drafted(1), submitted(1)], approveArticle(true), { draft: 1 }, manager), 'own-draft'],
    ['is not published before it is submitted', on([drafted(1)], byAnother, { draft: 1 }, manager), 'not-submitted'],
    ['that has expired is not published', on([drafted(1, { validUntil: specTime }), submitted(1)], byAnother, { draft: 1 }), 'article-expired'],
    ['is not put back by an older version', on([drafted(1), submitted(1), drafted(2), submitted(2), published(2)], byAnother, { draft: 1 }), 'newer-version-is-published'],
    ['is rejected', on([drafted(1), submitted(1)], rejectArticle, { draft: 1, reason: 'r' }), 'ArticleRejected'],
    ['is withdrawn', on(inForce, withdrawArticle, { reason: 'r' }), 'ArticleWithdrawn'],
    ['that nobody relies on is not withdrawn', on([drafted(1)], withdrawArticle, { reason: 'r' }), 'not-published'],
    ['is corrected by any reader', on(inForce, propose, { text: 'wrong' }, agent), 'CorrectionProposed'],
    ['that is not in force has no readers', on([drafted(1)], propose, { text: 'wrong' }, agent), 'article-not-found'],
    ['has its corrections decided by its owner', on([...inForce, corrected], acceptCorrection, { correction: 1 }, manager), 'CorrectionAccepted'],
    ['and by nobody else', on([...inForce, corrected], declineCorrection, { correction: 1, reason: 'r' }, stranger), 'not-the-owner'],
    ['once', on([...inForce, corrected, { type: 'CorrectionAccepted', data: { correction: 1 } }], acceptCorrection, { correction: 1 }), 'already-decided'],
  ])('%s', (_, decided, wanted) => expect(decided).toBe(wanted)); // prettier-ignore

  test('is in force until it expires or is withdrawn, and a withdrawn one comes back by another version', () => {
    const withdrawn: ArticleEvent = { type: 'ArticleWithdrawn', data: { reason: 'r' } };
    const state = (...history: readonly ArticleEvent[]) => given(articleFold, ...history).state;
    const dated = state(drafted(1, { validUntil: '2026-03-02T01:00:00.000Z' }), submitted(1), published(1));
    expect(inForceVersion(dated, '2026-03-02T01:00:00.000Z')?.draft).toBe(1);
    expect(inForceVersion(dated, '2026-03-02T01:00:00.001Z')).toBeUndefined();
    expect(inForceVersion(state(...inForce, withdrawn), specTime)).toBeUndefined();
    expect(inForceVersion(state(...inForce, withdrawn, drafted(2), submitted(2), published(2)), specTime)?.draft).toBe(2);
  });
});
