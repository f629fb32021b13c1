import { problem, type Principal, type Problem, type QueryRequest } from '@ledgerline/contracts';
import { seenAgents, telephonyTerms, type AgentState, type Queue } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { instantText } from '@ledgerline/kernel';
import { sitesOf, type AgentNow } from './agents-now.js';
import { liveBoard, type LiveBoard, type QueueNow } from './live-board.js';
import { figuresOfToday, type QueueToday } from './queues-today.js';

/** A queue as it stands, and what its day was so far; null where the figures cannot be had now. */
export interface QueueOnBoard extends QueueNow {
  readonly queue: string;
  readonly zh: string;
  readonly en: string;
  readonly priority: number;
  readonly today: QueueToday | null;
}

/** The wallboard (大屏). */
export interface Wallboard {
  readonly asOf: string;
  readonly serviceLevel: { readonly within: number; readonly target: number };
  readonly queues: readonly QueueOnBoard[];
  /** Agents by state, and how many of them are on the phone. */
  readonly states: Readonly<Record<AgentState, number>> & { readonly onCall: number };
  /** Those whose states the asker may see, in the order of their states. */
  readonly agents: readonly AgentNow[];
}

export type WallboardAnswer = ({ readonly kind: 'wallboard' } & Wallboard) | Problem;

/** `GET /wallboard`: made once in two seconds for everybody who looks at the same sites, narrowed to each (R12). */
export async function askWallboard(
  { body: { site }, principal }: QueryRequest<{ readonly site?: string }>,
  ledgerline: Ledgerline,
): Promise<WallboardAnswer> {
  const sites = await sitesOfBoard(principal, site, ledgerline);
  if (sites === 'none') return problem('not-allowed');
  const asOf = instantText(ledgerline.clock.now());
  const { rule } = (await telephonyTerms(ledgerline))(asOf);
  const [live, today] = await Promise.all([liveBoard(sites, ledgerline), figuresOfToday(sites, ledgerline)]);
  const isShown = (queue: Queue) => sites === 'all' || sites.includes(queue.site ?? ledgerline.configuration.site);
  const onBoard = ({ code: queue, zh, en, priority }: Queue): QueueOnBoard => {
    const { waiting = 0, longestSince = null, talking = 0 } = live.queues.get(queue) ?? {};
    return { queue, zh, en, priority, waiting, longestSince, talking, today: today?.get(queue) ?? null };
  };
  return {
    kind: 'wallboard',
    asOf,
    serviceLevel: rule.serviceLevel,
    queues: rule.queues
      .filter(isShown)
      .toSorted((one, other) => one.priority - other.priority)
      .map(onBoard),
    states: live.states,
    agents: agentsShown(live, principal),
  };
}

/** Whose calls and agents are counted: numbers of a queue are for everybody who takes calls at its site. */
async function sitesOfBoard(principal: Principal, site: string | undefined, ledgerline: Ledgerline) {
  const seen = seenAgents(principal);
  if (seen === 'none') return 'none';
  if (seen === 'all' || principal.departments.includes('*')) return site === undefined ? 'all' : [site];
  const sites = await sitesOf(principal, ledgerline);
  return site === undefined ? sites : sites.filter((one) => one === site);
}

function agentsShown({ agents }: LiveBoard, principal: Principal): readonly AgentNow[] {
  const { id, onBehalfOf = id } = principal;
  return seenAgents(principal) === 'themselves' ? agents.filter(({ agent }) => agent === onBehalfOf) : agents;
}
