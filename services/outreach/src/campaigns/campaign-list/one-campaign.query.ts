import { callStatuses, problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import { isPermitted, seesCampaigns, type Script } from '@ledgerline/domain';
import { whyUnseen, type Ledgerline } from '@ledgerline/host';
import { instantText } from '@ledgerline/kernel';
import { callsCollection } from '../call-list/call-list.projection.js';
import { campaignOf } from '../campaign-of.js';
import { shownCampaign, type ShownCampaign } from './shown-campaign.js';

export interface OneCampaign extends ShownCampaign {
  /** The version of the script by which it is answered. */
  readonly content: Script;
  readonly progress: Readonly<Record<(typeof callStatuses)[number], number>>;
  /** Within the hours in which one may call. */
  readonly permittedNow: boolean;
}

/** `GET /campaigns/{id}`: as it stands, with its script and how far its list is; each figure one look into an index. */
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
  const counted = await Promise.all(
    callStatuses.map(async (status) => [status, await calls.count({ where: { kind: 'call', campaign: id, status } })] as const),
  );
  const progress = Object.fromEntries(counted) as OneCampaign['progress'];
  const permittedNow = isPermitted(found.calendar, instantText(ledgerline.clock.now()));
  const shown = shownCampaign({ ...found.campaign, id, version: found.version });
  return { kind: 'one', campaign: { ...shown, content: found.script, progress, permittedNow } };
}
