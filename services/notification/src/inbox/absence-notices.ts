import type { AccountEvents } from '@ledgerline/domain';
import { idOf, type Recorded } from '@ledgerline/kernel';
import { inboxOf, type DraftedNotice } from './notice.js';

/** Who stands in for whom, as both are told: named by somebody else, or ended before its time. */
export interface StandingIn {
  readonly substitution: string;
  readonly absent: string;
  readonly substitute: string;
  readonly from: string;
  readonly until: string;
}

export interface AbsenceNotice extends DraftedNotice {
  readonly standingIn: StandingIn;
}

export const absenceEvents = ['SubstituteNamed', 'SubstitutionEnded'] as const satisfies readonly (keyof AccountEvents)[];

/** @param told before, of the same account: what has ended is known from there */
export function noticeOfAbsence(
  { stream, type, data }: Recorded,
  told: readonly Partial<AbsenceNotice>[],
): AbsenceNotice | undefined {
  const absent = idOf(stream);
  const standingIn = type === 'SubstituteNamed' ? named(absent, data as AccountEvents['SubstituteNamed']) : endedOf(data, told);
  if (standingIn === undefined) return undefined;
  const kind = type === 'SubstituteNamed' ? 'substitute-named' : 'substitution-ended';
  return { kind, to: [standingIn.substitute, absent].map(inboxOf.account), standingIn };
}

function named(absent: string, { substitution, substitute, from, until }: AccountEvents['SubstituteNamed']): StandingIn {
  return { substitution, absent, substitute, from, until };
}

function endedOf(data: unknown, told: readonly Partial<AbsenceNotice>[]): StandingIn | undefined {
  const { substitution } = data as AccountEvents['SubstitutionEnded'];
  return told.find(({ standingIn }) => standingIn?.substitution === substitution)?.standingIn;
}
