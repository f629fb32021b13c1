import type { ChangeCampaign, EndCampaign, PauseCampaign, RecordCallAttempt, ResumeCampaign } from '@ledgerline/contracts';
import {
  campaignFold,
  listedCallFold,
  mayCommand,
  seesCampaigns,
  unseenCampaign,
  versionInForce,
  type CampaignEvent,
  type ListedCallEvent,
  type MaybeCampaign,
  type MaybeListedCall,
} from '@ledgerline/domain';
import { commandsOn, type AnswerCommand } from '@ledgerline/host';
import { instantText, rejected, type ByWhom } from '@ledgerline/kernel';
import { campaignOf } from './campaign-of.js';
import { listCalls } from './list-calls/list-calls.handler.js';
import { openCampaignHere } from './open-campaign/open-campaign.handler.js';
import { giveBackCall } from './record-attempt/give-back-call.decision.js';
import { recordCallAttempt } from './record-attempt/record-attempt.decision.js';
import { changeCampaign, endCampaign, pauseCampaign, resumeCampaign } from './run-campaign/run-campaign.decision.js';
import { takeNextCall } from './take-call/take-next-call.handler.js';

const onCampaign = commandsOn<MaybeCampaign, CampaignEvent>({
  category: 'campaign',
  fold: campaignFold,
  may: mayCommand,
  unseen: unseenCampaign,
});

const onCall = commandsOn<MaybeListedCall, ListedCallEvent>({
  category: 'listed-call',
  fold: listedCallFold,
  may: mayCommand,
  unseen: unseenCall,
});

/** R9: what is asked of whom, and who calls next. */
export const campaignCommands: Readonly<Record<string, AnswerCommand>> = {
  'open-campaign': openCampaignHere,
  'change-campaign': onCampaign<ChangeCampaign>('change-campaign', {
    prepare: async ({ body: { calendar } }, { commands, clock }) => {
      if (calendar === undefined) return changeCampaign;
      const found = await versionInForce(['calendar', calendar], instantText(clock.now()), commands);
      return found === undefined ? () => rejected('unknown-calendar', { calendar }) : changeCampaign;
    },
  }),
  'pause-campaign': onCampaign<PauseCampaign>('pause-campaign', pauseCampaign),
  'resume-campaign': onCampaign<ResumeCampaign>('resume-campaign', resumeCampaign),
  'end-campaign': onCampaign<EndCampaign>('end-campaign', endCampaign),
  'list-calls': listCalls as AnswerCommand,
  'take-next-call': takeNextCall as AnswerCommand,
  'record-call-attempt': onCall<RecordCallAttempt & OfCampaign>('record-call-attempt', {
    prepare: async ({ body: { campaign } }, ledgerline) => {
      const governed = await campaignOf(campaign, ledgerline);
      return governed === undefined ? () => rejected('campaign-not-found') : recordCallAttempt(governed);
    },
  }),
  'give-back-call': onCall<OfCampaign>('give-back-call', giveBackCall),
};

/** Named by the path of the call. */
interface OfCampaign {
  readonly campaign: string;
}

function unseenCall(call: MaybeListedCall, { actor }: ByWhom) {
  return call !== undefined && seesCampaigns(actor.roles ?? []) ? undefined : rejected('call-not-found');
}
