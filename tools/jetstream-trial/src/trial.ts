/** `node src/trial.ts [appends] [syncs] [guards] [memory] [loads]`: all of them without arguments, in a few minutes. */
import { startNats, startNatsCluster } from '@ledgerline/servers';
import type { RunningNats } from '@ledgerline/servers';

import { appendCosts } from './appends.ts';
import { denialAnswers, guardAnswers, transformAnswers } from './guards.ts';
import { loadCosts } from './loads.ts';
import { table } from './measure.ts';
import { memoryOfSubjects } from './memory.ts';
import { syncCounts } from './syncs.ts';

const scale = Number(process.env['SCALE'] ?? 50);

const parts: Readonly<Record<string, () => Promise<string[]>>> = {
  appends: async () => [...(await onOne(appends)), ...(await onThree(appends))],
  syncs: async () => [
    ...heading(
      'waits for the disk, of all servers together',
      '| replicas | what | fsyncs | files opened O_SYNC |',
      '|--:|---|--:|--:|',
    ),
    ...(await onOne(syncCounts)),
    ...(await onThree(syncCounts)),
  ],
  guards: async () => [...heading('guards'), ...(await onOne(guards)), ...(await onThree(guards)), ...(await onOne(denials))],
  memory: async () => [
    ...heading('memory of 1 million subjects', '| when | messages | resident MiB | bytes a subject |', '|---|--:|--:|--:|'),
    ...(await memoryOfSubjects(1_000_000)),
  ],
  loads: async () => [
    ...heading('loading one stream of 25 commits', '| how | p50 ms | p99 ms | a second |', '|---|--:|--:|--:|'),
    ...(await loadCosts(4000)),
    ...(await loadCosts(20_000)),
  ],
};

async function appends(servers: readonly RunningNats[]): Promise<string[]> {
  const replicas = servers.length;
  const lines: string[] = [];
  for (const bytes of [700, 2048]) {
    const title = `${replicas} server(s) on one disk, ${replicas} replica(s), sync always, ${bytes} bytes`;
    lines.push(...table(title, await appendCosts(urlsOf(servers), replicas, bytes, scale)));
  }
  return lines;
}

async function guards(servers: readonly RunningNats[]): Promise<string[]> {
  const urls = urlsOf(servers);
  return [...(await guardAnswers(urls, servers.length)), ...(await transformAnswers(urls, servers.length))];
}

function denials(servers: readonly RunningNats[]): Promise<string[]> {
  return denialAnswers(urlsOf(servers));
}

type OnServers = (servers: readonly RunningNats[]) => Promise<string[]>;

async function onOne(work: OnServers): Promise<string[]> {
  const server = await startNats();
  return await work([server]).finally(server.stop);
}

async function onThree(work: OnServers): Promise<string[]> {
  const cluster = await startNatsCluster();
  return await work(cluster.servers).finally(cluster.stop);
}

function urlsOf(servers: readonly RunningNats[]): string[] {
  return servers.map(({ url }) => url);
}

function heading(title: string, ...lines: readonly string[]): string[] {
  return ['', `### ${title}`, '', ...lines];
}

const asked = process.argv.slice(2);
for (const [name, part] of Object.entries(parts)) {
  if (asked.length === 0 || asked.includes(name)) process.stdout.write(`${(await part()).join('\n')}\n`);
}
