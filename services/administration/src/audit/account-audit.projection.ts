import type { AccountEvents, AccessEvents, IdentityEvents } from '@ledgerline/domain';
import { idOf, type CollectionDefinition, type Projection, type StreamName } from '@ledgerline/kernel';

/** One thing that happened to an account, a session or an API token: who, when, to whom; the words of it stand in its stream. */
export interface AuditedEvent {
  /** Stream and id of the event: an event's own id is unique within its stream alone. */
  readonly id: string;
  readonly kind: AuditKind;
  readonly type: string;
  readonly at: string;
  /** Whose account; of an API token its own id. */
  readonly account: string;
  /** Who did it; of a refused sign-in nobody is known to have. */
  readonly by: string | null;
  readonly roles?: readonly string[];
  readonly departments?: readonly string[];
  readonly scopes?: readonly string[];
  /** Why a sign-in was refused. */
  readonly why?: string;
  /** Who stands in, from when until when; for whom a session acts from now on. */
  readonly substitute?: string;
  readonly from?: string;
  readonly until?: string;
  readonly onBehalfOf?: string;
  /** How somebody signed in, where it was not by password; the provider whose subject was linked. */
  readonly way?: string;
  readonly issuer?: string;
  /** What was taken out, of which courses or which segment, after which position and up to which. */
  readonly format?: string;
  readonly log?: string;
  readonly segment?: string;
  /** Of a campaign's results: which. */
  readonly campaign?: string;
  readonly after?: string;
  readonly position?: string;
}

export const auditKinds = ['sign-ins', 'permission-changes', 'exports'] as const;
export type AuditKind = (typeof auditKinds)[number];

const kindOf: Readonly<Partial<Record<keyof AccountEvents | keyof AccessEvents | keyof IdentityEvents, AuditKind>>> = {
  SessionStarted: 'sign-ins',
  SessionEnded: 'sign-ins',
  SignInRefused: 'sign-ins',
  RecoveryCodeUsed: 'sign-ins',
  ActingBegun: 'sign-ins',
  ActingEnded: 'sign-ins',
  AccountCreated: 'permission-changes',
  AccountChanged: 'permission-changes',
  AccountDeactivated: 'permission-changes',
  AccountReactivated: 'permission-changes',
  PasswordSet: 'permission-changes',
  SecondFactorConfirmed: 'permission-changes',
  SecondFactorRemoved: 'permission-changes',
  IdentityLinked: 'permission-changes',
  IdentityUnlinked: 'permission-changes',
  SubstituteNamed: 'permission-changes',
  SubstitutionEnded: 'permission-changes',
  TokenIssued: 'permission-changes',
  TokenRevoked: 'permission-changes',
  ExportTaken: 'exports',
};

/** Members of the events that are told: none of them is personal. */
const telling: readonly string[] = [
  'roles',
  'departments',
  'scopes',
  'why',
  'substitute',
  'from',
  'until',
  'onBehalfOf',
  'way',
  'issuer',
  'format',
  'log',
  'after',
  'segment',
  'position',
  'campaign',
];
/** Of whoever did it: the stream is the session's alone, or the day's. */
const ofTheActor: readonly string[] = ['SessionEnded', 'ActingBegun', 'ActingEnded', 'ExportTaken'];

/** Newest first, of all accounts or of one. */
export const accountAuditCollection: CollectionDefinition<AuditedEvent> = {
  name: 'account-audit',
  version: 6,
  fields: { kind: 'string', account: 'string', at: 'string' },
  indexes: [
    ['kind', 'at'],
    ['kind', 'account', 'at'],
  ],
  rows: ({ kind, account, at }) => [{ kind, account, at }],
  personal: [],
};

export const accountAudit: Projection<AuditedEvent> = {
  collection: accountAuditCollection,
  categories: ['account', 'session', 'token', 'access', 'identity'],
  looksInside: [],
  events: Object.keys(kindOf),
  keys: ({ stream, id }) => [auditId(stream, id)],
  apply: (before, { id, type, stream, data, meta }) => {
    const kind = kindOf[type as keyof typeof kindOf];
    if (before !== undefined || kind === undefined) return before;
    const { account, ...told } = data as Partial<AuditedEvent>;
    const isNobodys = type === 'SignInRefused';
    const whose = account ?? (ofTheActor.includes(type) ? meta.actor.id : idOf(stream));
    const facts = Object.fromEntries(Object.entries(told).filter(([name]) => telling.includes(name)));
    return { id: auditId(stream, id), kind, type, at: meta.at, account: whose, by: isNobodys ? null : meta.actor.id, ...facts };
  },
};

function auditId(stream: StreamName, event: string): string {
  return `${stream}/${event}`;
}
