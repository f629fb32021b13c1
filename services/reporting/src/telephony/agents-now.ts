import type { Principal } from '@ledgerline/contracts';
import {
  agentDaysAt,
  departmentFold,
  idOfAgentDay,
  lastStateOf,
  seenAgents,
  type AgentState,
  type StandingCall,
  type ToldAgentState,
} from '@ledgerline/domain';
import type { Ledgerline, Where } from '@ledgerline/host';
import { streamName, type Collection } from '@ledgerline/kernel';
import type { ListedAgentDay } from './agent-days.projection.js';
import { liveCallsCollection, type LiveCall } from './live-calls.projection.js';

/** An agent in the state that they are in now. */
export interface AgentNow {
  readonly agent: string;
  readonly team: string | null;
  readonly site: string;
  readonly state: AgentState;
  /** Code of a break. */
  readonly reason: string | null;
  readonly since: string;
  /** Told later than the telephone rule allows. */
  readonly enteredLate: boolean;
  /** The call that they speak on or keep on hold. */
  readonly call: Pick<StandingCall, 'standing' | 'since' | 'queue'> | null;
}

/** Whose states somebody sees, as rows of the list of agents' days; `nothing` where nobody's. */
export async function rowsOfAgents(
  principal: Principal,
  site: string | undefined,
  ledgerline: Ledgerline,
): Promise<Where | 'nothing'> {
  const own = { agent: principal.onBehalfOf ?? principal.id };
  const asked: Where = site === undefined ? {} : { site };
  switch (seenAgents(principal)) {
    case 'none':
      return 'nothing';
    case 'all':
      return asked;
    case 'themselves':
      return { ...own, ...asked };
    case 'of-their-sites': {
      const sites = await sitesOf(principal, ledgerline);
      if (site !== undefined) return sites.includes(site) ? asked : 'nothing';
      return sites.length === 0 ? own : { site: sites.length === 1 ? (sites[0] as string) : { in: sites } };
    }
  }
}

/** The sites of their departments, in one order whatever that of the departments: who sees the same asks the same. */
export async function sitesOf(
  { departments }: Pick<Principal, 'departments'>,
  { commands }: Ledgerline,
): Promise<readonly string[]> {
  const found = await Promise.all(
    departments.map(async (code) => (await commands.current(streamName('department', code), departmentFold)).state?.site),
  );
  return [...new Set(found.filter((site) => site !== undefined))].toSorted();
}

export function daysOfNow({ clock, configuration: { timeZone } }: Ledgerline): readonly [today: string, eve: string] {
  return agentDaysAt(Temporal.Instant.fromEpochMilliseconds(clock.now()), timeZone);
}

/** Leaves out what is over: yesterday's of whoever is signed off, or has told something today. */
export async function standingDays(
  days: readonly ListedAgentDay[],
  collection: Pick<Collection<ListedAgentDay>, 'getMany'>,
  today: string,
): Promise<readonly ListedAgentDay[]> {
  const there = new Set(days.map(({ id }) => id));
  const ofToday = (one: ListedAgentDay) => idOfAgentDay(one.agent, today);
  const goesOn = (one: ListedAgentDay) => one.day === today || (stateOf(one).state !== 'off' && !there.has(ofToday(one)));
  const standing = days.filter(goesOn);
  // Told elsewhere: on another page, or at another site.
  const earlier = standing.filter(({ day }) => day !== today).map(ofToday);
  const later = earlier.length === 0 ? new Map() : await collection.getMany(earlier);
  return standing.filter((one) => one.day === today || !later.has(ofToday(one)));
}

/** @returns in the order of the days */
export async function shownAgents(days: readonly ListedAgentDay[], ledgerline: Ledgerline): Promise<readonly AgentNow[]> {
  const calls = await callsOf(
    days.map(({ agent }) => agent),
    ledgerline,
  );
  return days.map((one): AgentNow => {
    const { state, reason = null, occurredAt, enteredLate = false } = stateOf(one);
    const call = calls.get(one.agent);
    const { agent, team = null, site } = one;
    return {
      agent,
      team,
      site,
      state,
      reason,
      since: occurredAt,
      enteredLate,
      call: call === undefined ? null : shownCall(call),
    };
  });
}

function shownCall({ standing, since, queue }: LiveCall): NonNullable<AgentNow['call']> {
  return { standing, since, ...(queue === undefined ? {} : { queue }) };
}

function stateOf(day: ListedAgentDay): ToldAgentState {
  return lastStateOf(day) as ToldAgentState;
}

/** Agents that are asked about at one time: one has one call, or a second that is just being passed on. */
const atOnce = 400;

async function callsOf(agents: readonly string[], ledgerline: Ledgerline): Promise<ReadonlyMap<string, LiveCall>> {
  const collection = await ledgerline.live(liveCallsCollection);
  const found = new Map<string, LiveCall>();
  for (let from = 0; from < agents.length; from += atOnce) {
    const { items } = await collection.find({ where: { agent: { in: agents.slice(from, from + atOnce) } }, limit: 1_000 });
    for (const { document } of items) found.set(document.agent as string, document);
  }
  return found;
}
