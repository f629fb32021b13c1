import {
  documentFold,
  telephonyRuleStream,
  telephonyTermsOf,
  type GovernedDocument,
  type TelephonyTerms,
} from '@ledgerline/domain';
import type { Beside } from '@ledgerline/kernel';

export type TermsThen = (at: string) => TelephonyTerms | undefined;

/** What first contacts are judged by, as far as the log's documents have come. */
export const telephonyBeside: Beside<TermsThen> = {
  categories: ['document'],
  read: async (load) =>
    telephonyTermsOf((await load(telephonyRuleStream)).reduce<GovernedDocument>(documentFold.evolve, undefined)),
};
