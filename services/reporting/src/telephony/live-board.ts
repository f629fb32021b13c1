import { agentStates, type AgentState } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import type { Collection } from '@ledgerline/kernel';
import { agentDaysCollection } from './agent-days.projection.js';
import { daysOfNow, shownAgents, standingDays, type AgentNow } from './agents-now.js';
import { liveCallsCollection, type LiveCall } from './live-calls.projection.js';
import { onceIn } from './once-in.js';

export type Sites = 'all' | readonly string[];

export interface QueueNow {
  readonly waiting: number;
  /** When the one came in that waits longest. */
  readonly longestSince: string | null;
  readonly talking: number;
}

export interface LiveBoard {
  readonly queues: ReadonlyMap<string, QueueNow>;
  readonly states: Readonly<Record<AgentState, number>> & { readonly onCall: number };
  readonly agents: readonly AgentNow[];
}

/** How it stands, the same for everybody who looks within two seconds: a hundred boards on a hundred desks are one look. */
export const liveBoard = onceIn(2_000, async (sites: Sites, ledgerline: Ledgerline): Promise<LiveBoard> => {
  const where = sites === 'all' ? {} : { site: { in: sites } };
  const calls = await everyOne<LiveCall>(await ledgerline.live(liveCallsCollection), { scope: 'call', ...where }, 'since');
  const collection = await ledgerline.live(agentDaysCollection);
  const [today, eve] = daysOfNow(ledgerline);
  const days = await everyOne(collection, { scope: 'agent-day', day: { from: eve }, ...where }, '-day');
  const agents = await shownAgents(await standingDays(days, collection, today), ledgerline);
  return {
    queues: new Map([...Map.groupBy(calls, ({ queue }) => queue ?? '')].map(([queue, some]) => [queue, queueNow(some)])),
    states: statesOfAgents(agents),
    agents: agents.toSorted((one, other) => agentStates.indexOf(one.state) - agentStates.indexOf(other.state)),
  };
});

/** @param calls in the order in which they came in */
function queueNow(calls: readonly LiveCall[]): QueueNow {
  const waiting = calls.filter(({ standing }) => standing === 'waiting');
  return { waiting: waiting.length, longestSince: waiting[0]?.since ?? null, talking: calls.length - waiting.length };
}

function statesOfAgents(agents: readonly AgentNow[]): LiveBoard['states'] {
  const count = (state: AgentState) => agents.filter((one) => one.state === state).length;
  const states = Object.fromEntries(agentStates.map((state) => [state, count(state)])) as Record<AgentState, number>;
  return { ...states, onCall: agents.filter(({ call }) => call !== null).length };
}

/** Pages at most, of a thousand: more is no board any more. */
const mostPages = 10;

async function everyOne<Document>(
  collection: Pick<Collection<Document>, 'find'>,
  where: Parameters<Collection<Document>['find']>[0]['where'],
  sort: string,
): Promise<readonly Document[]> {
  const found: Document[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const { items, next } = await collection.find({
      where,
      sort: [sort],
      limit: 1_000,
      ...(cursor === undefined ? {} : { cursor }),
    });
    found.push(...items.map(({ document }) => document));
    if (next === undefined) break;
    cursor = next;
  }
  return found;
}
