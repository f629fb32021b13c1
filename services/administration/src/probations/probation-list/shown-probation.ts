import {
  askedDocuments,
  explainProbation,
  formalitiesOf,
  missingDocuments,
  nextDue,
  nextStep,
  personalHalves,
  type Probation,
  type ProbationRule,
  type ProbationSight,
} from '@ledgerline/domain';
import type { ListedProbation } from './probation-list.projection.js';

/** A row of the list. What the reader does not see of it is not there. */
export function listedProbation(probation: ListedProbation, { requests, person }: ProbationSight, rule: ProbationRule) {
  const { id, version, name, employeeNumber, department, post, reportsOn, lastDay, status } = probation;
  const { regular, ending, overrides, account } = probation;
  const named = rule.posts.find((one) => one.code === post);
  const due = nextDue(probation, rule, { requests, documents: person });
  const asked = probation.requests.filter(({ state }) => state === 'open').map(({ kind }) => kind);
  return {
    id,
    version,
    name,
    ...(employeeNumber === undefined ? {} : { employeeNumber }),
    ...(account === undefined ? {} : { account }),
    department,
    post,
    ...(named === undefined ? {} : { postName: { zh: named.zh, en: named.en } }),
    reportsOn,
    lastDay,
    status,
    ...(requests && asked.length > 0 ? { asked } : {}),
    ...(regular === undefined ? {} : { regularOn: regular.on }),
    ...(ending === undefined ? {} : { endsOn: ending.endsOn }),
    ...(overrides.length === 0 ? {} : { warnings: overrides }),
    ...(due === undefined ? {} : { due }),
    ...nextOf(probation),
  };
}

/** One probation whole, as far as the reader sees it. */
export function shownProbation(
  probation: Probation & { readonly id: string; readonly version: number },
  sight: ProbationSight,
  rule: ProbationRule,
) {
  const { contract, months, roster, timeZone, regular, ending } = probation;
  const { reason: _reason, ...ended } = ending ?? ({} as NonNullable<Probation['ending']>);
  return {
    ...listedProbation(probation, sight, rule),
    contract,
    months,
    rule: probation.rule,
    roster,
    timeZone,
    ...(sight.pay ? { pay: probation.pay, payChanges: probation.payChanges, bonuses: probation.bonuses } : {}),
    ...(sight.person ? saidOfThePerson(probation, rule) : {}),
    formalities: formalitiesOf(probation, rule),
    ...(sight.requests ? { requests: probation.requests.map(({ hands, ...request }) => ({ ...request, ...hands })) } : {}),
    ...(regular === undefined ? {} : { regular }),
    ...(ending === undefined ? {} : { ending: sight.person ? ending : ended }),
    explanation: explainProbation(probation),
  };
}

function saidOfThePerson(probation: Probation, rule: ProbationRule) {
  const { conditions, objectives, mentor, reviews, leaves } = probation;
  return {
    ...(conditions === undefined ? {} : { conditions }),
    ...(objectives === undefined ? {} : { objectives }),
    ...(mentor === undefined ? {} : { mentor }),
    reviews,
    leaves,
    personalLeave: {
      days: personalHalves(probation) / 2,
      ...(rule.leave.personal.most === undefined ? {} : { most: rule.leave.personal.most }),
    },
    documents: askedDocuments(probation, rule),
    missingDocuments: missingDocuments(probation, rule),
  };
}

/** What comes next by itself, and when. */
function nextOf(probation: Omit<Probation, 'pay'>) {
  const step = nextStep(probation);
  return step === undefined ? {} : { next: { step: step.step, at: step.at } };
}
