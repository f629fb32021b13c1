import type { Problem } from '@ledgerline/contracts';
import { LogUnavailable, NoHandler, RemoteFailure, RequestTimeout } from '@ledgerline/kernel';

/** HTTP status of each problem that is not simply a refusal by the rules (409). */
const statusOf: Readonly<Record<string, number>> = {
  'invalid-body': 400,
  'invalid-json': 400,
  'invalid-csv': 400,
  'invalid-query': 400,
  'invalid-header': 400,
  'invalid-cursor': 400,
  'moments-reversed': 400,
  'invalid-document': 400,
  'invalid-id': 400,
  'unsupported-sort': 400,
  'unknown-position': 400,
  'unknown-item': 400,
  'unknown-site': 400,
  'unknown-ticket': 400,
  'unknown-customer': 400,
  'unknown-script': 400,
  'no-identity': 400,
  'unknown-article': 400,
  'unknown-department': 400,
  'unknown-attachment': 400,
  'unknown-calendar': 400,
  'unknown-person': 400,
  'unknown-shift': 400,
  'one-schedule-only': 400,
  'audience-required': 400,
  'unknown-score-sheet': 400,
  'unknown-sampling-rule': 400,
  'unknown-queue': 400,
  'unknown-agent': 400,
  'unknown-break-reason': 400,
  'reason-of-a-break-only': 400,
  'not-a-period-of-the-rule': 400,
  'criterion-not-on-the-sheet': 400,
  'criterion-marked-twice': 400,
  'criterion-without-mark': 400,
  'more-points-than-there-are': 400,
  'fatal-error-not-on-the-sheet': 400,
  'deadline-out-of-reach': 400,
  'department-required': 400,
  'occurred-in-the-future': 400,
  'expires-in-the-past': 400,
  'not-signed-in': 401,
  'wrong-username-or-password': 401,
  'wrong-number-or-secret': 401,
  'second-factor-required': 401,
  'wrong-code': 401,
  'not-allowed': 403,
  'csrf-token-missing': 403,
  'scope-not-granted': 403,
  'not-your-department': 403,
  'not-the-assigned-handler': 403,
  'extension-needs-an-executive': 403,
  'ticket-concerns-you': 403,
  'not-its-owner': 403,
  'not-your-team': 403,
  'not-your-call': 403,
  'transfer-not-to-you': 403,
  'own-draft': 403,
  'not-the-owner': 403,
  'call-not-on-hand': 403,
  'not-its-pursuer': 403,
  'own-rights-cannot-grow': 403,
  'own-account': 403,
  'not-your-draft': 403,
  'sees-less-than-then': 403,
  'own-request': 403,
  'own-probation': 403,
  'needs-the-chairman': 403,
  'not-your-request': 403,
  'own-work': 403,
  'not-responsible-for-it': 403,
  'only-own-departments': 403,
  'not-your-announcement': 403,
  'comprehensive-hours-are-the-administrators': 403,
  'not-asked-of-you': 403,
  'own-score': 403,
  'not-its-inspector': 403,
  'not-your-result': 403,
  'names-themselves': 403,
  'not-on-behalf': 403,
  'not-their-substitute': 403,
  'call-centre-replies': 403,
  'department-replies': 403,
  'surveyed-by-the-handling-department': 403,
  'not-found': 404,
  'unknown-command': 404,
  'ticket-not-found': 404,
  'contact-not-found': 404,
  'surge-not-found': 404,
  'customer-not-found': 404,
  'segment-not-found': 404,
  'ticket-not-found-then': 404,
  'document-not-found': 404,
  'site-not-found': 404,
  'identity-not-found': 404,
  'session-not-found': 404,
  'substitution-not-found': 404,
  'report-not-found': 404,
  'export-not-found': 404,
  'digest-not-found': 404,
  'sample-not-found': 404,
  'inspection-not-found': 404,
  'calibration-not-found': 404,
  'what-if-not-found': 404,
  'what-if-ended': 410,
  'nothing-to-try': 400,
  'article-not-found': 404,
  'proposal-not-found': 404,
  'problem-not-found': 404,
  'probation-not-found': 404,
  'equipment-not-found': 404,
  'announcement-not-found': 404,
  'roster-not-found': 404,
  'shift-book-not-found': 404,
  'no-such-fault': 404,
  'no-such-plan': 404,
  'request-not-found': 404,
  'campaign-not-found': 404,
  'call-not-found': 404,
  'pursuit-not-found': 404,
  'correction-not-found': 404,
  'account-not-found': 404,
  'department-not-found': 404,
  'token-not-found': 404,
  'webhook-not-found': 404,
  'mail-not-found': 404,
  'mail-bytes-gone': 404,
  'no-such-dead-letter': 404,
  'attachment-not-found': 404,
  'method-not-allowed': 405,
  'log-restored': 410,
  'version-mismatch': 412,
  'too-large': 413,
  'too-many-rows': 413,
  'commit-too-large': 413,
  'unsupported-media-type': 415,
  'too-many-requests': 429,
  'read-model-behind': 503,
  'analytics-unavailable': 503,
  'projections-behind': 503,
  'service-unavailable': 503,
  stopping: 503,
};

/** A problem on its way out of the edge. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly status: number;

  constructor(readonly problem: Omit<Problem, 'kind'>) {
    super(problem.code);
    this.status = statusOf[problem.code] ?? 409;
  }
}

/** RFC 9457. `type` is a URN made of the code, which is the stable name. */
export function problemBody({ problem, status }: ProblemError): Record<string, unknown> {
  const { code, facts, errors } = problem;
  return {
    ...facts,
    type: `urn:ledgerline:problem:${code}`,
    title: code.replaceAll('-', ' '),
    status,
    code,
    ...(errors ? { errors } : {}),
  };
}

const fastifyCodes: Readonly<Record<string, string>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'invalid-json',
  FST_ERR_CTP_INVALID_JSON_BODY: 'invalid-json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'invalid-header',
  FST_ERR_BAD_URL: 'not-found',
  FST_ERR_NOT_FOUND: 'not-found',
};

/** What any exception is to the outside: known ones by name, the rest `service-unavailable` (and logged by the caller). */
export function asProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (
    error instanceof NoHandler ||
    error instanceof RequestTimeout ||
    error instanceof RemoteFailure ||
    error instanceof LogUnavailable
  )
    return new ProblemError({ code: 'service-unavailable' });
  const { code, statusCode, status } = error as { code?: unknown; statusCode?: number; status?: number };
  if (code === 'commit-too-large') return new ProblemError({ code });
  const known = typeof code === 'string' ? fastifyCodes[code] : undefined;
  if (known !== undefined) return new ProblemError({ code: known });
  const http = statusCode ?? status;
  if (http === 413) return new ProblemError({ code: 'too-large' });
  if (http === 415) return new ProblemError({ code: 'unsupported-media-type' });
  if (http === 404) return new ProblemError({ code: 'not-found' });
  if (http !== undefined && http >= 400 && http < 500) return new ProblemError({ code: 'invalid-json' });
  return new ProblemError({ code: 'service-unavailable' });
}
