import type { EventDefinition, Fold, Personal, EventOf } from '@ledgerline/kernel';

/** Calls by which a confidential ticket is looked at. */
export const lookingCalls = [
  'ticket',
  'history',
  'events',
  'deadlines',
  'messages',
  'attachment',
  'routing',
  'rights',
  'mails',
] as const;
export type LookingCall = (typeof lookingCalls)[number];

/**
 * Streams `access.{ticket}`: who looked at a confidential ticket (R7.2). Not the ticket's own, so that looking changes nothing about
 * it. Who and when stand in the event's meta.
 */
export interface AccessEvents {
  ConfidentialTicketSeen: {
    readonly ticket: string;
    readonly call: LookingCall;
    /** The moment of the past that was looked at: `at`, `version` or `known` of the call. */
    readonly moment?: Readonly<Record<string, string | number>>;
  };
  /** By which call wages, papers and reasons of a person on probation were looked at (R13); streams `access.{probation}`. */
  ProbationSeen: { readonly probation: string; readonly call: 'probation' | 'pay' };
  /** In a stream of the day's: the id that the name gives, whether or not there is such an account; of an identity that is nobody's its own. */
  SignInRefused: { readonly account: string; readonly why: 'password' | 'code' | 'deactivated' | 'unknown-identity' };
  /** In a stream of the day's, before the first byte of it leaves: what was taken out of the house, and up to where (R7.2). */
  ExportTaken: {
    readonly format: string;
    readonly position: string;
    /** Of courses: of which log. */
    readonly log?: string;
    /** Of tables: the position of the batch after which it went on. */
    readonly after?: string;
    /** Of customers: of which segment. */
    readonly segment?: string;
    /** Of a campaign's results: which. */
    readonly campaign?: string;
  };
  /** In a stream of the contact's: the reason is sealed with the key of whom the recording is of. */
  RecordingPlayed: { readonly contact: string; readonly person: string; readonly reason: Personal<string> };
  /** In a stream of the mail's, before its bytes are given: the reason is sealed with the mail's key. */
  MailOpened: { readonly mail: string; readonly person: string; readonly reason: Personal<string> };
}
export type AccessEvent = EventOf<AccessEvents>;

export const accessEventDefinitions: readonly EventDefinition[] = [
  { type: 'ConfidentialTicketSeen', schema: 1 },
  { type: 'ExportTaken', schema: 1 },
  { type: 'ProbationSeen', schema: 1 },
  { type: 'RecordingPlayed', schema: 1, personal: ['reason'] },
  { type: 'MailOpened', schema: 1, personal: ['reason'] },
  { type: 'SignInRefused', schema: 1 },
];

/** Looks do not add up to anything: they are only ever read. */
export const accessFold: Fold<undefined> = { initial: undefined, evolve: () => undefined };
