import { rejected, type ByWhom, type Rejection } from '@ledgerline/kernel';
import { powerOf } from '../authority/hands.js';
import { mayCommand, withImplied } from '../authority/roles.js';
import type { Campaign, MaybeCampaign } from './campaign.js';
import type { ListedCall } from './listed-call.js';

/** Milliseconds that an agent has a call before them at most: after that it is the next one's. */
export const heldFor = 30 * 60_000;
/** Times that somebody may put it off. */
export const mostAppointments = 5;

/** To what somebody has to have agreed, or not have taken back, who is called for it. */
export function consentFor({ purpose }: Pick<Campaign, 'purpose'>): 'survey' | 'marketing' {
  return purpose === 'satisfaction-survey' ? 'survey' : 'marketing';
}

/** Whoever calls, makes campaigns, decides or audits; departments' handlers have no part in it. */
export function seesCampaigns(roles: readonly string[]): boolean {
  const held = withImplied(roles);
  return ['agent', 'manager', 'leader', 'inspector', 'auditor'].some((role) => held.has(role));
}

/** Whoever may make one answers for it: results, and their export. */
export function makesCampaigns(roles: readonly string[]): boolean {
  return mayCommand(roles, 'open-campaign');
}

export function unseenCampaign(campaign: MaybeCampaign, { actor }: ByWhom): Rejection | undefined {
  return campaign !== undefined && seesCampaigns(actor.roles ?? []) ? undefined : rejected('campaign-not-found');
}

/** Why nobody is called for it now; undefined where they are. @param at RFC 3339, UTC */
export function whyNobodyIsCalled({ status, from, until }: Campaign, at: string): Rejection | undefined {
  if (status !== 'running') return rejected(status === 'paused' ? 'campaign-is-paused' : 'campaign-has-ended');
  if (at < from) return rejected('campaign-not-begun', { from });
  return at < until ? undefined : rejected('campaign-has-ended', { until });
}

/** Somebody else has it before them. */
export function isHeldByAnother({ taken }: Pick<ListedCall, 'taken'>, by: ByWhom, at: string): boolean {
  return taken !== undefined && taken.by !== powerOf(by) && taken.until > at;
}

export function isHeldBy({ taken }: Pick<ListedCall, 'taken'>, account: string, at: string): boolean {
  return taken?.by === account && taken.until > at;
}
