import { problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import { bodyOfDraft, campaignFold, type Script } from '@ledgerline/domain';
import { whyUnseen, type Ledgerline } from '@ledgerline/host';
import { streamName } from '@ledgerline/kernel';
import { callsCollection } from '../call-list/call-list.projection.js';
import { agentFigures, type AgentFigures } from './agent-figures.js';
import { countedAnswers } from './counted-answers.js';
import { distributionOf, type Distribution } from './distribution.js';
import { seesResults } from './sees-results.js';

export interface CampaignResults {
  readonly agents: readonly AgentFigures[];
  readonly questions: readonly Distribution[];
}

/** `GET /campaigns/{id}/results`: by agent, and of each question what was answered how often. Looks into an index, no document is read. */
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
  const questions = await Promise.all(
    (script?.questions ?? []).map(async (question) =>
      distributionOf(question, await countedAnswers({ campaign: id, question }, calls)),
    ),
  );
  return { kind: 'results', agents: await agentFigures(calls, id), questions };
}
