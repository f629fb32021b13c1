import { problem, type Problem, type Principal, type QueryRequest } from '@ledgerline/contracts';
import { probationFold, sightOfProbation, type MaybeProbation, type ProbationSight, type Probation } from '@ledgerline/domain';
import { recordLook, shownStep, type Ledgerline, type ShownStep } from '@ledgerline/host';
import { eventsOf, streamName, type RecordedEvent } from '@ledgerline/kernel';
import { ruleOf } from '../rule-in-force.js';
import { shownProbation, type WholeProbation } from './shown-probation.js';

type One = QueryRequest<{ readonly id: string }>;

export type OneProbation = WholeProbation & { readonly history: readonly ShownStep[] };

export interface VisibleProbation {
  readonly probation: Probation & { readonly id: string; readonly version: number };
  readonly events: readonly RecordedEvent[];
  readonly sight: ProbationSight;
}

/** From the log, for who may see it today; that it was looked at is on record first, unless by the employee. */
export async function visibleProbation(
  { body: { id }, principal }: One,
  call: 'probation' | 'pay',
  ledgerline: Ledgerline,
): Promise<VisibleProbation | Problem> {
  const all = await eventsOf(streamName('probation', id), ledgerline);
  // What was annulled and began anew is another matter.
  const events = all.slice(all.findLastIndex(({ type }) => type === 'ProbationBegun'));
  const found = events.reduce<MaybeProbation>(probationFold.evolve, undefined);
  const sight = found && sightOfProbation(found, principal);
  if (found === undefined || sight === undefined) return problem('probation-not-found');
  if (!sight.own) await recordLook(lookAt(id, call), principal as Principal, ledgerline);
  return { probation: { ...found, id, version: all.at(-1)?.version ?? 0 }, events, sight };
}

function lookAt(probation: string, call: 'probation' | 'pay') {
  return { category: 'probation', id: probation, event: { type: 'ProbationSeen', data: { probation, call } } };
}

/** `GET /probations/{id}`: as it stands, why, and how it came to that. */
export async function oneProbation(
  request: One,
  ledgerline: Ledgerline,
): Promise<{ readonly kind: 'one'; readonly probation: OneProbation } | Problem> {
  const found = await visibleProbation(request, 'probation', ledgerline);
  if ('code' in found) return found;
  const { probation, events, sight } = found;
  const rule = await ruleOf(probation.rule, ledgerline);
  return { kind: 'one', probation: { ...shownProbation(probation, sight, rule), history: historyFor(events, sight) } };
}

/** Events about what is not decided; events that say something of the person; members that do. */
const ofRequests = /^(EarlyConfirmation|ProbationExtension|ProbationEnding|ProbationRequest|MoreLeave)/;
const ofThePerson =
  /^(Leave|EntryDocument|Objectives|ProbationReviewed|FestivalBonus|ProbationPay|EmploymentConditions|MentorNamed)/;
const ofPay: readonly string[] = ['pay', 'bonus'];

function historyFor(events: readonly RecordedEvent[], { pay, person, requests }: ProbationSight): readonly ShownStep[] {
  const withheld = [...(pay ? [] : ofPay), ...(person ? [] : ['reason', 'unmet'])];
  return events
    .filter(({ type }) => (requests || !ofRequests.test(type)) && (person || !ofThePerson.test(type)))
    .map((event) => shownStep(event, withheld));
}
