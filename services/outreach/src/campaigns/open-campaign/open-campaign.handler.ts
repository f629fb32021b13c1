import type { OpenCampaign } from '@ledgerline/contracts';
import { campaignFold, mayCommand, versionInForce, type Campaign, type CampaignEvent } from '@ledgerline/domain';
import { openingCommand } from '@ledgerline/host';
import { instantText, rejected } from '@ledgerline/kernel';
import { openCampaign } from './open-campaign.decision.js';

/** `POST /campaigns` */
export const openCampaignHere = openingCommand<OpenCampaign, Campaign, CampaignEvent>({
  category: 'campaign',
  fold: campaignFold,
  may: (roles) => mayCommand(roles, 'open-campaign'),
  exists: 'campaign-exists',
  prepare: async ({ body: { script, calendar = 'default' } }, { commands, clock, vault }) => {
    const now = instantText(clock.now());
    const version = await versionInForce(['script', script], now, commands);
    if (version === undefined) return rejected('unknown-script', { script });
    if ((await versionInForce(['calendar', calendar], now, commands)) === undefined)
      return rejected('unknown-calendar', { calendar });
    return openCampaign({ person: await vault.newPerson(), draft: version.draft, calendar });
  },
});
