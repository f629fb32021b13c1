import type { Calendar } from '../calendar/calendar.js';
import { workingCalendar } from '../calendar/calendar-once.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import {
  approvedVersions,
  latestOf,
  type ApprovedVersion,
  type DocumentVersion,
  type GovernedDocument,
} from '../document/governed-document.js';
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

/** An approved version with what clocks are pinned to: the same object for all of them, so that its rules are found again. */
interface Pinnable<Pinned> extends ApprovedVersion {
  readonly pinned: () => Pinned;
}

/**
 * @param policies in the order of `judgingPolicies`
 * @param calendars by code; one that is asked about an older time than any version's answers with its first
 */
export function rulebookOf(policies: readonly GovernedDocument[], calendars: ReadonlyMap<string, GovernedDocument>): Rulebook {
  const everyPolicy = policies.flatMap((document) => {
    if (document === undefined) return [];
    const { code } = document;
    return [pinnable(document, ({ draft, body }): PinnedPolicy => ({ code, version: draft, policy: body as Policy }))];
  });
  const everyCalendar = new Map(
    [...calendars].map(([code, document]) => {
      const versions = pinnable(document, ({ draft, body }): PinnedCalendar => {
        return { code, version: draft, working: workingCalendar(body as Calendar) };
      });
      return [code, { versions, first: versions.toSorted((a, b) => a.from - b.from)[0] }] as const;
    }),
  );
  return {
    policy(at, known) {
      for (const versions of everyPolicy) {
        const found = latestOf(versions, at, known);
        if (found) return found.pinned();
      }
      return undefined;
    },
    calendar(code, at, known) {
      const calendar = everyCalendar.get(code);
      return calendar && (latestOf(calendar.versions, at, known) ?? calendar.first)?.pinned();
    },
  };
}

function pinnable<Pinned>(document: GovernedDocument, pin: (version: DocumentVersion) => Pinned): readonly Pinnable<Pinned>[] {
  return approvedVersions(document).map((one) => {
    let pinned: Pinned | undefined;
    return { ...one, pinned: () => (pinned ??= pin(one.version)) };
  });
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
