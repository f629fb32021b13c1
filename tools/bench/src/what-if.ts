import { setTimeout as sleep } from 'node:timers/promises';
import type { GovernedDocument, Policy } from '@ledgerline/domain';
import { documentFold } from '@ledgerline/domain';
import { streamName } from '@ledgerline/kernel';
import { analyticsLog, openAnalytics } from './analytics-log.js';
import { median, print, say } from './figure.js';
import type { Scale } from './scale.js';

interface State {
  readonly id: string;
  readonly state: string;
  readonly seconds: number | null;
  readonly clocks: { readonly tickets: number; readonly lines: readonly { readonly clocks: number }[] } | null;
}

const [million, wanted] = [1_000_000, 60];

/** Every clock of a history judged by a stricter policy, beside reading the same packed books out of the store. */
export async function whatIf(scale: Scale): Promise<void> {
  say(`  writing and filling ${scale.comparedTickets} tickets`);
  const log = await analyticsLog(scale.comparedTickets);
  const open = await openAnalytics(log);
  await open.filled();
  const read = async (type: string, code: string) =>
    (await log.newCodec().open(await log.store.load(streamName('document', `${type}-${code}`)), []))
      .flatMap(({ events }) => events)
      .reduce<GovernedDocument>(documentFold.evolve, undefined);
  const [policy, calendar] = [await read('policy', 'company'), await read('calendar', 'default')];
  const body = policy?.versions[0]?.body as Policy;
  const strict = {
    ...body,
    clocks: body.clocks.map((rule) => ({ ...rule, within: typeof rule.within === 'string' ? 'PT30M' : rule.within })),
  };
  const documents = {
    policies: [policy],
    calendars: [['default', calendar]],
    policy: { code: 'company', version: 0, body: strict },
  };
  const principal = { kind: 'person', id: 'bench', roles: ['auditor'], departments: [] };
  const ask = (question: string, payload: object) => (open.answers[question] as (payload: object) => Promise<State>)(payload);
  const [floors, products, clocks]: [number[], number[], number[]] = [[], [], []];
  let rss = 0;
  for (let round = 0; round < scale.rounds; round += 1) {
    const began = performance.now();
    let books = 0;
    for await (const rows of open.facts.askInPortions('SELECT ticket, book FROM books')) books += rows.length;
    floors.push((performance.now() - began) / 1_000);
    let state = await ask('what-if', { principal, from: 0, to: Date.now(), asOf: Date.now(), documents });
    while (state.state === 'running') {
      await sleep(20);
      rss = Math.max(rss, process.memoryUsage.rss());
      state = await ask('what-if-state', { id: state.id, principal });
    }
    if (state.state !== 'done') throw new Error(`the comparison was ${state.state}`);
    products.push(state.seconds ?? Number.NaN);
    clocks.push((state.clocks?.lines ?? []).reduce((sum, line) => sum + line.clocks, 0));
    say(`  ${books} books read in ${floors.at(-1)?.toFixed(2)} s, compared in ${products.at(-1)?.toFixed(2)} s`);
  }
  await open.close();
  await log.close();
  const tickets = scale.comparedTickets;
  const millionTakes = (median(products) / tickets) * million;
  const figures = {
    tickets,
    clocks: median(clocks),
    seconds: median(products),
    floorSeconds: median(floors),
    ratio: median(floors) / median(products),
  };
  print({
    bench: 'what-if',
    ...figures,
    millionTakes,
    target: wanted,
    holds: millionTakes <= wanted,
    megabytes: Math.round(rss / 1e6),
  });
}
