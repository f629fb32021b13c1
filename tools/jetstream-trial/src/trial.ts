/** `node src/trial.ts [appends] [syncs] [guards] [memory] [loads]`: all of them without arguments. A few minutes. */
import { startNats, startNatsCluster } from '@ledgerline/servers';

import { appendCosts } from './appends.ts';
import { denialAnswers, guardAnswers, transformAnswers } from './guards.ts';
import { loadCosts } from './loads.ts';
import { print } from './measure.ts';
import { memoryOfSubjects } from './memory.ts';
import { syncCounts } from './syncs.ts';

const asked = new Set(process.argv.slice(2));
const scale = Number(process.env['SCALE'] ?? 50);
const wanted = (part: string): boolean => asked.size === 0 || asked.has(part);

if (wanted('appends')) {
  const one = await startNats();
  print('one server, 1 replica, sync always, 700 bytes', await appendCosts([one.url], 1, 700, scale));
  print('one server, 1 replica, sync always, 2 KiB', await appendCosts([one.url], 1, 2048, scale));
  await one.stop();
  const three = await startNatsCluster();
  print('three servers on one disk, 3 replicas, sync always, 700 bytes', await appendCosts(three.urls, 3, 700, scale));
  print('three servers on one disk, 3 replicas, sync always, 2 KiB', await appendCosts(three.urls, 3, 2048, scale));
  await three.stop();
}

if (wanted('syncs')) {
  const one = await startNats();
  const three = await startNatsCluster();
  console.log(
    '\n### waits for the disk, of all servers together\n\n| replicas | what | fsyncs | files opened O_SYNC |\n|--:|---|--:|--:|',
  );
  for (const line of [...(await syncCounts([one])), ...(await syncCounts(three.servers))]) console.log(line);
  await Promise.all([one.stop(), three.stop()]);
}

if (wanted('guards')) {
  const one = await startNats();
  const three = await startNatsCluster();
  console.log('\n### guards\n');
  for (const [urls, replicas] of [
    [[one.url], 1],
    [three.urls, 3],
  ] as const) {
    for (const line of [...(await guardAnswers(urls, replicas)), ...(await transformAnswers(urls, replicas))]) console.log(line);
  }
  for (const line of await denialAnswers([one.url])) console.log(line);
  await Promise.all([one.stop(), three.stop()]);
}

if (wanted('memory')) {
  console.log('\n### memory of 1 million subjects\n\n| when | messages | resident MiB | bytes a subject |\n|---|--:|--:|--:|');
  for (const line of await memoryOfSubjects(Number(process.env['SUBJECTS'] ?? 1_000_000))) console.log(line);
}

if (wanted('loads')) {
  console.log('\n### loading one stream of 25 commits\n\n| how | p50 ms | p99 ms | a second |\n|---|--:|--:|--:|');
  for (const tickets of [4000, 20_000]) for (const line of await loadCosts(tickets)) console.log(line);
}
