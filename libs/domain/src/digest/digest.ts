import type { EventDefinition, Fold, EventOf } from '@ledgerline/kernel';
import { seesAllTickets, withImplied } from '../authority/roles.js';
import { seesConfidential, seesEveryTicket } from '../authority/sight.js';
import type { Rights } from '../account/rights-of-account.js';
import type { DigestPeriod } from './digest-period.js';
import type { DigestScope, DigestSectionName } from './digest-sections.js';

type Figures = Readonly<Record<string, number | null>>;

/** One section's figures: which report was asked and how, so that each number leads to its tickets. Codes, numbers and ids; no words. */
export interface DigestTable {
  readonly section: DigestSectionName;
  readonly report: string;
  readonly where: Readonly<Record<string, string>>;
  /** Another beginning than the period's. */
  readonly from?: string;
  /** The report is about the present, and has no period. */
  readonly isPresent?: true;
  readonly group: readonly string[];
  readonly figures: readonly string[];
  /** Which of them are given of the period before too. */
  readonly compared: readonly string[];
  readonly rows: readonly DigestRow[];
  /** Lines that there are beyond those shown. */
  readonly more: number;
  readonly total: { readonly figures: Figures; readonly before: Figures };
  readonly listed?: { readonly cell: string; readonly tickets: readonly string[]; readonly more: boolean };
  /** Ids of the proposals that it names instead of tickets. */
  readonly proposals?: { readonly ids: readonly string[]; readonly more: boolean };
}

export interface DigestRow {
  readonly group: Readonly<Record<string, string | number>>;
  readonly figures: Figures;
  readonly before: Figures;
}

/** A digest as it was made, at a position of the log, for somebody's eyes. */
export interface DigestContent {
  readonly template: { readonly code: string; readonly draft: number };
  readonly scope: DigestScope;
  readonly department?: string;
  readonly timeZone: string;
  readonly period: DigestPeriod;
  readonly before: DigestPeriod;
  readonly asOf: string;
  readonly position: string | null;
  readonly sections: readonly DigestTable[];
}

export interface DigestEvents {
  /** A stream a digest; its id derives from schedule, period, reader and department. */
  DigestDelivered: {
    readonly schedule: string;
    /** Id of the account that it was made for, with the rights that it had then. */
    readonly reader: string;
    readonly sight: Rights;
    readonly content: DigestContent;
  };
  /** A stream a schedule: everybody has got the digest of a period. */
  DigestsSent: { readonly schedule: string; readonly period: DigestPeriod; readonly digests: readonly string[] };
}
export type DigestEvent = EventOf<DigestEvents>;

export const digestEventDefinitions: readonly EventDefinition[] = [
  { type: 'DigestDelivered', schema: 1 },
  { type: 'DigestsSent', schema: 1 },
];

export type Digest = (DigestEvents['DigestDelivered'] & { readonly at: string }) | undefined;

export const digestFold: Fold<Digest> = {
  initial: undefined,
  evolve(digest, recorded) {
    const event = recorded as unknown as DigestEvent;
    return event.type === 'DigestDelivered' ? { ...event.data, at: recorded.meta.at } : digest;
  },
};

/** Up to the end of which period a schedule's digests were sent. */
export type DigestRounds = { readonly through: string } | undefined;

export const digestRoundsFold: Fold<DigestRounds> = {
  initial: undefined,
  evolve(rounds, recorded) {
    const event = recorded as unknown as DigestEvent;
    if (event.type !== 'DigestsSent') return rounds;
    const { to } = event.data.period;
    return rounds !== undefined && rounds.through >= to ? rounds : { through: to };
  },
};

/** Today's rights govern every look: whoever sees less than when a digest was made does not see its figures any more. */
export function seesAsMuch(now: Rights, then: Rights): boolean {
  if (seesEveryTicket(now.roles)) return true;
  if (seesAllTickets(then.roles) && !seesAllTickets(now.roles)) return false;
  if (seesConfidential(then.roles) && !seesConfidential(now.roles)) return false;
  const [held, had] = [withImplied(now.roles), withImplied(then.roles)];
  const hasLost = ['manager', 'handler'].some((role) => had.has(role) && !held.has(role));
  return !hasLost && (now.departments.includes('*') || then.departments.every((one) => now.departments.includes(one)));
}
