import type { Desk } from './desk.js';

const [second, minute] = [1_000, 60_000];
/** Minutes before the start over which calls are told, one about every two. */
const [began, between] = [180, 2];

interface CallOfDemo {
  readonly id: string;
  readonly queue: string;
  readonly agent: string;
  /** Milliseconds. */
  readonly at: number;
  readonly wait: number;
  readonly talk: number;
  readonly hold: number;
  readonly afterwards: number;
  /** Nobody came in time. */
  readonly givesUp: boolean;
}

/** R12: a morning of calls as the telephone system tells of them, and what the agents are doing now. @param agents usernames */
export async function tellTelephony(anchor: number, agents: readonly string[], desk: Desk): Promise<void> {
  const first = anchor - began * minute;
  for (const agent of agents) await state(agent, 'ready', first - 10 * minute);
  for (const call of callsFrom(first, anchor - 12 * minute, agents)) await tellCall(call);
  const [resting, writing] = agents.slice(-2);
  if (resting !== undefined) await state(resting, 'break', anchor - 11 * minute, 'rest');
  if (writing !== undefined) await state(writing, 'after-call-work', anchor - 2 * minute);

  async function state(agent: string, told: string, at: number, reason?: string): Promise<void> {
    desk.now = at;
    const body = { state: told, at: textOf(at), ...(reason === undefined ? {} : { reason }) };
    await desk.give('intake', 'tell-agent-state', { id: '', command: desk.idOf(`state ${agent} ${told}`), body, principal: desk.personOf(agent) }); // prettier-ignore
  }

  async function tellCall({ id, queue, agent, at, wait, talk, hold, afterwards, givesUp }: CallOfDemo): Promise<void> {
    const [answered, ended] = [at + wait, at + wait + talk + hold];
    const states = givesUp
      ? [told('queued', at, { queue }), told('abandoned', answered)]
      : [
          told('queued', at, { queue }), told('answered', answered, { agent }), told('held', answered + talk / 2), told('retrieved', answered + talk / 2 + hold),
          told('ended', ended), told('wrapped-up', ended + afterwards),
        ]; // prettier-ignore
    desk.now = ended + afterwards;
    const principal = desk.personOf(agent);
    await desk.give('intake', 'tell-call-states', {
      id: desk.idOf(`call ${id}`),
      command: desk.idOf(`states ${id}`),
      body: { states },
      principal,
    });
  }
}

function told(state: string, at: number, more: object = {}) {
  return { id: state, state, at: textOf(at), ...more };
}

/** The same calls for the same start: most are answered at once, a few wait, every ninth gives up. */
function callsFrom(first: number, last: number, agents: readonly string[]): readonly CallOfDemo[] {
  const count = Math.floor((last - first) / (between * minute));
  return Array.from({ length: count }, (_, nth): CallOfDemo => {
    const odd = (nth * 7_919) % 97;
    return {
      id: `demo-${nth}`,
      queue: odd % 12 === 0 ? 'urgent' : 'service',
      agent: agents[nth % agents.length] as string,
      at: first + nth * between * minute + odd * 300,
      wait: (odd % 9 === 8 ? 20 + (odd % 25) : 3 + (odd % 11)) * second,
      talk: (60 + ((odd * 13) % 240)) * second,
      hold: (odd % 4 === 0 ? 15 : 0) * second,
      afterwards: (20 + (odd % 60)) * second,
      givesUp: odd % 9 === 8 && odd % 2 === 0,
    };
  });
}

function textOf(milliseconds: number): string {
  return Temporal.Instant.fromEpochMilliseconds(milliseconds).toString({ fractionalSecondDigits: 3 });
}
