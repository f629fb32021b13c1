import type { Answer, Ask } from './call.js';
import { json } from './call.js';
import { operationsOf, sampleOf, type ApiDocument } from './document.js';
import type { House } from './house.js';
import { leaksIn } from './leaks.js';
import { everyLine } from './lines/every-line.js';
import { namesIn, workLists } from './lines/lists.js';
import { askerNamed, askers, type Asker } from './people.js';
import { get, type Probe, type World } from './probe.js';
import { onRegister, type Known } from './tickets.js';

export interface Told {
  readonly operations: number;
  readonly askers: number;
  readonly asked: number;
  readonly checks: number;
  readonly faults: readonly string[];
}

export async function documentOf(house: House): Promise<ApiDocument> {
  return json(await house.ask(askerNamed('nobody'), get('/openapi.json'))) as unknown as ApiDocument;
}

/** What there is to be seen, and what somebody who sees all finds by each query. */
export async function worldOf(house: House, tickets: readonly Known[], document: ApiDocument): Promise<World> {
  const accountOf = (name: string) => house.accountOf(name);
  const truth = new Map<string, readonly string[]>();
  const all = askerNamed('everything');
  for (const query of workLists({ tickets, accountOf })) {
    const answer = await house.ask(all, get(`/tickets?${query}${query ? '&' : ''}limit=200`));
    if (answer.status !== 200) throw new Error(`${query}: ${answer.status} ${answer.text}`);
    truth.set(query, namesIn(answer, { tickets }));
  }
  await factsAreThere(house, all);
  const now = new Date(house.ledgerline.clock.now()).toISOString();
  const [proposal] = json(await house.ask(all, get('/proposals')))['items'] as readonly { readonly id: string }[];
  const [problem] = json(await house.ask(all, get('/problems')))['items'] as readonly { readonly id: string }[];
  const [probation] = json(await house.ask(all, get('/probations')))['items'] as readonly { readonly id: string }[];
  const [announcement] = json(await house.ask(all, get('/announcements?sent=true')))['items'] as readonly {
    readonly id: string;
  }[];
  if (announcement === undefined) throw new Error('there is no announcement');
  if (proposal === undefined || problem === undefined || probation === undefined)
    throw new Error('there is no proposal, no problem, or no probation');
  return {
    tickets,
    accountOf,
    proposal: proposal.id,
    problem: problem.id,
    probation: probation.id,
    equipment: onRegister.code,
    announcement: announcement.id,
    roster: 'quality-2026-01',
    truth,
    now,
    sample: (operation) => sampleOf(document, operation),
  };
}

/** Reports follow the log by themselves, seconds behind it: until they have come to where it ends now. @throws Error after two minutes */
async function factsAreThere(house: House, all: Asker): Promise<void> {
  const headers = { 'ledgerline-after': await house.ledgerline.store.end() };
  for (const until = performance.now() + 120_000; ;) {
    const { status, text } = await house.ask(all, get('/reports/load', headers));
    if (status === 200) return;
    if (performance.now() > until) throw new Error(`no facts: ${status} ${text}`);
  }
}

/** Asks everything as everybody. */
export async function askAll(house: House, world: World, document: ApiDocument): Promise<Told> {
  const faults = new Set<string>();
  const count = { asked: 0, checks: 0 };
  const only = new RegExp(process.env['LEDGERLINE_MATRIX_ONLY'] ?? '');
  const operations = [...operationsOf(document).keys()].filter((operation) => only.test(operation));
  for (const operation of operations)
    for (const asker of askers) {
      const probes = everyLine[operation]?.(asker, world) ?? [];
      const missed = new Map<string, Promise<Answer>>();
      const found = await inTurns(probes, (probe) => faultsOf(house, asker, world, { probe, missed }));
      count.asked += probes.length + missed.size;
      for (const { checks, faults: more } of found) {
        count.checks += checks;
        for (const fault of more) faults.add(`${operation} as ${asker.name}: ${fault}`);
      }
    }
  return { operations: operations.length, askers: askers.length, ...count, faults: [...faults] };
}

interface Turn {
  readonly probe: Probe;
  /** Answers about what is not there, each asked once. */
  readonly missed: Map<string, Promise<Answer>>;
}

async function faultsOf(house: House, asker: Asker, world: World, { probe, missed }: Turn) {
  const faults: string[] = [];
  const said = (what: string) => faults.push(`${probe.ask.method} ${named(probe.ask.path, world)}: ${what}`);
  const answer = await house.ask(asker, probe.ask, addressOf(asker, probe.ask));
  let checks = 2;
  if (answer.status >= 500) said(`${answer.status} ${answer.text.slice(0, 200)}`);
  if (answer.status >= 400 && !String(answer.headers['content-type']).startsWith('application/problem+json'))
    said('is no problem');
  for (const leak of leaksIn(answer, asker, world, probe)) said(`tells ${leak}`);
  if (probe.wants !== undefined) {
    checks += 1;
    const fault = probe.wants(answer);
    if (fault !== undefined) said(fault);
  }
  if (probe.like !== undefined) {
    checks += 1;
    const { like } = probe;
    const key = JSON.stringify(like);
    const other = missed.get(key) ?? house.ask(asker, like, addressOf(asker, like));
    missed.set(key, other);
    const difference = differenceOf(answer, await other);
    if (difference !== undefined) said(`is told from what is not there: ${difference}`);
  }
  return { checks, faults };
}

/** Nothing may differ but the moment: not the status, not the words, not their length, not the headers. */
function differenceOf(one: Answer, other: Answer): string | undefined {
  const [told, wanted] = [one, other].map(({ status, text, headers }) => {
    const { date: _date, connection: _connection, 'keep-alive': _alive, ...rest } = headers;
    return JSON.stringify([status, text, rest]);
  });
  return told === wanted ? undefined : `${told?.slice(0, 300)} and ${wanted?.slice(0, 300)}`;
}

/** Tickets by their names, so that the same fault reads the same in every run. */
function named(path: string, { tickets }: World): string {
  return tickets.reduce((text, { id, number, name, contact, customer, attachment }) => {
    const names = [[id, 'ticket'], [number, 'number'], [contact, 'contact'], [customer, 'customer'], [attachment, 'attachment']] as const;
    return names.reduce((rest, [value, what]) => rest.replaceAll(value, `<${what} of ${name}>`), text);
  }, path);
} // prettier-ignore

let turn = 0;
/** Callers may do so much a minute from one address: here each call comes from another of the loopback network. */
function addressOf({ kind }: Asker, { method }: Ask): string | undefined {
  if (kind !== 'caller' || method === 'GET') return undefined;
  turn += 1;
  return `127.0.${Math.trunc(turn / 20) % 250}.2`;
}

const atOnce = 12;

async function inTurns<Item, Result>(items: readonly Item[], work: (item: Item) => Promise<Result>): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (let first = 0; first < items.length; first += atOnce)
    results.push(...(await Promise.all(items.slice(first, first + atOnce).map(work))));
  return results;
}
