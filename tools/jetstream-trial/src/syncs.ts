import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { append, appendBatch, mustBeTaken, openLog } from './log.ts';
import type { Append } from './log.ts';

interface Server {
  readonly pid: number;
  readonly url: string;
}

/** How often the servers wait for the disk: fsyncs and files opened with O_SYNC, counted with strace; all servers together. */
export async function syncCounts(servers: readonly Server[]): Promise<string[]> {
  const replicas = servers.length;
  const log = await openLog(
    servers.map(({ url }) => url),
    `SYNCS-R${replicas}`,
    { num_replicas: replicas },
  );
  let n = 0;
  const fresh = (): Append => ({ subject: `${log.name}.ticket.t${n++}`, guard: 0, body: new Uint8Array(700) });
  const several = (size: number): Append[] => Array.from({ length: size }, fresh);
  const pids = servers.map(({ pid }) => pid);
  const line = async (what: string, rounds: number, work: () => Promise<unknown>): Promise<string> => {
    const { fsyncs, syncOpens } = await counted(pids, async () => {
      for (let round = 0; round < rounds; round++) await work();
    });
    return `| ${replicas} | ${what} | ${(fsyncs / rounds).toFixed(1)} | ${(syncOpens / rounds).toFixed(1)} |`;
  };
  const lines = [
    await line('one message', 20, async () => mustBeTaken(await append(log, fresh()))),
    await line('64 messages in flight', 5, async () =>
      (await Promise.all(several(64).map((one) => append(log, one)))).map(mustBeTaken),
    ),
    await line('atomic batch of 2', 10, async () => mustBeTaken(await appendBatch(log, several(2)))),
    await line('atomic batch of 64', 10, async () => mustBeTaken(await appendBatch(log, several(64)))),
    await line('atomic batch of 1000', 5, async () => mustBeTaken(await appendBatch(log, several(1000)))),
  ];
  await log.close();
  return lines;
}

async function counted(pids: readonly number[], work: () => Promise<void>): Promise<{ fsyncs: number; syncOpens: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'ledgerline-syncs-'));
  const output = join(folder, 'calls');
  const processes = pids.flatMap((pid) => ['-p', String(pid)]);
  const strace = spawn('strace', ['-f', ...processes, '-e', 'trace=fsync,fdatasync,openat', '-o', output], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await once(strace.stderr, 'data');
  await delay(500);
  await work();
  strace.kill('SIGINT');
  await once(strace, 'exit');
  const calls = (await readFile(output, 'utf8')).split('\n');
  await rm(folder, { recursive: true });
  return {
    fsyncs: calls.filter((call) => /\bf(data)?sync\(/.test(call)).length,
    syncOpens: calls.filter((call) => /O_D?SYNC/.test(call)).length,
  };
}
