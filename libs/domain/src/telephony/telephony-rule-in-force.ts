import { streamName, type CommandHandling } from '@ledgerline/kernel';
import { documentFold, inForce } from '../document/governed-document.js';
import { telephonyRuleCode, type CallTerms, type Queue, type TelephonyRule } from './telephony-rule.js';

export interface TelephonyTerms {
  readonly rule: TelephonyRule;
  /** The version. */
  readonly draft: number;
}

type TermsAt = (at: string) => TelephonyTerms;

/** The centre's telephone rule at any instant. An installation ships with one from 2020 on: the earliest counts before. */
export async function telephonyTerms({ commands }: { readonly commands: Pick<CommandHandling, 'current'> }): Promise<TermsAt> {
  const { state } = await commands.current(streamName('document', `telephony-rule-${telephonyRuleCode}`), documentFold);
  return (at) => {
    const version = inForce(state, at) ?? state?.versions.find(({ status }) => status === 'approved');
    if (version === undefined) throw new Error('no telephone rule was ever in force: installations ship with one');
    return { rule: version.body as TelephonyRule, draft: version.draft };
  };
}

/** @returns undefined where the rule has no such queue, or none was named */
export function queueOf({ rule }: TelephonyTerms, queue: string | undefined): Queue | undefined {
  return rule.queues.find(({ code }) => code === queue);
}

export function callTermsOf({ rule, draft }: TelephonyTerms): CallTerms {
  return { draft, within: rule.serviceLevel.within, shortAbandon: rule.shortAbandon };
}
