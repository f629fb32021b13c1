import {
  inForceVersion,
  type Article,
  type ArticleContent,
  type ArticleEvent,
  type ArticleVersion,
  type KnownArticle,
} from '@ledgerline/domain';
import { rejected, type Actor, type Decide, type Rejection } from '@ledgerline/kernel';

type DecideArticle<Body> = Decide<Body, Article, ArticleEvent>;
export interface OfDraft {
  readonly draft: number;
  readonly reason?: string;
}

/** R1.4: by an editor, or by a manager of the department that owns it. */
export const draftArticle: DecideArticle<ArticleContent & { readonly code: string }> = (content, article, { actor }) => {
  const before = article?.versions.at(-1);
  if (!keeps(actor, content.department) || (before !== undefined && !keeps(actor, before.department)))
    return rejected('not-the-owner', { department: before?.department ?? content.department });
  return [{ type: 'ArticleDrafted', data: { ...content, draft: (article?.versions.length ?? 0) + 1 } }];
};

export const submitArticle: DecideArticle<OfDraft> = ({ draft }, article, { actor }) => {
  const version = versionIn(article, draft, actor);
  if ('rejection' in version) return version;
  if (version.status !== 'drafted') return rejected('not-a-draft', { status: version.status });
  return [{ type: 'ArticleSubmitted', data: { draft } }];
};

/** @param isOwnDraft the same person drafted it, by an own account or by a token that they issued */
export function approveArticle(isOwnDraft: boolean): DecideArticle<OfDraft> {
  return ({ draft }, article, { actor, at }) => {
    const version = versionIn(article, draft, actor);
    if ('rejection' in version) return version;
    if (version.status !== 'submitted') return rejected('not-submitted', { status: version.status });
    if (isOwnDraft) return rejected('own-draft');
    if (version.validUntil !== undefined && version.validUntil <= at)
      return rejected('article-expired', { validUntil: version.validUntil });
    if ((article?.published ?? 0) > draft) return rejected('newer-version-is-published', { published: article?.published });
    return [{ type: 'ArticlePublished', data: { draft } }];
  };
}

export const rejectArticle: DecideArticle<OfDraft> = ({ draft, reason = '' }, article, { actor }) => {
  const version = versionIn(article, draft, actor);
  if ('rejection' in version) return version;
  if (version.status !== 'submitted') return rejected('not-submitted', { status: version.status });
  return [{ type: 'ArticleRejected', data: { draft, reason } }];
};

export const withdrawArticle: DecideArticle<{ readonly reason: string }> = ({ reason }, article, { actor }) => {
  const owned = ownedBy(actor, article);
  if ('rejection' in owned) return owned;
  if (owned.published === undefined) return rejected('not-published');
  return [{ type: 'ArticleWithdrawn', data: { reason } }];
};

/** Anybody who may read it (纠错): one text, and the owner has it before them. */
export function proposeCorrection(person: string): DecideArticle<{ readonly text: string }> {
  return ({ text }, article, { at }) => {
    const version = inForceVersion(article, at);
    if (article === undefined || version === undefined) return rejected('article-not-found');
    const correction = article.corrections.length + 1;
    if (article.corrections.filter(({ status }) => status === 'open').length >= 200) return rejected('too-many-open-corrections');
    return [{ type: 'CorrectionProposed', data: { correction, draft: version.draft, person, text } }];
  };
}

/** The owner takes it up; the change itself is another draft. */
export const acceptCorrection: DecideArticle<{ readonly correction: number }> = ({ correction }, article, { actor }) => {
  const refusal = refusalToDecide(article, correction, actor);
  return refusal ?? [{ type: 'CorrectionAccepted', data: { correction } }];
};

export const declineCorrection: DecideArticle<{ readonly correction: number; readonly reason: string }> = (
  { correction, reason },
  article,
  { actor },
) => refusalToDecide(article, correction, actor) ?? [{ type: 'CorrectionDeclined', data: { correction, reason } }];

function refusalToDecide(article: Article, correction: number, actor: Actor): Rejection | undefined {
  const owned = ownedBy(actor, article);
  if ('rejection' in owned) return owned;
  const found = owned.corrections.find((one) => one.correction === correction);
  if (found === undefined) return rejected('correction-not-found');
  return found.status === 'open' ? undefined : rejected('already-decided', { status: found.status });
}

function versionIn(article: Article, draft: number, actor: Actor): ArticleVersion | Rejection {
  const version = article?.versions.find((one) => one.draft === draft);
  if (version === undefined) return rejected('article-not-found');
  return keeps(actor, version.department) ? version : rejected('not-the-owner', { department: version.department });
}

function ownedBy(actor: Actor, article: Article): KnownArticle | Rejection {
  const department = article?.versions.at(-1)?.department;
  if (article === undefined || department === undefined) return rejected('article-not-found');
  return keeps(actor, department) ? article : rejected('not-the-owner', { department });
}

/** Editors keep all, managers their department's. */
export function keeps({ roles = [], departments = [] }: Pick<Actor, 'roles' | 'departments'>, department: string): boolean {
  if (roles.includes('editor')) return true;
  return roles.includes('manager') && (departments.includes('*') || departments.includes(department));
}
