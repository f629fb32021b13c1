import { FolderInUse, lockFolder } from '@ledgerline/adapter-sqlite';
import { looksForReplacement, readConfiguration, type Configuration } from '@ledgerline/host';
import type { Command } from 'commander';
import { setTimeout as delay } from 'node:timers/promises';
import { answer, answeringCommand, type Answer } from './answer.js';
import { checkProjection } from './rebuild/check-projection.js';
import { factsName, rebuildFacts } from './rebuild/rebuild-facts.js';
import { withReadModels, type ReadModelWork } from './rebuild/read-model-work.js';
import { rebuildProjection } from './rebuild/rebuild-projection.js';
import { checkedWords, rebuiltWords } from './rebuild/rebuild-words.js';

interface Options {
  readonly all?: boolean;
  readonly check?: boolean;
}

/** `ledgerline rebuild`: read models anew from the log, beside a running installation or without one. */
export function rebuildCommand(): Command {
  return answeringCommand('rebuild', 'fill read models anew from the log and put them in the place of the old ones')
    .argument('[projection...]', `names of read models; "${factsName}" alone: what reports are made of`)
    .option('--all', 'every read model')
    .option('--check', 'write nothing: compare what is stored with a fresh replay into memory')
    .action(
      answer<Options>(async ({ options: { all = false, check = false }, signal }, names) => {
        const configuration = readConfiguration(process.env);
        if ((names as readonly string[]).join() === factsName && !all && !check) return rebuildFacts(configuration.data);
        const chosen = { names: names as readonly string[], all };
        return withReadModels(configuration, chosen, (work) =>
          check ? checkAll(work, signal) : rebuildAll(work, configuration, signal),
        );
      }),
    );
}

async function checkAll({ projections, ...parts }: ReadModelWork, signal: AbortSignal): Promise<Answer> {
  const checked = [];
  for (const projection of projections) checked.push(await checkProjection(projection, parts, signal));
  const equal = checked.every(({ differences }) => differences.length === 0);
  return { result: { equal, projections: checked }, words: checked.map(checkedWords), refused: !equal };
}

async function rebuildAll(
  { projections, ...parts }: ReadModelWork,
  configuration: Configuration,
  signal: AbortSignal,
): Promise<Answer> {
  const rebuilt = [];
  for (const projection of projections) rebuilt.push(await rebuildProjection(projection, parts, signal));
  if (mayBeRunning(configuration)) await delay(2.5 * looksForReplacement);
  for (const { collection } of projections)
    await parts.readModels.drop(collection as never, (await parts.readModels.live(collection as never)) - 1);
  return { result: { projections: rebuilt }, words: rebuilt.map(rebuiltWords) };
}

/** A running Ledgerline goes over to the new generations within a second (`runLiveProjection`); until then it writes the old ones. */
function mayBeRunning({ store, data }: Configuration): boolean {
  if (store !== 'sqlite') return true;
  try {
    lockFolder(data)();
    return false;
  } catch (error) {
    if (error instanceof FolderInUse) return true;
    throw error;
  }
}
