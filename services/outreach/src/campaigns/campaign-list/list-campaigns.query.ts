import { problem, type QueryRequest } from '@ledgerline/contracts';
import { seesCampaigns } from '@ledgerline/domain';
import { pageOfRecords, type Ledgerline } from '@ledgerline/host';
import { campaignsCollection } from './campaign-list.projection.js';
import { shownCampaign } from './shown-campaign.js';

export interface CampaignFilter {
  readonly status?: string;
  readonly purpose?: string;
  readonly q?: string;
  readonly limit?: number;
  readonly cursor?: string;
}

/** `GET /campaigns`: the newest first. */
export async function listCampaigns(request: QueryRequest<CampaignFilter>, ledgerline: Ledgerline) {
  if (!seesCampaigns(request.principal.roles)) return problem('not-allowed');
  const { status, purpose } = request.body;
  const where = () => ({
    kind: 'campaign',
    ...(status === undefined ? {} : { status }),
    ...(purpose === undefined ? {} : { purpose }),
  });
  return pageOfRecords(campaignsCollection, request, { where, sort: ['-openedAt'], show: shownCampaign }, ledgerline);
}
