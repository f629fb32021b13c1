import type { BeginProbation } from '@ledgerline/contracts';
import {
  isOn,
  legalLastDay,
  legalLimit,
  legalWagePercent,
  localMinimumOn,
  lastDayOf,
  overrideNames,
  type AgreedPay,
  type ContractTerm,
  type MaybeProbation,
  type ProbationEvent,
  type ProbationRule,
  type RuleRef,
} from '@ledgerline/domain';
import { rejected, type Decide, type Rejection } from '@ledgerline/kernel';

/** What a probation needs beside its body: the rule in force, the key of the employee, and their account. */
export interface Beginning {
  readonly person: string;
  readonly account?: string;
  readonly rule: ProbationRule;
  readonly version: RuleRef;
}

/** R13.1: one probation only with the same employer, of the rule's length, never longer than the contract's term allows. */
export function beginProbation({
  person,
  account,
  rule,
  version,
}: Beginning): Decide<BeginProbation, MaybeProbation, ProbationEvent> {
  return (body, before) => {
    const refusal = whyNotAgain(before);
    if (refusal !== undefined) return refusal;
    const contract = contractOf(body);
    if ('rejection' in contract) return contract;
    const months = monthsOf(body, contract, rule);
    if (typeof months === 'object') return months;
    const pay = agreedPay({ ...body, on: body.reportsOn }, rule);
    if ('rejection' in pay) return pay;
    const { name, employeeNumber, department, post, reportsOn, roster = rule.roster } = body;
    const [byRule, byLaw] = [lastDayOf(reportsOn, months), legalLastDay(reportsOn, contract)];
    const data = {
      person,
      name,
      ...(employeeNumber === undefined ? {} : { employeeNumber }),
      ...(account === undefined ? {} : { account }),
      department,
      post,
      reportsOn,
      contract,
      months,
      lastDay: byRule < byLaw ? byRule : byLaw,
      timeZone: rule.timeZone,
      reminders: rule.reminders,
      rule: version,
      roster,
      pay,
      payShownToManagers: rule.pay.shownToManagers,
      overrides: overrideNames.filter((override) => isOn(rule, override)),
    };
    return [{ type: 'ProbationBegun', data }];
  };
}

/** One that was annulled is none. */
export function whyNotAgain(before: MaybeProbation): Rejection | undefined {
  if (before === undefined || before.status === 'annulled') return undefined;
  return rejected('had-probation-before', { status: before.status });
}

function contractOf({
  contractTerm: term,
  contractStartsOn,
  contractEndsOn,
  reportsOn,
}: BeginProbation): ContractTerm | Rejection {
  const startsOn = contractStartsOn ?? reportsOn;
  if (term !== 'fixed') return contractEndsOn === undefined ? { term, startsOn } : rejected('contract-has-no-last-day', { term });
  if (contractEndsOn === undefined) return rejected('contract-needs-a-last-day');
  if (contractEndsOn < startsOn || contractEndsOn < reportsOn) return rejected('contract-ends-before-it-begins');
  return { term, startsOn, endsOn: contractEndsOn };
}

/** Months by the rule, shortened to what the law allows. */
function monthsOf({ months }: BeginProbation, contract: ContractTerm, rule: ProbationRule): number | Rejection {
  const law = legalLimit(contract);
  if (law.months === 0) return rejected('no-probation-by-law', { cites: 'LCL 19', ground: law.ground });
  if (months === undefined) return Math.min(rule.months, law.months);
  if (months > law.months) return rejected('beyond-the-legal-limit', { cites: 'LCL 19', ground: law.ground, most: law.months });
  return months > rule.months ? rejected('longer-than-the-rule', { most: rule.months }) : months;
}

/** R13.2, 《劳动合同法》第二十条: not less than 80 % of the agreed wage, nor than the local minimum. Part of a fen counts for the employee. */
export function agreedPay({ regularWage: regular, probationWage, on }: Wages, rule: ProbationRule): AgreedPay | Rejection {
  const probation = probationWage ?? Math.ceil((regular * rule.pay.percent) / 100);
  const share = Math.ceil((regular * legalWagePercent) / 100);
  if (probation < share) return rejected('below-the-share-of-the-agreed-wage', { cites: 'LCL 20', percent: legalWagePercent });
  const minimum = localMinimumOn(rule, on);
  if (minimum !== undefined && probation < minimum) return rejected('below-the-local-minimum', { cites: 'LCL 20', minimum });
  return { regular, probation };
}

type Wages = Pick<BeginProbation, 'regularWage' | 'probationWage'> & { readonly on: string };
