import { attemptOutcomes } from '@ledgerline/contracts';
import type { Collection } from '@ledgerline/kernel';

export interface AgentFigures {
  readonly agent: string;
  readonly attempts: number;
  readonly outcomes: Readonly<Record<(typeof attemptOutcomes)[number], number>>;
}

type Calls = Pick<Collection<never>, 'count' | 'findRows'>;

/** By agent: whoever made an attempt is found in the index, one after the other, and each figure is a look into it. */
export async function agentFigures(calls: Calls, campaign: string): Promise<readonly AgentFigures[]> {
  const found: AgentFigures[] = [];
  for (let last = ''; ;) {
    const after = { kind: 'attempt', campaign, agent: { from: `${last}\u0000` } };
    const [next] = (await calls.findRows({ where: after, sort: ['agent'], limit: 1 })).items;
    if (next === undefined) return found;
    last = String(next.row['agent']);
    found.push(await figuresOf(last, { kind: 'attempt', campaign, agent: last }, calls));
  }
}

async function figuresOf(agent: string, where: Readonly<Record<string, string>>, calls: Calls): Promise<AgentFigures> {
  const counted = await Promise.all(
    attemptOutcomes.map(async (outcome) => [outcome, await calls.count({ where: { ...where, outcome } })] as const),
  );
  const attempts = counted.reduce((sum, [, count]) => sum + count, 0);
  return { agent, attempts, outcomes: Object.fromEntries(counted) as AgentFigures['outcomes'] };
}
