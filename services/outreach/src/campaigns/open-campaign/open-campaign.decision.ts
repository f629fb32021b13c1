import { inUtc, type OpenCampaign } from '@ledgerline/contracts';
import type { AttemptRule, CampaignEvent, MaybeCampaign } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** R7.1's attempts, where nobody says otherwise. */
export const usualAttempts: AttemptRule = { most: 3, aDay: 1, hoursApart: 3 };
/** Milliseconds that a campaign takes at most. */
const longest = 366 * 86_400_000;

interface WhatHolds {
  /** Id of the campaign's own key. */
  readonly person: string;
  /** Of the script, the version in force. */
  readonly draft: number;
  readonly calendar: string;
}

/** R9: what is asked, of whom it will be said, and when; the script's version is pinned. */
export function openCampaign({ person, draft, calendar }: WhatHolds): Decide<OpenCampaign, MaybeCampaign, CampaignEvent> {
  return ({ from, until, attempts = usualAttempts, ...said }, campaign, { at }) => {
    if (campaign !== undefined) return rejected('campaign-exists');
    const period = { from: inUtc(from), until: inUtc(until) };
    if (period.until <= period.from || period.until <= at) return rejected('period-is-over', period);
    if (lengthOf(period) > longest) return rejected('period-too-long', { days: 366 });
    return [{ type: 'CampaignOpened', data: { ...said, ...period, attempts: { ...attempts }, person, draft, calendar } }];
  };
}

function lengthOf({ from, until }: { readonly from: string; readonly until: string }): number {
  return Temporal.Instant.from(until).epochMilliseconds - Temporal.Instant.from(from).epochMilliseconds;
}
