import { inUtc, type ChangeCampaign, type EndCampaign, type PauseCampaign, type ResumeCampaign } from '@ledgerline/contracts';
import type { Campaign, CampaignEvent, MaybeCampaign } from '@ledgerline/domain';
import { rejected, type Decide, type Rejection } from '@ledgerline/kernel';

type OnCampaign<Body> = Decide<Body, MaybeCampaign, CampaignEvent>;

/** Another end, rule or calendar; the script and what it is for stay. */
export const changeCampaign: OnCampaign<ChangeCampaign> = ({ until, attempts, calendar, reason }, state, { at }) => {
  const campaign = going(state);
  if ('rejection' in campaign) return campaign;
  const change = {
    ...(until === undefined ? {} : { until: inUtc(until) }),
    ...(attempts === undefined ? {} : { attempts: { ...attempts } }),
    ...(calendar === undefined ? {} : { calendar }),
  };
  if (Object.keys(change).length === 0) return rejected('nothing-to-change');
  if (change.until !== undefined && (change.until <= campaign.from || change.until <= at))
    return rejected('period-is-over', { until: change.until });
  return [{ type: 'CampaignChanged', data: { person: campaign.person, ...change, reason } }];
};

export const pauseCampaign: OnCampaign<PauseCampaign> = ({ reason }, state) => {
  const campaign = going(state);
  if ('rejection' in campaign) return campaign;
  if (campaign.status === 'paused') return rejected('campaign-is-paused');
  return [{ type: 'CampaignPaused', data: { person: campaign.person, reason } }];
};

export const resumeCampaign: OnCampaign<ResumeCampaign> = ({ reason }, state) => {
  const campaign = going(state);
  if ('rejection' in campaign) return campaign;
  if (campaign.status !== 'paused') return rejected('campaign-not-paused');
  return [{ type: 'CampaignResumed', data: { person: campaign.person, reason } }];
};

/** For good: who was not called is not called any more. What an agent has before them is still recorded. */
export const endCampaign: OnCampaign<EndCampaign> = ({ reason }, state) => {
  const campaign = going(state);
  return 'rejection' in campaign ? campaign : [{ type: 'CampaignEnded', data: { person: campaign.person, reason } }];
};

function going(campaign: MaybeCampaign): Campaign | Rejection {
  if (campaign === undefined) return rejected('campaign-not-found');
  return campaign.status === 'ended' ? rejected('campaign-has-ended') : campaign;
}
