import {
  approvedVersions,
  asIfAlwaysInForce,
  rulebookOf,
  workingCalendar,
  type Calendar,
  type GovernedDocument,
  type PinnedCalendar,
  type Policy,
  type Rulebook,
} from '@ledgerline/domain';

/** The documents of the installation, and those that are to be tried in their place. All of it crosses threads. */
export interface TriedDocuments {
  readonly policies: readonly GovernedDocument[];
  readonly calendars: readonly (readonly [code: string, document: GovernedDocument])[];
  readonly policy?: TriedVersion;
  readonly calendar?: TriedVersion;
}

export interface TriedVersion {
  readonly code: string;
  /** 0: a body that is no version of anything. */
  readonly version: number;
  readonly body: unknown;
}

/** What tickets were judged by. */
export function rulebookNow({ policies, calendars }: TriedDocuments): Rulebook {
  return rulebookOf(policies, new Map(calendars));
}

/**
 * What they would be judged by had the tried versions always been in force. A single policy, and calendars of a single version, are
 * looked up once and not for every clock: over a million tickets that is most of the time.
 */
export function rulebookThen(tried: TriedDocuments): Rulebook {
  const calendars = new Map(tried.calendars);
  if (tried.calendar)
    calendars.set(tried.calendar.code, asIfAlwaysInForce('calendar', tried.calendar.code, versionOf(tried.calendar)));
  const { policy } = tried;
  const now = rulebookOf(policy === undefined ? tried.policies : [], calendars);
  const pinned = policy && { code: policy.code, version: policy.version, policy: policy.body as Policy };
  const only = new Map([...calendars].flatMap(([code, document]) => onlyVersion(code, document)));
  return {
    policy: (at, known) => pinned ?? now.policy(at, known),
    calendar: (code, at, known) => only.get(code) ?? now.calendar(code, at, known),
  };
}

function versionOf({ version, body }: TriedVersion) {
  return { draft: version, body, draftedBy: '', status: 'drafted' } as const;
}

function onlyVersion(code: string, document: GovernedDocument): readonly (readonly [string, PinnedCalendar])[] {
  const [version, ...others] = approvedVersions(document);
  if (version === undefined || others.length > 0) return [];
  return [[code, { code, version: version.version.draft, working: workingCalendar(version.version.body as Calendar) }]];
}
