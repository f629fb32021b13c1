import type { Calendar } from '../calendar/calendar.js';
import { workingCalendar } from '../calendar/calendar-once.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { approvedVersions, latestOf, type GovernedDocument } from '../document/governed-document.js';
import type { Policy } from '../policy/policy.js';

export interface PinnedPolicy {
  readonly code: string;
  readonly version: number;
  readonly policy: Policy;
}

export interface PinnedCalendar {
  readonly code: string;
  readonly version: number;
  readonly working: WorkingCalendar;
}

/**
 * The governed documents that clocks are judged by. A clock is pinned to what was in force when it started, as it was known
 * then (R6.5); with a later `known` a correction shows. Instants are milliseconds since the epoch.
 */
export interface Rulebook {
  policy(at: number, known: number): PinnedPolicy | undefined;
  calendar(code: string, at: number, known: number): PinnedCalendar | undefined;
}

/** Codes of policies by which tickets are judged: the first of them that is in force. */
export const judgingPolicies = ['default', 'company'] as const;

/**
 * @param policies in the order of `judgingPolicies`
 * @param calendars by code; one that is asked about an older time than any version's answers with its first
 */
export function rulebookOf(policies: readonly GovernedDocument[], calendars: ReadonlyMap<string, GovernedDocument>): Rulebook {
  const everyPolicy = policies.flatMap((document) =>
    document ? [{ code: document.code, versions: approvedVersions(document) }] : [],
  );
  const everyCalendar = new Map([...calendars].map(([code, document]) => [code, approvedVersions(document)]));
  return {
    policy(at, known) {
      for (const { code, versions } of everyPolicy) {
        const found = latestOf(versions, at, known)?.version;
        if (found) return { code, version: found.draft, policy: found.body as Policy };
      }
      return undefined;
    },
    calendar(code, at, known) {
      const versions = everyCalendar.get(code) ?? [];
      const found = (latestOf(versions, at, known) ?? versions.toSorted((a, b) => a.from - b.from)[0])?.version;
      return found && { code, version: found.draft, working: workingCalendar(found.body as Calendar) };
    },
  };
}

/** Codes of the calendars that any version of the policies names. */
export function calendarsNamed(policies: readonly GovernedDocument[]): ReadonlySet<string> {
  const codes = policies.flatMap((document) =>
    (document?.versions ?? []).flatMap(({ body, status }) =>
      status === 'approved' ? (body as Policy).clocks.map(({ calendar }) => calendar) : [],
    ),
  );
  return new Set(codes.filter((code) => code !== 'elapsed'));
}
