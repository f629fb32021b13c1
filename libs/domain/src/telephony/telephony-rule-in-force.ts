import { streamName, type CommandHandling } from '@ledgerline/kernel';
import { documentFold, inForce, type GovernedDocument } from '../document/governed-document.js';
import { telephonyRuleCode, type CallTerms, type Queue, type TelephonyRule } from './telephony-rule.js';

export interface TelephonyTerms {
  readonly rule: TelephonyRule;
  /** The version. */
  readonly draft: number;
}

export type TermsAt = (at: string) => TelephonyTerms;

/** The centre's telephone rule at any instant, read from the log. @throws Error where there never was one: installations ship with it */
export async function telephonyTerms({ commands }: { readonly commands: Pick<CommandHandling, 'current'> }): Promise<TermsAt> {
  const termsAt = telephonyTermsOf((await commands.current(telephonyRuleStream, documentFold)).state);
  return (at) => {
    const terms = termsAt(at);
    if (terms === undefined) throw new Error('no telephone rule was ever in force');
    return terms;
  };
}

export const telephonyRuleStream = streamName('document', `telephony-rule-${telephonyRuleCode}`);

/** What is older than the first rule is measured by that one. */
export function telephonyTermsOf(document: GovernedDocument): (at: string) => TelephonyTerms | undefined {
  return (at) => {
    const version = inForce(document, at) ?? document?.versions.find(({ status }) => status === 'approved');
    return version && { rule: version.body as TelephonyRule, draft: version.draft };
  };
}

/** @returns undefined where the rule has no such queue, or none was named */
export function queueOf({ rule }: TelephonyTerms, queue: string | undefined): Queue | undefined {
  return rule.queues.find(({ code }) => code === queue);
}

export function callTermsOf({ rule, draft }: TelephonyTerms): CallTerms {
  return { draft, within: rule.serviceLevel.within, shortAbandon: rule.shortAbandon };
}
