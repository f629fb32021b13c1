import type { Principal } from '@ledgerline/contracts';
import type { RoutingTable } from '@ledgerline/domain';
import type { AnalyticsParts } from '@ledgerline/host';
import { instantText } from '@ledgerline/kernel';
import { randomUUID } from 'node:crypto';
import type { WordList } from '../fill/word-list.js';
import { visibleTo } from '../visible.js';
import { compareClocks, type ComparedLine, type Comparison } from './clock-comparison.js';
import { comparedOf, type Compared } from './compared-key.js';
import { compareRoutes, type RouteLine } from './route-comparison.js';
import type { TriedDocuments } from './tried-documents.js';

export interface WhatIfQuestion {
  readonly principal: Principal;
  readonly from: number;
  readonly to: number;
  readonly asOf: number;
  readonly documents: TriedDocuments;
  readonly table?: RoutingTable;
}

interface Run {
  readonly id: string;
  readonly owner: string;
  readonly question: WhatIfQuestion;
  readonly position: string | null;
  readonly stopping: AbortController;
  state: 'running' | 'done' | 'cancelled' | 'failed';
  progress: { readonly done: number; readonly total: number };
  comparison?: Comparison;
  routes?: readonly RouteLine[];
  seconds?: number;
}

export interface DifferingQuestion {
  readonly id: string;
  readonly principal: Principal;
  readonly filter: Partial<Record<'department' | 'clock' | 'before' | 'after', string>>;
  readonly limit: number;
  readonly after: number;
}

/** How far a comparison is, and what came of it. */
export interface ShownRun {
  readonly id: string;
  readonly state: Run['state'];
  /** Tickets. */
  readonly progress: Run['progress'];
  readonly position: string | null;
  readonly from: string;
  readonly to: string;
  readonly asOf: string;
  /** That it took; null while it runs. */
  readonly seconds: number | null;
  /** null until it is done, and where neither policy nor calendar is tried. */
  readonly clocks: { readonly tickets: number; readonly differing: number; readonly lines: readonly ComparedLine[] } | null;
  /** null where no routing table is tried. */
  readonly routes: readonly RouteLine[] | null;
}

/** A ticket of which some clock would have come out otherwise. */
export interface DifferingTicket {
  readonly id: string;
  readonly number: string;
  readonly clocks: readonly Compared[];
}

type Parts = Pick<AnalyticsParts, 'facts' | 'log' | 'signal'>;

/** Comparisons that are kept, and that run at one time. */
const [mostKept, mostRunning] = [10, 1];
const notFound = { kind: 'problem', code: 'what-if-not-found' } as const;
/** What ids look like; those of one process begin alike, so that it knows what was begun by another. */
const shapeOfId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const ended = {
  kind: 'problem',
  code: 'what-if-ended',
  facts: {
    why: 'comparisons are kept in memory: this one was begun by a process that has ended since, or by another copy of it',
  },
} as const;

/** Comparisons in the order in which they were asked for; the last few are kept, in memory, for whoever asked. */
export class WhatIfRuns {
  private readonly runs = new Map<string, Run>();
  private last: Promise<void> = Promise.resolve();
  private readonly process = randomUUID().slice(0, 8);

  /** @param thread the module that compares on a thread; here, where there is none */
  constructor(
    private readonly parts: Parts,
    private readonly thread: URL | undefined,
  ) {}

  async begin(question: WhatIfQuestion, words: WordList) {
    if ([...this.runs.values()].filter(({ state }) => state === 'running').length >= mostRunning)
      return { kind: 'problem', code: 'what-if-running' } as const;
    const position = (await this.parts.facts.position()) ?? null;
    const id = `${this.process}${randomUUID().slice(8)}`;
    const progress = { done: 0, total: 0 };
    const run: Run = {
      id,
      owner: ownerOf(question.principal),
      question,
      position,
      stopping: new AbortController(),
      state: 'running',
      progress,
    };
    this.runs.set(id, run);
    for (const old of [...this.runs.keys()].slice(0, -mostKept)) this.runs.delete(old);
    this.last = this.compare(run, words);
    return this.told(run);
  }

  state({ id, principal }: { readonly id: string; readonly principal: Principal }) {
    const run = this.of(id, principal);
    return run === undefined ? this.missing(id) : this.told(run);
  }

  cancel({ id, principal }: { readonly id: string; readonly principal: Principal }) {
    const run = this.of(id, principal);
    if (run === undefined) return this.missing(id);
    run.stopping.abort();
    if (run.state === 'running') run.state = 'cancelled';
    return this.told(run);
  }

  /** The tickets that differ, as far as whoever asks may see them today. */
  async differing({ id, principal, filter, limit, after }: DifferingQuestion, words: WordList) {
    const run = this.of(id, principal);
    if (run === undefined) return this.missing(id);
    const wanted = Object.entries(filter);
    const fits = (clock: Compared) => wanted.every(([name, value]) => (clock[name as keyof Compared] ?? 'none') === value);
    const page = run.comparison?.differing.page((key) => fits(comparedOf(key)), { after, limit });
    if (page === undefined || page.items.length === 0) return { kind: 'page', items: [], next: null } as const;
    const byTicket = new Map(page.items);
    const keys = [...byTicket.keys()];
    const rows = await this.parts.facts.ask(
      `SELECT t.ticket, t.id, t.number FROM tickets t WHERE t.ticket IN (${keys.join(', ')}) AND (${visibleTo(principal, words)}) ORDER BY t.ticket`,
    );
    const items = rows.map(({ ticket, id: of, number }): DifferingTicket => ({
      id: of as string,
      number: number as string,
      clocks: (byTicket.get(ticket as number) ?? []).map(comparedOf),
    }));
    return { kind: 'page', items, next: page.hasMore ? String(keys.at(-1)) : null } as const;
  }

  /** What was begun last has come to its end, or has stopped. */
  ended(): Promise<void> {
    return this.last;
  }

  /** Whose it is alone: what it counted is what they may see. */
  private of(id: string, principal: Principal): Run | undefined {
    const run = this.runs.get(id);
    return run?.owner === ownerOf(principal) ? run : undefined;
  }

  /** Not there, or gone with the process that had it: told apart by the id alone, whoever asks. */
  private missing(id: string) {
    return shapeOfId.test(id) && !id.startsWith(this.process) ? ended : notFound;
  }

  private async compare(run: Run, words: WordList): Promise<void> {
    const { from, to, asOf, documents, table, principal } = run.question;
    const { facts, log } = this.parts;
    const began = performance.now();
    try {
      if (table !== undefined) run.routes = await compareRoutes({ table, principal, from, to }, facts, words);
      if (documents.policy !== undefined || documents.calendar !== undefined) {
        const signal = AbortSignal.any([run.stopping.signal, this.parts.signal]);
        const onProgress = (done: number, total: number) => (run.progress = { done, total });
        const parts = { documents, from, to, asOf, words: words.all() };
        const comparison = await compareClocks({ parts, principal, facts, words, signal, onProgress, thread: this.thread });
        if (!signal.aborted) run.comparison = comparison;
      }
      if (run.state === 'running') run.state = 'done';
    } catch (error) {
      if (run.state === 'running') run.state = 'failed';
      log.error({ err: error, run: run.id }, 'a comparison could not be made');
    }
    run.seconds = (performance.now() - began) / 1_000;
  }

  private told(run: Run): ShownRun & { readonly kind: 'what-if' } {
    const { id, state, progress, position, question, comparison, routes, seconds } = run;
    return {
      kind: 'what-if',
      id,
      state,
      progress,
      position,
      from: instantText(question.from),
      to: instantText(question.to),
      asOf: instantText(question.asOf),
      seconds: seconds ?? null,
      clocks:
        comparison === undefined
          ? null
          : {
              tickets: comparison.tickets,
              differing: comparison.differing.tickets,
              lines: comparison.lines,
            },
      routes: routes ?? null,
    };
  }
}

/** What somebody began in another's place is not theirs once they are themselves again: it was counted by that person's sight. */
function ownerOf({ id, onBehalfOf }: Principal): string {
  return onBehalfOf === undefined ? id : `${id} for ${onBehalfOf}`;
}
