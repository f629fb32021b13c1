import { fork } from 'node:child_process';
import { say } from './figure.js';
import type { LoadPlan, LoadResult } from './load-plan.js';

export interface LoadGenerator {
  run(plan: LoadPlan): Promise<LoadResult>;
  stop(): void;
}

type Reply = { readonly result: LoadResult } | { readonly failed: string };

export function startLoadGenerator(): LoadGenerator {
  const child = fork(new URL('./load-generator.process.js', import.meta.url));
  const run = (plan: LoadPlan) =>
    new Promise<LoadResult>((resolve, reject) => {
      const ended = () => reject(new Error('the load generator ended'));
      child.once('exit', ended);
      child.once('message', (reply) => {
        child.off('exit', ended);
        const answer = reply as Reply;
        if ('failed' in answer) return reject(new Error(`load on ${plan.url}: ${answer.failed}`));
        if (answer.result.failed > 0) say(`  ${answer.result.failed} requests failed, the first: ${answer.result.firstFailure}`);
        resolve(answer.result);
      });
      child.send(plan);
    });
  return { run, stop: () => child.disconnect() };
}
