/** For how long an employment contract (劳动合同) is made. Dates are `YYYY-MM-DD`; the last day belongs to it. */
export type ContractTerm =
  | { readonly term: 'fixed'; readonly startsOn: string; readonly endsOn: string }
  | { readonly term: 'open-ended' | 'task'; readonly startsOn: string };

export const contractTerms = ['fixed', 'open-ended', 'task'] as const;

/** Which sentence of article 19 of the Labour Contract Law a contract falls under. */
export type LegalGround =
  'task' | 'under-3-months' | 'from-3-months-under-1-year' | 'from-1-year-under-3-years' | 'from-3-years' | 'open-ended';

/** Months of probation that the law allows at most; 0: none may be agreed. */
export interface LegalLimit {
  readonly months: number;
  readonly ground: LegalGround;
}

/** 《劳动合同法》第十九条, as amended 2012: its words count whole months and years from the first day of the contract. */
export function legalLimit(contract: ContractTerm): LegalLimit {
  if (contract.term === 'task') return { months: 0, ground: 'task' };
  if (contract.term !== 'fixed') return { months: 6, ground: 'open-ended' };
  const first = Temporal.PlainDate.from(contract.startsOn);
  const over = Temporal.PlainDate.from(contract.endsOn).add({ days: 1 });
  const lasts = (length: Temporal.DurationLike) => Temporal.PlainDate.compare(first.add(length), over) <= 0;
  if (!lasts({ months: 3 })) return { months: 0, ground: 'under-3-months' };
  if (!lasts({ years: 1 })) return { months: 1, ground: 'from-3-months-under-1-year' };
  if (!lasts({ years: 3 })) return { months: 2, ground: 'from-1-year-under-3-years' };
  return { months: 6, ground: 'from-3-years' };
}

/**
 * The last day of so many months that begin with a day, that day counted: from 1 March three months end with 31 May. Where the month has no such day they
 * end a day earlier rather than later, in the employee's favour.
 */
export function lastDayOf(firstDay: string, months: number): string {
  return Temporal.PlainDate.from(firstDay).add({ months }).subtract({ days: 1 }).toString();
}

/** The last day on which somebody may be on probation at all: the law's months from the day of reporting, and never after the contract. */
export function legalLastDay(reportsOn: string, contract: ContractTerm): string {
  const byLaw = lastDayOf(reportsOn, legalLimit(contract).months);
  return contract.term === 'fixed' && contract.endsOn < byLaw ? contract.endsOn : byLaw;
}
