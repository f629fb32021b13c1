import { problem, type QueryRequest } from '@ledgerline/contracts';
import { seesCampaigns } from '@ledgerline/domain';
import { pageOfRecords, type Ledgerline } from '@ledgerline/host';
import { callsCollection } from '../call-list/call-list.projection.js';
import { campaignsCollection, type ListedCampaign } from './campaign-list.projection.js';
import { shownCampaign } from './shown-campaign.js';

export interface CampaignFilter {
  readonly status?: string;
  readonly purpose?: string;
  readonly q?: string;
  readonly limit?: number;
  readonly cursor?: string;
}

/** `GET /campaigns`: the newest first, each with how far its list is. */
export async function listCampaigns(request: QueryRequest<CampaignFilter>, ledgerline: Ledgerline) {
  if (!seesCampaigns(request.principal.roles)) return problem('not-allowed');
  const { status, purpose } = request.body;
  const where = () => ({
    kind: 'campaign',
    ...(status === undefined ? {} : { status }),
    ...(purpose === undefined ? {} : { purpose }),
  });
  const list = { where, sort: ['-openedAt'], show: (campaign: ListedCampaign) => campaign };
  const page = await pageOfRecords(campaignsCollection, request, list, ledgerline);
  if (page.kind === 'problem') return page;
  const calls = await ledgerline.live(callsCollection);
  const items = await Promise.all(page.items.map((campaign) => shownCampaign(campaign, calls)));
  return { ...page, items };
}
