import { documentFold, durationOf, readRulebook } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { streamName } from '@ledgerline/kernel';
import type { SimilarLimit } from './similar-contacts.js';

export interface SimilarRule extends SimilarLimit {
  /** As the policy writes it. */
  readonly duration: string;
}

/** `limits.similar` of the policy in force; undefined where it names none: then nothing is counted. Days are of 24 hours. */
export async function similarRule(ledgerline: Ledgerline): Promise<SimilarRule | undefined> {
  const rulebook = await readRulebook((type, code) =>
    ledgerline.commands.current(streamName('document', `${type}-${code}`), documentFold).then(({ state }) => state),
  );
  const now = ledgerline.clock.now();
  const similar = rulebook.policy(now, now)?.policy.limits['similar'] as { count?: unknown; within?: unknown } | undefined;
  if (typeof similar?.count !== 'number' || typeof similar.within !== 'string') return undefined;
  const length = durationOf(similar.within);
  const within = length.kind === 'time' ? length.milliseconds : length.days * 86_400_000;
  return { count: similar.count, within, duration: similar.within };
}
