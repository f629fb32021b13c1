import {
  bodyOfDraft,
  campaignFold,
  versionInForce,
  workingCalendar,
  type Calendar,
  type Campaign,
  type Script,
  type WorkingCalendar,
} from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { instantText, streamName } from '@ledgerline/kernel';

/** A campaign as it stands, with what governs it: its own version of the script, and the permitted hours of today. */
export interface GovernedCampaign {
  readonly id: string;
  readonly campaign: Campaign;
  readonly version: number;
  readonly script: Script;
  readonly calendar: WorkingCalendar;
}

/** @returns undefined where there is no such campaign @throws Error where the log lacks what it was opened with */
export async function campaignOf(
  id: string,
  { commands, clock }: Pick<Ledgerline, 'commands' | 'clock'>,
): Promise<GovernedCampaign | undefined> {
  const { state: campaign, version } = await commands.current(streamName('campaign', id), campaignFold);
  if (campaign === undefined) return undefined;
  const script = await bodyOfDraft<Script>(['script', campaign.script], campaign.draft, commands);
  const calendar = await versionInForce(['calendar', campaign.calendar], instantText(clock.now()), commands);
  if (script === undefined || calendar === undefined) throw new Error(`campaign ${id}: its script or calendar is gone`);
  return { id, campaign, version, script, calendar: workingCalendar(calendar.body as Calendar) };
}
