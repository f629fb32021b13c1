import type { InBothLanguages } from '../calendar/deadline-sentence.js';
import { lastDayOf, legalLastDay, legalLimit, type LegalGround } from './legal-limit.js';
import type { Probation } from './probation.js';

/** One reason for what a probation's dates are: where it stands, and a sentence. */
export interface Explanation extends InBothLanguages {
  readonly cites: string;
}

type Explained = Pick<
  Probation,
  'reportsOn' | 'contract' | 'months' | 'lastDay' | 'rule' | 'overrides' | 'requests' | 'regular' | 'ending'
>;

/** Why its last day is that day (rule, law, contract, decisions), what followed from it, and what of its rule the law forbids. */
export function explainProbation(probation: Explained): readonly Explanation[] {
  const { reportsOn, contract, months, rule, overrides } = probation;
  const law = legalLimit(contract);
  const first = lastDayOf(reportsOn, months);
  const [legal, version] = [legalLastDay(reportsOn, contract), `probation-rule ${rule.code}.${rule.draft}`];
  return [
    {
      cites: version,
      zh: `按规定第 ${rule.draft} 版（${rule.code}，开始时生效）：自报到日 ${reportsOn} 起 ${months} 个月，至 ${first}。`,
      en: `By version ${rule.draft} of the rule (${rule.code}), in force when it began: ${months} month(s) from the day of reporting, ${reportsOn}, to ${first}.`,
    },
    {
      cites: 'LCL 19',
      zh: `《劳动合同法》第十九条：${groundsInChinese[law.ground]}，试用期最长 ${law.months} 个月，最迟至 ${legal}。`,
      en: `Labour Contract Law, article 19: ${groundsInEnglish[law.ground]}, so at most ${law.months} month(s) of probation, to ${legal} at the latest.`,
    },
    ...extensions(probation),
    ...outcome(probation),
    ...overrides.map((override) => ({ cites: version, ...overrideInWords[override] })),
  ];
}

function extensions({ requests }: Explained): readonly Explanation[] {
  return requests
    .filter(({ kind, state }) => kind === 'extension' && state === 'approved')
    .map(({ request, lastDay = '' }) => ({
      cites: `request ${request}`,
      zh: `经本人同意并经批准延长至 ${lastDay}。`,
      en: `Extended to ${lastDay}, with the employee's agreement and approval.`,
    }));
}

function outcome({ regular, ending, lastDay }: Explained): readonly Explanation[] {
  if (regular?.why === 'confirmed-early')
    return [{ cites: `request ${regular.request}`, zh: `经批准提前转正，自 ${regular.on} 起。`, en: `Confirmed early, regular from ${regular.on}.` }];
  if (regular)
    return [
      {
        cites: 'LCL 19, 21',
        zh: `试用期最后一日 ${lastDay} 已过且未依法终止，自 ${regular.on} 起为正式员工。`,
        en: `The last day, ${lastDay}, passed without a valid ending: regular from ${regular.on}.`,
      },
    ];
  if (ending === undefined) return [];
  const { by, toldOn, endsOn } = ending;
  return by === 'employee'
    ? [{ cites: 'LCL 37', zh: `本人于 ${toldOn} 提前三日通知，至 ${endsOn} 离职。`, en: `The employee gave three days' notice on ${toldOn} and leaves on ${endsOn}.` }]
    : [{ cites: 'LCL 21, 39(1)', zh: `证明不符合录用条件，经批准并于 ${toldOn} 说明理由，至 ${endsOn} 解除。`, en: `Proved not to meet the conditions of employment, approved, told why on ${toldOn}, ended on ${endsOn}.` }];
} // prettier-ignore

const groundsInChinese: Readonly<Record<LegalGround, string>> = {
  task: '以完成一定工作任务为期限的劳动合同不得约定试用期',
  'under-3-months': '劳动合同期限不满三个月不得约定试用期',
  'from-3-months-under-1-year': '劳动合同期限三个月以上不满一年',
  'from-1-year-under-3-years': '劳动合同期限一年以上不满三年',
  'from-3-years': '三年以上固定期限劳动合同',
  'open-ended': '无固定期限劳动合同',
};
const groundsInEnglish: Readonly<Record<LegalGround, string>> = {
  task: 'the contract is for a task',
  'under-3-months': 'the contract lasts less than 3 months',
  'from-3-months-under-1-year': 'the contract lasts 3 months or more and less than a year',
  'from-1-year-under-3-years': 'the contract lasts a year or more and less than 3 years',
  'from-3-years': 'the contract lasts 3 years or more',
  'open-ended': 'the contract is open-ended',
};
const overrideInWords: Readonly<Record<Probation['overrides'][number], InBothLanguages>> = {
  'no-marriage-leave': {
    zh: '注意：规定不给婚假。婚假是法定假期（《劳动法》第五十一条），此项由规定自行承担。',
    en: 'Warning: the rule gives no marriage leave. It is statutory (Labour Law, article 51): the rule has taken that on itself.',
  },
  'ask-sensitive-documents': {
    zh: '注意：规定要求超出订立劳动合同所需的材料（《劳动合同法》第八条、第九条；《个人信息保护法》第六条、第二十九条），此项由规定自行承担。',
    en: 'Warning: the rule asks for more than a contract needs (Labour Contract Law, articles 8 and 9; Personal Information Protection Law, articles 6 and 29): the rule has taken that on itself.',
  },
};
