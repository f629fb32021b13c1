import { noRuleFor, type Fold, type Personal, type RecordedEvent } from '@ledgerline/kernel';
import { powerOf } from '../authority/hands.js';
import type { CampaignEvent, CampaignTerms } from './campaign-events.js';

export const campaignStatuses = ['running', 'paused', 'ended'] as const;
export type CampaignStatus = (typeof campaignStatuses)[number];

/** A campaign (外呼活动) as its events give it: whom it calls is not in here, each of them is a stream. */
export interface Campaign extends CampaignTerms {
  readonly person: string;
  readonly title: Personal<string>;
  readonly text?: Personal<string>;
  readonly script: string;
  readonly draft: number;
  readonly status: CampaignStatus;
  readonly openedAt: string;
  readonly openedBy: string;
  readonly updatedAt: string;
}
export type MaybeCampaign = Campaign | undefined;

type RecordedCampaignEvent = CampaignEvent & Pick<RecordedEvent, 'meta'>;

export const campaignFold: Fold<MaybeCampaign> = {
  initial: undefined,
  looksInside: ['CampaignOpened'],
  evolve: (campaign, recorded) => evolveCampaign(campaign, recorded as unknown as RecordedCampaignEvent),
};

function evolveCampaign(before: MaybeCampaign, event: RecordedCampaignEvent): MaybeCampaign {
  const { at } = event.meta;
  if (event.type === 'CampaignOpened')
    return { ...event.data, status: 'running', openedAt: at, openedBy: powerOf(event.meta), updatedAt: at };
  return before && { ...changed(before, event), updatedAt: at };
}

function changed(campaign: Campaign, event: Exclude<RecordedCampaignEvent, { readonly type: 'CampaignOpened' }>): Campaign {
  switch (event.type) {
    case 'CampaignChanged': {
      const { reason: _reason, person: _person, ...terms } = event.data;
      return { ...campaign, ...terms };
    }
    case 'CampaignPaused':
      return { ...campaign, status: 'paused' };
    case 'CampaignResumed':
      return { ...campaign, status: 'running' };
    case 'CampaignEnded':
      return { ...campaign, status: 'ended' };
    default:
      return noRuleFor(event);
  }
}
