import type { Campaign } from '@ledgerline/domain';
import type { Listed } from '@ledgerline/kernel';
import { progressOf, type CampaignProgress } from './campaign-progress.js';

export type ShownCampaign = Omit<Listed<Campaign>, 'person'> & { readonly progress: CampaignProgress };

/** As it leaves the service: without the id of its key, and with how far its list is. */
export async function shownCampaign(
  { person: _person, ...campaign }: Listed<Campaign>,
  calls: Parameters<typeof progressOf>[1],
): Promise<ShownCampaign> {
  return { ...campaign, progress: await progressOf(campaign.id, calls) };
}
