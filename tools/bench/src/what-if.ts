import { setTimeout as sleep } from 'node:timers/promises';
import type { GovernedDocument, Policy } from '@ledgerline/domain';
import { documentFold } from '@ledgerline/domain';
import { streamName } from '@ledgerline/kernel';
import { analyticsLog, openAnalytics, type OpenAnalytics } from './analytics-log.js';
import { median, print, say } from './figure.js';
import { repeatTickets } from './repeated-tickets.js';
import type { SampleLog } from './sample-log.js';
import type { Scale } from './scale.js';

interface State {
  readonly id: string;
  readonly state: string;
  readonly seconds: number | null;
  readonly clocks: {
    readonly tickets: number;
    readonly differing: number;
    readonly lines: readonly { readonly clocks: number }[];
  } | null;
}

/** Seconds, and bytes resident of this process, which has filled the facts as well. */
const [wanted, largest] = [60, 2 * 1_024 ** 3];

/** Every clock of a history judged by another policy, beside reading the same packed books out of the store. */
export async function whatIf(scale: Scale): Promise<void> {
  say(`  writing and filling ${scale.comparedTickets} tickets, ${scale.comparedTimes} times`);
  const log = await analyticsLog(scale.comparedTickets);
  const open = await openAnalytics(log);
  await open.filled();
  await repeatTickets(open.facts, scale.comparedTimes);
  const documents = { policy: await documentOf('policy', 'company', log), calendar: await documentOf('calendar', 'default', log) };
  for (const changed of ['every limit', 'one limit'] as const) await compare(changed, { open, documents, scale });
  await open.close();
  await log.close();
} // prettier-ignore

interface Comparing {
  readonly open: OpenAnalytics;
  readonly documents: Readonly<Record<'policy' | 'calendar', GovernedDocument>>;
  readonly scale: Scale;
}

async function compare(changed: 'every limit' | 'one limit', { open, documents, scale }: Comparing): Promise<void> {
  const body = documents.policy?.versions[0]?.body as Policy;
  const stricter = (rule: Policy['clocks'][number]) =>
    typeof rule.within === 'string' && (changed === 'every limit' || rule.clock === 'accept') ? { ...rule, within: 'PT1H' } : rule;
  const tried = {
    policies: [documents.policy],
    calendars: [['default', documents.calendar]],
    policy: { code: 'company', version: 0, body: { ...body, clocks: body.clocks.map(stricter) } },
  };
  const principal = { kind: 'person', id: 'bench', roles: ['auditor'], departments: [] };
  const ask = (question: string, payload: object) => (open.answers[question] as (payload: object) => Promise<State>)(payload);
  const [floors, products, cpu]: [number[], number[], number[]] = [[], [], []];
  let last: State | undefined;
  let rss = 0;
  for (let round = 0; round < scale.comparedRounds; round += 1) {
    const began = performance.now();
    let books = 0;
    for await (const rows of open.facts.askInPortions('SELECT ticket, book FROM books')) books += rows.length;
    floors.push((performance.now() - began) / 1_000);
    const before = process.cpuUsage();
    let state = await ask('what-if', { principal, from: 0, to: Date.now(), asOf: Date.now(), documents: tried });
    while (state.state === 'running') {
      await sleep(20);
      rss = Math.max(rss, process.memoryUsage.rss());
      state = await ask('what-if-state', { id: state.id, principal });
    }
    if (state.state !== 'done') throw new Error(`the comparison was ${state.state}`);
    const { user, system } = process.cpuUsage(before);
    cpu.push((user + system) / 1e6);
    products.push(state.seconds ?? Number.NaN);
    last = state;
    say(`  ${books} books read in ${floors.at(-1)?.toFixed(2)} s, compared in ${products.at(-1)?.toFixed(2)} s`);
  }
  const tickets = scale.comparedTickets * scale.comparedTimes;
  print({
    bench: 'what-if',
    changed,
    tickets,
    clocks: (last?.clocks?.lines ?? []).reduce((sum, line) => sum + line.clocks, 0),
    differingTickets: last?.clocks?.differing ?? 0,
    seconds: median(products),
    floorSeconds: median(floors),
    ratio: median(floors) / median(products),
    cpuSeconds: median(cpu),
    target: wanted,
    megabytes: Math.round(rss / 1e6),
    megabytesTarget: Math.round(largest / 1e6),
    holds: median(products) <= wanted && rss < largest,
  });
} // prettier-ignore

async function documentOf(type: string, code: string, log: SampleLog): Promise<GovernedDocument> {
  const commits = await log.newCodec().open(await log.store.load(streamName('document', `${type}-${code}`)), []);
  return commits.flatMap(({ events }) => events).reduce<GovernedDocument>(documentFold.evolve, undefined);
}
