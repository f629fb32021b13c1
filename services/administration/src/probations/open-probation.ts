import { dateAt, isTheirOwn, type MaybeProbation, type Probation } from '@ledgerline/domain';
import { rejected, type ByWhom, type Rejection } from '@ledgerline/kernel';

type At = ByWhom & { readonly at: string };

/** Why nothing about it can be changed any more: it is over, or its last day has passed and the system has yet to say so. */
export function whyNotOpen(probation: MaybeProbation, by: At): Rejection | undefined {
  if (probation === undefined) return rejected('probation-not-found');
  if (isTheirOwn(probation, by)) return rejected('own-probation');
  return whyOver(probation, by.at);
}

export function whyOver(probation: Probation, at: string): Rejection | undefined {
  const { status, lastDay } = probation;
  if (status !== 'on-probation') return rejected('probation-is-over', { status });
  return dateAt(at, probation) > lastDay ? rejected('last-day-has-passed', { lastDay }) : undefined;
}
