import { problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import { isPermitted, seesCampaigns, type Script } from '@ledgerline/domain';
import { whyUnseen, type Ledgerline } from '@ledgerline/host';
import { instantText } from '@ledgerline/kernel';
import { callsCollection } from '../call-list/call-list.projection.js';
import { campaignOf } from '../campaign-of.js';
import { shownCampaign, type ShownCampaign } from './shown-campaign.js';

export interface OneCampaign extends ShownCampaign {
  /** The version of the script by which it is answered. */
  readonly content: Script;
  /** Within the hours in which one may call. */
  readonly permittedNow: boolean;
}

/** `GET /campaigns/{id}`: as it stands, with its script. */
export async function oneCampaign(
  { body: { id }, principal, after }: QueryRequest<{ readonly id: string }>,
  ledgerline: Ledgerline,
): Promise<{ readonly kind: 'one'; readonly campaign: OneCampaign } | Problem> {
  if (!seesCampaigns(principal.roles)) return problem('campaign-not-found');
  const found = await campaignOf(id, ledgerline);
  if (found === undefined) return problem('campaign-not-found');
  const calls = await ledgerline.live(callsCollection);
  const why = await whyUnseen(calls, after, ledgerline);
  if (why) return problem(why);
  const permittedNow = isPermitted(found.calendar, instantText(ledgerline.clock.now()));
  const shown = await shownCampaign({ ...found.campaign, id, version: found.version }, calls);
  return { kind: 'one', campaign: { ...shown, content: found.script, permittedNow } };
}
