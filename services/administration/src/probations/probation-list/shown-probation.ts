import {
  askedDocuments,
  explainProbation,
  formalitiesOf,
  missingDocuments,
  nextDue,
  nextStep,
  personalHalves,
  type AskedDocument,
  type Explanation,
  type FormalityNow,
  type Hands,
  type InBothLanguages,
  type NextDue,
  type Probation,
  type ProbationRequest,
  type ProbationRule,
  type ProbationSight,
  type ProbationStep,
} from '@ledgerline/domain';
import type { ListedProbation } from './probation-list.projection.js';

type Plain =
  'id' | 'version' | 'name' | 'employeeNumber' | 'account' | 'department' | 'post' | 'reportsOn' | 'lastDay' | 'status';

/** A row of the list: what the reader does not see of it is not there. Dates are days in the probation's time zone. */
export type ShownProbation = Pick<ListedProbation, Plain> & {
  readonly postName?: InBothLanguages;
  /** What waits for an approval. */
  readonly asked?: readonly ProbationRequest['kind'][];
  readonly regularOn?: string;
  readonly endsOn?: string;
  /** What its rule says and the law forbids. */
  readonly warnings?: Probation['overrides'];
  /** What somebody has to do next. */
  readonly due?: NextDue;
  /** What the system does next by itself. */
  readonly next?: Pick<ProbationStep, 'step' | 'at'>;
};

/** Papers, leave, conditions and work: for whoever sees the person. */
interface SaidOfThePerson extends Pick<Probation, 'conditions' | 'objectives' | 'mentor' | 'reviews' | 'leaves'> {
  /** Days of personal leave so far, and at most in all. */
  readonly personalLeave: { readonly days: number; readonly most?: number };
  readonly documents: readonly AskedDocument[];
  readonly missingDocuments: readonly string[];
}

/** One probation whole; money is in fen. */
export type WholeProbation = ShownProbation &
  Pick<Probation, 'contract' | 'months' | 'rule' | 'roster' | 'timeZone' | 'regular' | 'ending'> &
  Partial<Pick<Probation, 'pay' | 'payChanges' | 'bonuses'>> &
  Partial<SaidOfThePerson> & {
    readonly formalities: readonly FormalityNow[];
    readonly requests?: readonly (Omit<ProbationRequest, 'hands'> & Hands)[];
    /** Why its dates are these, and what of its rule the law forbids. */
    readonly explanation: readonly Explanation[];
  };

export function listedProbation(
  probation: ListedProbation,
  { requests, person }: ProbationSight,
  rule: ProbationRule,
): ShownProbation {
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

export function shownProbation(
  probation: Probation & { readonly id: string; readonly version: number },
  sight: ProbationSight,
  rule: ProbationRule,
): WholeProbation {
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

function saidOfThePerson(probation: Probation, rule: ProbationRule): SaidOfThePerson {
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
