import type { CommandHandling } from '@ledgerline/kernel';
import { streamName } from '@ledgerline/kernel';
import { judgingPolicies, rulebookOf } from '../clock/rulebook.js';
import { documentFold } from '../document/governed-document.js';
import type { Policy } from './policy.js';

/** How often, and from which rating on: `limits` of a policy. */
export interface Limits {
  readonly replyAttempts: number;
  readonly surveyAttempts: number;
  readonly returnCallAttempts: number;
  readonly reworks: number;
  readonly returns: number;
  readonly dissatisfied: number;
}

/** What both presets say; for a policy that leaves a limit out, and for an installation without any. */
export const presetLimits: Limits = {
  replyAttempts: 3,
  surveyAttempts: 3,
  returnCallAttempts: 3,
  reworks: 1,
  returns: 2,
  dissatisfied: 2,
};

/** What a policy says of a ticket beside its clocks. */
export interface Terms extends Pick<Policy, 'repliesBy' | 'checkResults'> {
  readonly limits: Limits;
}

/** What decides where the log is: its streams as they fold, and the time. */
export interface Log {
  readonly commands: Pick<CommandHandling, 'current'>;
  readonly clock: { now(): number };
}

/**
 * What the judging policy said at an instant, as it was known then (R6.5): the start of the clock that the question belongs to.
 * A ticket older than every policy (an import) is judged by the present one.
 *
 * @param at RFC 3339, UTC; now unless given
 */
export async function termsInForce(at: string | undefined, { commands, clock }: Log): Promise<Terms> {
  const now = clock.now();
  const policies = await Promise.all(
    judgingPolicies.map((code) => commands.current(streamName('document', `policy-${code}`), documentFold)),
  );
  const rulebook = rulebookOf(
    policies.map(({ state }) => state),
    new Map(),
  );
  const instant = at === undefined ? now : Temporal.Instant.from(at).epochMilliseconds;
  return termsOf((rulebook.policy(instant, instant) ?? rulebook.policy(now, now))?.policy);
}

export function termsOf(policy: Policy | undefined): Terms {
  const given = policy?.limits ?? {};
  const limits = Object.entries(presetLimits).map(([name, preset]) => [
    name,
    typeof given[name] === 'number' ? given[name] : preset,
  ]);
  return {
    limits: Object.fromEntries(limits) as unknown as Limits,
    repliesBy: policy?.repliesBy ?? 'call-centre',
    checkResults: policy?.checkResults ?? true,
  };
}
