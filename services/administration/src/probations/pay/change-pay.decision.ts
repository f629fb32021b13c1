import type { ChangeProbationPay, SetFestivalBonus } from '@ledgerline/contracts';
import { festivalBonus, type ProbationRule } from '@ledgerline/domain';
import { rejected } from '@ledgerline/kernel';
import { agreedPay } from '../begin-probation/begin-probation.decision.js';
import { whileOpen, type OnProbation } from '../open-probation.js';

/** R13.2: pay follows the post, from its first working day there. The floors hold as they did at the beginning. */
export function changeProbationPay(rule: ProbationRule): OnProbation<ChangeProbationPay> {
  return whileOpen((body, probation) => {
    const { person, reportsOn, lastDay, payChanges } = probation;
    const { from, post, reason } = body;
    if (from < reportsOn || from > lastDay) return rejected('not-within-the-probation', { reportsOn, lastDay });
    const before = payChanges.at(-1)?.from;
    if (before !== undefined && from <= before) return rejected('not-after-the-change-before', { from: before });
    const pay = agreedPay({ ...body, on: from }, rule);
    if ('rejection' in pay) return pay;
    return [{ type: 'ProbationPayChanged', data: { person, from, pay, reason, ...(post === undefined ? {} : { post }) } }];
  });
}

/** Half of what a regular employee gets, by the shipped rule. */
export function setFestivalBonus(rule: ProbationRule): OnProbation<SetFestivalBonus> {
  return whileOpen(({ festival, on, regular }, probation) => {
    const { person, reportsOn, lastDay, bonuses } = probation;
    if (on < reportsOn || on > lastDay) return rejected('not-within-the-probation', { reportsOn, lastDay });
    if (bonuses.some((bonus) => bonus.on === on)) return rejected('bonus-set-already', { on });
    const amount = festivalBonus(regular, rule.pay.festivalBonusPercent);
    return [{ type: 'FestivalBonusSet', data: { person, on, festival, bonus: { regular, amount } } }];
  });
}
