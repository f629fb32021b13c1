import { readRulebook, ticketFold, type Rulebook, type TicketDeadlines } from '@ledgerline/domain';
import { foldAt } from '@ledgerline/kernel';
import { isDeepStrictEqual } from 'node:util';
import { bodies } from './bodies.js';
import { Chance } from './chance.js';
import { Coverage } from './coverage.js';
import { Frontier } from './frontier.js';
import { faultsOfClocks } from './faults-of-clocks.js';
import type { Office } from './office.js';
import { everybody } from './people.js';
import { may } from './who-may.js';
import { begin, shortest, type Complaint } from './shorten.js';
import { starts } from './start.js';
import { stepsTo, take, told, type Node, type Step } from './step.js';
import { WhatWaits } from './what-waits.js';

export interface Exploring {
  readonly seed: number;
  /** Abstract states in which everything is tried. */
  readonly states: number;
  /** Different faults to find before it stops. */
  readonly faults?: number;
}

const hour = 3_600_000;
/** Past the time to return, past every limit, past the caller's silence; with and without a look of the ticker. */
const pauses: readonly Step[] = [
  { pass: 5 * hour },
  { pass: 90 * hour },
  { pass: 30 * hour, ticker: true },
  { pass: 130 * hour, ticker: true },
];

/**
 * Goes from state to state, and in each tries every command, in every way it can be meant, by everybody. Situations that were met
 * least come first, so that few states show much of the process.
 *
 * @returns what was tried, and of each thing that is wrong the shortest way there
 */
export async function explore(
  office: Office,
  { seed, states, faults: most = 1 }: Exploring,
): Promise<{ readonly coverage: Coverage; readonly faults: readonly string[] }> {
  const rulebook = await readRulebook((type, code) => office.document(type, code));
  const complain = complaintsOf(office, rulebook);
  const coverage = new Coverage();
  const frontier = new Frontier(new Chance(seed));
  const begun: Node[] = [];
  for (const start of starts.keys()) {
    const ticket = await begin(office, start);
    begun.push(ticket.begun);
    frontier.first(ticket.first);
  }
  const faults = new Map<string, string>();
  while (coverage.states < states && faults.size < most) {
    const node = frontier.next();
    if (node === undefined) break;
    coverage.state(node.matter);
    for (const { step, what } of await everything(office, node, { frontier, coverage, complain })) {
      const kind = `${step && 'command' in step ? step.command : ''} ${what.replaceAll(/\d+|[[{].*/g, '')}`;
      if (faults.has(kind) || faults.size >= most) continue;
      const steps = [...stepsTo(node), ...(step ? [step] : [])];
      faults.set(kind, await report(office, begun[node.start] as Node, { steps, what, complain }));
    }
  }
  return { coverage, faults: [...faults.values()] };
}

interface Wrong {
  /** None where it is the place itself. */
  readonly step?: Step;
  readonly what: string;
}

/** Everything that anybody may try in a state. */
async function everything(
  office: Office,
  node: Node,
  { frontier, coverage, complain }: { readonly frontier: Frontier; readonly coverage: Coverage; readonly complain: Complaint },
): Promise<readonly Wrong[]> {
  const itself = await complain(node, undefined);
  const wrong: Wrong[] = itself === undefined ? [] : [{ what: itself }];
  const waits = new WhatWaits(node.ticket);
  for (const [command, bodiesOf] of Object.entries(bodies))
    for (const [place, body] of bodiesOf(node.matter).entries())
      for (const who of everybody) {
        // Who may not at all is refused before anybody looks at the body.
        if (place > 0 && !may(who, command)) continue;
        const step = { command, who, body };
        const tried = await take(office, node, step);
        coverage.tried(command, who, tried);
        if (tried.kind === 'refused') continue;
        if (tried.kind === 'accepted') {
          frontier.add(tried.node);
          waits.took(command, body);
        } else wrong.push({ step, what: tried.what });
        office.back(node.place);
      }
  wrong.push(...waits.faults().map((what) => ({ what })));
  for (const step of pauses) {
    office.back(node.place);
    const tried = await take(office, node, step);
    if (tried.kind === 'wrong') wrong.push({ step, what: tried.what });
    if (tried.kind === 'accepted' && ('ticker' in step || node.matter.parts.length > 0)) frontier.add(tried.node);
  }
  return wrong;
}

const clocks = new WeakMap<Node, TicketDeadlines>();

/** What is wrong with a step, or without one with the place itself: its clocks, and how its past folds. */
function complaintsOf(office: Office, rulebook: Rulebook): Complaint {
  return async (node, last) => {
    if (last !== undefined) {
      const tried = await take(office, node, last);
      if (tried.kind === 'wrong') return tried.what;
      return tried.kind === 'accepted' ? complaintsOf(office, rulebook)(tried.node, undefined) : undefined;
    }
    office.back(node.place);
    const events = await office.events();
    const before = node.parent && clocks.get(node.parent);
    const { faults, deadlines } = faultsOfClocks(events, node.matter, { rulebook, ...(before === undefined ? {} : { before }) });
    clocks.set(node, deadlines);
    const pasts = [...faults];
    for (let past: Node | undefined = node; past !== undefined; past = past.parent) {
      const version = past.place.history.at(-1)?.last ?? 0;
      if (!isDeepStrictEqual(foldAt(events, ticketFold, { version }).state, past.ticket))
        pasts.push(`folded at version ${version} it is another ticket than it was`);
    }
    return pasts.length === 0 ? undefined : pasts.join('; ');
  };
}

async function report(
  office: Office,
  begun: Node,
  { steps, what, complain }: { readonly steps: readonly Step[]; readonly what: string; readonly complain: Complaint },
): Promise<string> {
  const few = await shortest(office, begun, steps, complain);
  let node = begun;
  for (const step of few.slice(0, -1)) {
    office.back(node.place);
    const tried = await take(office, node, step);
    if (tried.kind === 'accepted') node = tried.node;
  }
  office.back(node.place);
  // What is waited for shows only where everything is tried.
  const again = await complain(node, few.at(-1));
  const way = [`registered: ${JSON.stringify(starts[begun.start]?.body)}`, ...few.map(told)];
  return `${way.join('\n  ')}\n  => ${again ?? what}`;
}
