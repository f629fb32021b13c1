import { definitionsOf, type EventDefinition, type EventOf, type Personal } from '@ledgerline/kernel';

export const campaignPurposes = [
  'market-information',
  'satisfaction-survey',
  'lead-revisit',
  'at-risk-customers',
  'other',
] as const;
export type CampaignPurpose = (typeof campaignPurposes)[number];

/** How often somebody who is not reached is tried, and how far apart; always at hours of the day at which they were not tried before. */
export interface AttemptRule {
  /** Attempts at which nobody was reached, at most. */
  readonly most: number;
  /** Of these in one day, at most. */
  readonly aDay: number;
  /** Hours between two, at least. */
  readonly hoursApart: number;
}

/** What is asked of whom, when and how often. Times are RFC 3339, UTC. */
export interface CampaignTerms {
  readonly purpose: CampaignPurpose;
  readonly from: string;
  readonly until: string;
  readonly attempts: AttemptRule;
  /** Code of the calendar outside whose hours nobody is called. */
  readonly calendar: string;
}

/** Every event of a campaign (R9) by wire name. What staff write of it is sealed with a key of its own, named as `person`. */
export interface CampaignEvents {
  CampaignOpened: Written &
    CampaignTerms & {
      readonly title: Personal<string>;
      readonly text?: Personal<string>;
      /** Code of the script, and the draft that was in force: the campaign's calls are answered by it to the end. */
      readonly script: string;
      readonly draft: number;
    };
  /** Another time, rule or calendar. */
  CampaignChanged: Reason & Partial<Omit<CampaignTerms, 'purpose' | 'from'>>;
  CampaignPaused: Reason;
  CampaignResumed: Reason;
  CampaignEnded: Reason;
}
interface Written {
  readonly person: string;
}
interface Reason extends Written {
  readonly reason: Personal<string>;
}

export type CampaignEventType = keyof CampaignEvents;
export type CampaignEvent = EventOf<CampaignEvents>;

const reason = ['reason'];

export const campaignEventDefinitions: readonly EventDefinition[] = definitionsOf<CampaignEventType>({
  CampaignOpened: ['title', 'text'],
  CampaignChanged: reason,
  CampaignPaused: reason,
  CampaignResumed: reason,
  CampaignEnded: reason,
});
