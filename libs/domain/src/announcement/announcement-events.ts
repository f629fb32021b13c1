import { definitionsOf, type EventDefinition, type EventOf, type Personal } from '@ledgerline/kernel';
import type { AnnouncementAudience } from './audience.js';

export interface AnnouncementContent {
  readonly title: Personal<string>;
  readonly text: Personal<string>;
  readonly attachments?: readonly string[];
}

/**
 * Every event of an announcement (R12) by wire name. What it says is sealed with a key of its own, `person`. Editions count from 1. Receipts stand in streams of those who
 * give them (`receipts.ts`): thousands of people who confirm at once write to thousands of streams.
 */
export interface AnnouncementEvents {
  /** From when until when it is shown: RFC 3339, UTC. */
  AnnouncementPublished: Written &
    AnnouncementContent & {
      readonly audience: AnnouncementAudience;
      readonly from: string;
      readonly until?: string;
      readonly mustConfirm: boolean;
      /** Whoever has not confirmed is reminded so often. */
      readonly remindEveryDays: number;
    };
  /** Its time has come: the accounts that the audience is at that moment. They are counted by, whoever comes or goes later. */
  AnnouncementDelivered: { readonly edition: number; readonly addressed: readonly string[] };
  /** Another edition, whole as it is from now on: it asks everybody anew. */
  AnnouncementCorrected: Reason & AnnouncementContent & { readonly edition: number };
  /** The how-manieth time (from 1), and those who had not confirmed: with none left nobody is reminded any more. */
  AnnouncementReminded: { readonly edition: number; readonly repeat: number; readonly told: readonly string[] };
  AnnouncementWithdrawn: Reason;
}
interface Written {
  readonly person: string;
}
interface Reason extends Written {
  readonly reason: Personal<string>;
}

export type AnnouncementEventType = keyof AnnouncementEvents;
export type AnnouncementEvent = EventOf<AnnouncementEvents>;

const content = ['title', 'text'];

export const announcementEventDefinitions: readonly EventDefinition[] = definitionsOf<AnnouncementEventType>({
  AnnouncementPublished: content,
  AnnouncementDelivered: undefined,
  AnnouncementCorrected: [...content, 'reason'],
  AnnouncementReminded: undefined,
  AnnouncementWithdrawn: ['reason'],
});
