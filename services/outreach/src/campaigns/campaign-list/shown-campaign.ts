import type { Campaign } from '@ledgerline/domain';
import type { Listed } from '@ledgerline/kernel';

export type ShownCampaign = Omit<Listed<Campaign>, 'person'>;

/** As it leaves the service: without the id of its key. */
export function shownCampaign({ person: _person, ...campaign }: Listed<Campaign>): ShownCampaign {
  return campaign;
}
