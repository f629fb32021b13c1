import { callStatuses } from '@ledgerline/contracts';
import type { Collection } from '@ledgerline/kernel';

export type CampaignProgress = Readonly<Record<(typeof callStatuses)[number], number>>;

/** How far its list is: each figure one look into an index. */
export async function progressOf(campaign: string, calls: Pick<Collection<never>, 'count'>): Promise<CampaignProgress> {
  const counted = await Promise.all(
    callStatuses.map(async (status) => [status, await calls.count({ where: { kind: 'call', campaign, status } })] as const),
  );
  return Object.fromEntries(counted) as CampaignProgress;
}
