import { UnreadableMail, type MailReader, type ParsedMail } from '@ledgerline/kernel';
import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { ParseAnswer } from './parse-mail.worker.js';

export interface ReaderOptions {
  /** Milliseconds that one mail may take. */
  readonly patience?: number;
  /** Memory that it may take, MiB. */
  readonly mebibytes?: number;
  /** Where the thread's program is; for tests. */
  readonly program?: URL;
}

/**
 * Mails are parsed one at a time on a thread of their own, which is given up together with the mail that it breaks on: one that
 * takes all memory or never ends costs nobody else anything.
 */
export class MailReaderThread implements MailReader {
  private worker: Worker | undefined;
  /** The one mail that it has. */
  private asked: PromiseWithResolvers<ParsedMail> | undefined;
  private before: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: ReaderOptions = {}) {}

  read(raw: Uint8Array): Promise<ParsedMail> {
    const answer = this.before.then(() => this.readNext(raw));
    this.before = answer.catch(() => undefined);
    return answer;
  }

  async close(): Promise<void> {
    await this.before;
    await this.worker?.terminate();
    this.worker = undefined;
  }

  private async readNext(raw: Uint8Array): Promise<ParsedMail> {
    const { patience = 30_000 } = this.options;
    const worker = (this.worker ??= this.started());
    const asked = (this.asked = Promise.withResolvers<ParsedMail>());
    const timer = setTimeout(() => this.giveUp(worker, `not read within ${patience} ms`), patience);
    worker.postMessage(raw);
    try {
      return await asked.promise;
    } finally {
      clearTimeout(timer);
      this.asked = undefined;
    }
  }

  private started(): Worker {
    const compiled = new URL('./parse-mail.worker.js', import.meta.url);
    const source = existsSync(compiled) ? compiled : new URL('./parse-mail.worker.ts', import.meta.url);
    const { program = source, mebibytes = 512 } = this.options;
    const worker = new Worker(program, { resourceLimits: { maxOldGenerationSizeMb: mebibytes } });
    worker.unref();
    worker.on('message', (answer: ParseAnswer) => {
      // One that was given up may have had its answer under way.
      if (this.worker !== worker) return;
      if ('mail' in answer) this.asked?.resolve(answer.mail);
      else this.asked?.reject(new UnreadableMail(answer.failed));
    });
    worker.on('error', (error: unknown) => this.giveUp(worker, (error as { readonly name?: string }).name ?? 'the thread broke'));
    worker.on('exit', () => this.giveUp(worker, 'the thread ended'));
    return worker;
  }

  private giveUp(worker: Worker, why: string): void {
    if (this.worker !== worker) return;
    this.worker = undefined;
    void worker.terminate();
    this.asked?.reject(new UnreadableMail(why));
  }
}
