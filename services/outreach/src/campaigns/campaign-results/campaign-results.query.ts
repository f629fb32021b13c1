import { attemptOutcomes, problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import { bodyOfDraft, campaignFold, type Script } from '@ledgerline/domain';
import { whyUnseen, type Ledgerline } from '@ledgerline/host';
import { streamName } from '@ledgerline/kernel';
import { everyRow } from '../../every-row.js';
import { callsCollection } from '../call-list/call-list.projection.js';
import { distributionOf, type CountedAnswer, type Distribution } from './distribution.js';
import { seesResults } from './sees-results.js';

export interface AgentFigures {
  readonly agent: string;
  readonly attempts: number;
  readonly outcomes: Readonly<Record<(typeof attemptOutcomes)[number], number>>;
}

export interface CampaignResults {
  readonly agents: readonly AgentFigures[];
  readonly questions: readonly Distribution[];
}

/** `GET /campaigns/{id}/results`: by agent, and of each question what was answered how often. One walk over the campaign's rows, no document is read. */
export async function campaignResults(
  { body: { id }, principal, after }: QueryRequest<{ readonly id: string }>,
  ledgerline: Ledgerline,
): Promise<({ readonly kind: 'results' } & CampaignResults) | Problem> {
  if (!seesResults(principal.roles)) return problem('not-allowed');
  const { state: campaign } = await ledgerline.commands.current(streamName('campaign', id), campaignFold);
  if (campaign === undefined) return problem('campaign-not-found');
  const script = await bodyOfDraft<Script>(['script', campaign.script], campaign.draft, ledgerline.commands);
  const calls = await ledgerline.live(callsCollection);
  const why = await whyUnseen(calls, after, ledgerline);
  if (why) return problem(why);
  const agents = new Map<string, Map<string, number>>();
  const attempts = { where: { kind: 'attempt', campaign: id }, sort: ['agent', 'outcome'] };
  for await (const { row } of everyRow(calls, attempts)) count(agents, String(row['agent']), String(row['outcome']));
  const answers = new Map<string, CountedAnswer[]>();
  for await (const { row } of everyRow(calls, { where: { kind: 'answer', campaign: id }, sort: ['question', 'answer'] })) {
    const given = answers.get(String(row['question'])) ?? [];
    answers.set(String(row['question']), given);
    given.push({ answer: String(row['answer']), amount: Number(row['amount']) });
  }
  const questions = (script?.questions ?? []).map((question) => distributionOf(question, answers.get(question.id) ?? []));
  return { kind: 'results', agents: [...agents].map(figuresOf), questions };
}

function count(agents: Map<string, Map<string, number>>, agent: string, outcome: string): void {
  const outcomes = agents.get(agent) ?? new Map<string, number>();
  agents.set(agent, outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1));
}

function figuresOf([agent, outcomes]: readonly [string, ReadonlyMap<string, number>]): AgentFigures {
  const told = Object.fromEntries(
    attemptOutcomes.map((outcome) => [outcome, outcomes.get(outcome) ?? 0]),
  ) as AgentFigures['outcomes'];
  return { agent, attempts: [...outcomes.values()].reduce((sum, one) => sum + one, 0), outcomes: told };
}
