// The floor of every figure over HTTP: a bare Fastify server that makes one row of each request durable. No sign-in, no rules.
import { fastify } from 'fastify';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

interface Waiting {
  readonly stream: string;
  readonly text: string;
  readonly resolve: (sequence: number) => void;
}

const [folder = '.'] = process.argv.slice(2);
const worker = new Worker(new URL('./floor-writer.worker.js', import.meta.url), {
  workerData: { file: join(folder, 'floor.sqlite') },
});
let waiting: Waiting[] = [];
let writing: readonly Waiting[] | undefined;

function next(): void {
  writing = waiting;
  waiting = [];
  worker.postMessage(writing.map(({ stream, text }) => ({ stream, text })));
}

worker.on('message', (sequences: readonly number[]) => {
  const written = writing ?? [];
  writing = undefined;
  if (waiting.length > 0) next();
  for (const [place, { resolve }] of written.entries()) resolve(sequences[place] as number);
});

function write(stream: string, text: string): Promise<number> {
  return new Promise((resolve) => {
    waiting.push({ stream, text, resolve });
    if (!writing) next();
  });
}

const server = fastify();
server.post<{ Params: { stream: string } }>('/rows/:stream', async ({ params, body }) => ({
  sequence: await write(params.stream, JSON.stringify(body)),
}));
process.on('disconnect', () => process.exit(0));
process.send?.(await server.listen({ port: 0, host: '127.0.0.1' }));
