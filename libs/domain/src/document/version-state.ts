import { approvedVersions, latestOf, type DocumentVersion, type GovernedDocument } from './governed-document.js';

/** What a version is to somebody who reads the list: an approved one waits, is in force, or has had its time. */
export type VersionState = 'drafted' | 'submitted' | 'rejected' | 'withdrawn' | 'scheduled' | 'in-force' | 'superseded';

export interface VersionPlace {
  readonly state: VersionState;
  /** When another approved version takes, or took, its place; RFC 3339. */
  readonly until?: string;
  /** It came into force before it was approved: what had run by then keeps its verdict and gets a recalculation. */
  readonly backdated?: true;
}

/**
 * Where a version stands among the others at an instant. Approved versions need no end: the one with the next date takes over,
 * in whatever order they were drafted or approved.
 *
 * @param now milliseconds since the epoch
 */
export function placeOf(document: GovernedDocument, version: DocumentVersion, now: number): VersionPlace {
  if (version.status !== 'approved') return { state: version.status };
  const approved = approvedVersions(document).toSorted((a, b) => a.from - b.from || a.version.draft - b.version.draft);
  const place = approved.findIndex((one) => one.version.draft === version.draft);
  const [self, next] = [approved[place], approved[place + 1]];
  if (self === undefined) return { state: 'superseded' };
  const backdated = version.shipped !== true && self.from < self.approved ? { backdated: true as const } : {};
  const until = next?.version.effectiveFrom === undefined ? {} : { until: next.version.effectiveFrom };
  if (self.from > now) return { state: 'scheduled', ...until, ...backdated };
  const current = latestOf(approved, now, Number.POSITIVE_INFINITY)?.version.draft;
  return { state: current === version.draft ? 'in-force' : 'superseded', ...until, ...backdated };
}

/** The version that another one takes over from: the approved one in force before it; for a draft, before now. */
export function predecessorOf(document: GovernedDocument, version: DocumentVersion, now: number): DocumentVersion | undefined {
  const others = approvedVersions(document).filter((one) => one.version.draft !== version.draft);
  const given = version.effectiveFrom ?? (version.body as { readonly effectiveFrom?: unknown } | null)?.effectiveFrom;
  const from = typeof given === 'string' ? instantOr(given, now) : now;
  return latestOf(others, from, Number.POSITIVE_INFINITY)?.version;
}

function instantOr(text: string, otherwise: number): number {
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    return otherwise;
  }
}
