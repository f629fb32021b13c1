import type { EventView } from '../api/views.ts';

/** Members that are what somebody wrote, in the order in which they read. */
const written = [
  'text',
  'description',
  'question',
  'instruction',
  'findings',
  'result',
  'reply',
  'reason',
  'note',
  'noticeToCaller',
  'comment',
];

export interface WrittenPart {
  readonly member: string;
  /** undefined: erased. */
  readonly text: string | undefined;
}

/** What was written in an event; nothing for those that only happened. */
export function writtenIn({ data }: Pick<EventView, 'data'>): readonly WrittenPart[] {
  return written.flatMap((member): readonly WrittenPart[] => {
    const value = data[member];
    if (typeof value === 'string') return [{ member, text: value }];
    return typeof value === 'object' && value !== null && 'erased' in value ? [{ member, text: undefined }] : [];
  });
}

const byTheCaller = ['TicketRegistered', 'InformationReceived', 'SurveyRecorded'];

/** True where these are the caller's own words. */
export function isFromCaller({ type, data }: Pick<EventView, 'type' | 'data'>): boolean {
  return byTheCaller.includes(type) || (type === 'MessageAdded' && data['from'] === 'caller');
}

const toCaller = [
  'TicketAnswered',
  'ReplyGiven',
  'InformationRequested',
  'DecisionExplained',
  'DelayExplained',
  'TicketRefused',
  'ProposalOutcomeTold',
];

/** True where the caller was told this. */
export function isToCaller({ type, data }: Pick<EventView, 'type' | 'data'>): boolean {
  return toCaller.includes(type) || data['toldCaller'] === true || typeof data['noticeToCaller'] === 'string';
}

export function attachmentsIn({ data }: Pick<EventView, 'data'>): readonly string[] {
  const { attachments } = data;
  return Array.isArray(attachments) ? attachments.filter((one): one is string => typeof one === 'string') : [];
}
