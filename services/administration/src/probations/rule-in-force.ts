import { documentFold, inForce, type GovernedDocument, type ProbationRule, type RuleRef } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { instantText, streamName } from '@ledgerline/kernel';

export interface RuleVersion {
  readonly rule: ProbationRule;
  readonly version: RuleRef;
}

/** The rule of a code that is in force now, fresh from the log. */
export async function ruleInForce(code: string, ledgerline: Ledgerline): Promise<RuleVersion | undefined> {
  const found = inForce(await ruleNamed(code, ledgerline), instantText(ledgerline.clock.now()));
  return found && { rule: found.body as ProbationRule, version: { code, draft: found.draft } };
}

/** The version that a probation is judged by. @throws Error where the log has no such version */
export async function ruleOf({ code, draft }: RuleRef, ledgerline: Ledgerline): Promise<ProbationRule> {
  const version = (await ruleNamed(code, ledgerline))?.versions.find((one) => one.draft === draft);
  if (version === undefined) throw new Error(`there is no version ${draft} of the probation rule ${code}`);
  return version.body as ProbationRule;
}

/** The versions that several probations are judged by, each looked up once. */
export async function rulesOf(refs: readonly RuleRef[], ledgerline: Ledgerline): Promise<(ref: RuleRef) => ProbationRule> {
  const nameOf = ({ code, draft }: RuleRef) => `${code}.${draft}`;
  const rules = new Map<string, ProbationRule>();
  for (const ref of refs) if (!rules.has(nameOf(ref))) rules.set(nameOf(ref), await ruleOf(ref, ledgerline));
  return (ref) => rules.get(nameOf(ref)) as ProbationRule;
}

async function ruleNamed(code: string, { commands }: Ledgerline): Promise<GovernedDocument> {
  return (await commands.current(streamName('document', `probation-rule-${code}`), documentFold)).state;
}
