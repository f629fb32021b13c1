import type { StoredCommit } from '@ledgerline/kernel';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { writtenPage, type PageFindings } from './examined-page.js';
import type { LogItem } from './log-item.js';

/** Commits that are looked at before threads are worth their start, the most threads, and pages under way on each. */
const [commitsBefore, mostThreads, pagesAThread] = [10_000, 3, 3] as const;

export interface ExaminedPage {
  readonly items: readonly LogItem[];
  /** Of the commits among them, in order; undefined where no thread has looked at them. */
  readonly findings: PageFindings | undefined;
}

/**
 * The pages of a log, their commits looked at by other threads where it is long: whoever walks through them has only to see that each fits to those before. In order, with
 * some pages read ahead.
 */
export async function* examinedAhead(pages: AsyncIterable<readonly LogItem[]>): AsyncGenerator<ExaminedPage> {
  const threads: ExaminationThread[] = [];
  const ahead: { readonly items: readonly LogItem[]; readonly findings: Promise<PageFindings> | undefined }[] = [];
  let [seen, turn] = [0, 0];
  try {
    for await (const items of pages) {
      const commits = items.flatMap((item) => ('commit' in item ? [item.commit] : []));
      seen += commits.length;
      if (seen > commitsBefore && threads.length === 0) threads.push(...startThreads());
      const thread = commits.length === 0 ? undefined : threads[(turn += 1) % threads.length];
      ahead.push({ items, findings: thread?.examine(commits) });
      if (ahead.length > threads.length * pagesAThread) yield taken(ahead.shift() as (typeof ahead)[number]);
    }
    for (const page of ahead) yield taken(page);
  } finally {
    await Promise.all(threads.map((thread) => thread.end()));
  }
}

async function taken({
  items,
  findings,
}: {
  readonly items: readonly LogItem[];
  readonly findings: Promise<PageFindings> | undefined;
}) {
  return { items, findings: await findings };
}

/** None where there is one core, or where the sources run as they are: a thread needs what was built. */
function startThreads(): readonly ExaminationThread[] {
  const file = new URL('./examination-thread.js', import.meta.url);
  const count = existsSync(file) ? Math.min(mostThreads, availableParallelism() - 1) : 0;
  return Array.from({ length: count }, () => new ExaminationThread(file));
}

/** Answers come in the order of the questions. */
class ExaminationThread {
  private readonly worker: Worker;
  private readonly waiting: PromiseWithResolvers<PageFindings>[] = [];

  constructor(file: URL) {
    this.worker = new Worker(file);
    this.worker.on('message', (findings: PageFindings) => this.waiting.shift()?.resolve(findings));
    this.worker.on('error', (error) => this.fail(error));
    this.worker.on('exit', () => this.fail(new Error('a thread that examines commits has ended')));
  }

  examine(commits: readonly StoredCommit[]): Promise<PageFindings> {
    const answer = Promise.withResolvers<PageFindings>();
    // Whoever has stopped at a fault asks for no more of what was read ahead.
    answer.promise.catch(() => undefined);
    this.waiting.push(answer);
    this.worker.postMessage(writtenPage(commits));
    return answer.promise;
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }

  private fail(error: unknown): void {
    for (const answer of this.waiting.splice(0)) answer.reject(error);
  }
}
