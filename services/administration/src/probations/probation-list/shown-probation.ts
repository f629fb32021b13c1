import { explainProbation, nextStep, type Probation, type ProbationSight } from '@ledgerline/domain';
import type { ListedProbation } from './probation-list.projection.js';

/** A row of the list. What the reader does not see of it is not there. */
export function listedProbation(probation: ListedProbation, { requests }: ProbationSight) {
  const { id, version, name, employeeNumber, department, post, reportsOn, lastDay, status } = probation;
  const { regular, ending, overrides, account } = probation;
  const asked = probation.requests.filter(({ state }) => state === 'open').map(({ kind }) => kind);
  return {
    id,
    version,
    name,
    ...(employeeNumber === undefined ? {} : { employeeNumber }),
    ...(account === undefined ? {} : { account }),
    department,
    post,
    reportsOn,
    lastDay,
    status,
    ...(requests && asked.length > 0 ? { asked } : {}),
    ...(regular === undefined ? {} : { regularOn: regular.on }),
    ...(ending === undefined ? {} : { endsOn: ending.endsOn }),
    ...(overrides.length === 0 ? {} : { warnings: overrides }),
    ...nextOf(probation),
  };
}

/** One probation whole, as far as the reader sees it. */
export function shownProbation(probation: Probation & { readonly id: string; readonly version: number }, sight: ProbationSight) {
  const { pay, contract, months, rule, roster, timeZone, conditions, requests, regular, ending } = probation;
  const { reason: _reason, ...ended } = ending ?? ({} as NonNullable<Probation['ending']>);
  return {
    ...listedProbation(probation, sight),
    contract,
    months,
    rule,
    roster,
    timeZone,
    ...(sight.pay ? { pay } : {}),
    ...(sight.person && conditions !== undefined ? { conditions } : {}),
    ...(sight.requests ? { requests: requests.map(({ hands, ...request }) => ({ ...request, ...hands })) } : {}),
    ...(regular === undefined ? {} : { regular }),
    ...(ending === undefined ? {} : { ending: sight.person ? ending : ended }),
    explanation: explainProbation(probation),
  };
}

/** What comes next by itself, and when. */
function nextOf(probation: Omit<Probation, 'pay'>) {
  const step = nextStep(probation);
  return step === undefined ? {} : { next: { step: step.step, at: step.at } };
}
