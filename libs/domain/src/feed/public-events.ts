import type { TicketEventType } from '../ticket/ticket-events.js';

/** What a member of a public event is. */
export type MemberKind = 'string' | 'strings' | 'boolean' | 'integer';

/** A public event type: a name that other systems rely on, and the members that its data have. `?` marks those that may be missing. */
export interface PublicEventType {
  readonly type: string;
  readonly members: Readonly<Record<string, MemberKind | `${MemberKind}?`>>;
}

const department = { department: 'string' } as const;

/**
 * The public feed's own words (R14.3). They are not the log's: an event of the log may get another shape, these never change their meaning. Members are
 * named one by one, and none of them is personal. Another meaning is another version (`.v2`) beside the first.
 */
export const publicEventTypes: Partial<Readonly<Record<TicketEventType, PublicEventType>>> = {
  TicketRegistered: {
    type: 'ledgerline.ticket.registered.v1',
    members: {
      number: 'string', channel: 'string', kind: 'string', level: 'string', item: 'string', confidential: 'boolean', parent: 'boolean',
      occurredAt: 'string?', district: 'string?', product: 'string?',
    },
  }, // prettier-ignore
  TicketAnswered: { type: 'ledgerline.ticket.answered.v1', members: {} },
  TicketReclassified: { type: 'ledgerline.ticket.reclassified.v1', members: { level: 'string', kind: 'string', item: 'string' } },
  TicketRefused: { type: 'ledgerline.ticket.refused.v1', members: {} },
  TicketWithdrawn: { type: 'ledgerline.ticket.withdrawn.v1', members: {} },
  MessageAdded: {
    type: 'ledgerline.ticket.message-added.v1',
    members: { from: 'string', channel: 'string?', attachments: 'strings' },
  },
  TicketRouted: { type: 'ledgerline.ticket.routed.v1', members: { lead: 'string', coHandling: 'strings', by: 'string' } },
  PartAccepted: { type: 'ledgerline.ticket.accepted.v1', members: { ...department, handler: 'string?' } },
  HandlerAssigned: { type: 'ledgerline.ticket.handler-assigned.v1', members: { ...department, handler: 'string' } },
  ProgressRecorded: { type: 'ledgerline.ticket.progress-recorded.v1', members: { ...department, toldCaller: 'boolean' } },
  PutOnHold: { type: 'ledgerline.ticket.put-on-hold.v1', members: { department: 'string?', reason: 'string' } },
  HoldEnded: { type: 'ledgerline.ticket.hold-ended.v1', members: { department: 'string?' } },
  ReturnRequested: { type: 'ledgerline.ticket.return-requested.v1', members: department },
  ReturnGranted: { type: 'ledgerline.ticket.return-granted.v1', members: department },
  ReturnRefused: { type: 'ledgerline.ticket.return-refused.v1', members: department },
  ExtensionGranted: { type: 'ledgerline.ticket.extension-granted.v1', members: { ...department, by: 'string' } },
  ReportSubmitted: { type: 'ledgerline.ticket.report-submitted.v1', members: department },
  ResultSubmitted: { type: 'ledgerline.ticket.result-submitted.v1', members: { ...department, publishable: 'boolean' } },
  PartApproved: { type: 'ledgerline.ticket.part-approved.v1', members: department },
  PartSentBack: { type: 'ledgerline.ticket.part-sent-back.v1', members: department },
  ReworkOrdered: { type: 'ledgerline.ticket.rework-ordered.v1', members: department },
  ReplyGiven: { type: 'ledgerline.ticket.replied.v1', members: { channel: 'string' } },
  TicketUrged: { type: 'ledgerline.ticket.urged.v1', members: department },
  UrgencyRaised: { type: 'ledgerline.ticket.raised-to-urgent.v1', members: {} },
  UrgencyLowered: { type: 'ledgerline.ticket.urgency-lowered.v1', members: { level: 'string' } },
  SurveyRecorded: {
    type: 'ledgerline.ticket.survey-recorded.v1',
    members: { outcome: 'integer', service: 'integer', timeliness: 'integer' },
  },
  TicketClosed: { type: 'ledgerline.ticket.closed.v1', members: { code: 'string' } },
  TicketReopened: { type: 'ledgerline.ticket.reopened.v1', members: {} },
  TicketArchived: { type: 'ledgerline.ticket.archived.v1', members: {} },
};

/** The data of a public event: of the log's event the members that its type names. */
export function publicData(
  { members }: PublicEventType,
  data: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.keys(members).flatMap((name) => (data[name] === undefined ? [] : [[name, data[name]]])));
}

/** JSON Schema (2020-12) of a public type's data. Other members may be added: who reads has to pass over what they don't know. */
export function publicSchema({ type, members }: PublicEventType): Readonly<Record<string, unknown>> {
  const kinds = Object.entries(members).map(([name, kind]) => [name, schemaOf(kind.replace('?', '') as MemberKind)] as const);
  const required = Object.entries(members).flatMap(([name, kind]) => (kind.endsWith('?') ? [] : [name]));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:ledgerline:schema:${type}`,
    title: type,
    type: 'object',
    properties: { ticket: { type: 'string' }, ...Object.fromEntries(kinds) },
    required: ['ticket', ...required],
  };
}

function schemaOf(kind: MemberKind): Readonly<Record<string, unknown>> {
  return kind === 'strings' ? { type: 'array', items: { type: 'string' } } : { type: kind };
}
