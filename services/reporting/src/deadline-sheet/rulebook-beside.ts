import { documentFold, readRulebook, type GovernedDocument, type Rulebook } from '@ledgerline/domain';
import { streamName, type Beside } from '@ledgerline/kernel';

/** What clocks are judged by, as far as the log's documents have come. */
export const rulebookBeside: Beside<Rulebook> = {
  categories: ['document'],
  read: (load) =>
    readRulebook(async (type, code) =>
      (await load(streamName('document', `${type}-${code}`))).reduce<GovernedDocument>(documentFold.evolve, undefined),
    ),
};
