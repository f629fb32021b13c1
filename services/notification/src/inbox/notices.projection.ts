import {
  evolveTicket,
  powerOf,
  ticketEventDefinitions,
  withoutWords,
  type ContactEvent,
  type DigestEvent,
  type ContactEventType,
  type MaybeTicket,
  type Ticket,
  type TicketEvent,
} from '@ledgerline/domain';
import { categoryOf, idOf, type CollectionDefinition, type Projection, type Recorded, type Row } from '@ledgerline/kernel';
import { absenceEvents, noticeOfAbsence, type StandingIn } from './absence-notices.js';
import { eventsOfAnnouncements, noticeId, noticeOfAnnouncement, type ToldAnnouncement } from './announcement-notices.js';
import { eventsOfEquipment, noticesOfEquipment, standsIn, type ToldEquipment } from './equipment-notices.js';
import { inboxOf, noticesOf, noticesOfCall, type DraftedNotice } from './notice.js';
import { concerns, eventsOfProbations, noticesOfProbation, type ToldProbation } from './probation-notices.js';
import { eventsOfQuality, noticesOfInspection, noticesOfSample, standsAfter, type ToldInspection } from './quality-notices.js';
import { eventsOfPursuits, noticesOfPursuit, pursuitAfter, type ToldPursuit } from './pursuit-notices.js';
import { eventsOfRosters, noticesOfRoster, rosterAfter, type ToldRoster } from './roster-notices.js';
import { belongsTo, eventsOfProposals, noticesOfProposal, type ToldProposal } from './proposal-notices.js';

/** A notice about a ticket, or a missed call. Its `place` orders all notices: the time of its event, then the event's id. */
export interface Notice extends DraftedNotice {
  readonly place: string;
  readonly at: string;
  readonly event: string;
  readonly clock?: string;
  readonly instance?: string;
  readonly due?: string;
  readonly lateBy?: number;
  /** Who stands in for whom. */
  readonly standingIn?: StandingIn;
  readonly by: string;
}

/** What is said about one ticket, and the ticket without its words, by which it is decided who may see that; a call and a digest have none. */
export interface TicketNotices {
  readonly ticket?: Ticket;
  /** Instead of a ticket: whose digest it is, and of which period. */
  readonly digest?: { readonly schedule: string; readonly period: string; readonly department?: string };
  /** Instead of a ticket: whose absence it is about. */
  readonly absent?: string;
  /** Instead of a ticket: an improvement proposal without its words, by which it is decided who may see that. */
  readonly proposal?: ToldProposal;
  /** Instead of a ticket: somebody's probation, as far as it decides who may see that. */
  readonly probation?: ToldProbation;
  /** Instead of a ticket: an inspection without its words, by which it is decided who may see that; or a sample, which its inspectors may. */
  readonly inspection?: ToldInspection;
  readonly sample?: true;
  /** Instead of a ticket: an item of equipment, which everybody who works here sees. */
  readonly equipment?: ToldEquipment;
  /** Instead of a ticket: the id of an announcement, of which its readers are told. */
  readonly announcement?: string;
  /** Instead of a ticket: a department's roster of a month, without what anybody has on it. */
  readonly roster?: ToldRoster;
  /** Instead of a ticket: a lead or an at-risk customer without its words. */
  readonly pursuit?: ToldPursuit;
  readonly supervisors: Readonly<Record<string, string>>;
  readonly notices: readonly Notice[];
}

/** Notices that are kept of one ticket: an unanswered alarm rings often. */
const mostKept = 200;

/** A row for each inbox that a notice goes to: an inbox is one walk along an index, newest first. */
export const noticesCollection: CollectionDefinition<TicketNotices> = {
  name: 'notices',
  version: 9,
  fields: { inbox: 'string', place: 'string' },
  indexes: [['inbox', 'place']],
  rows: ({ notices }) => notices.flatMap(({ to, place }) => to.map((inbox): Row => ({ inbox, place }))),
  personal: [],
};

/** Events that tell nobody and change neither who works on the ticket nor who may see it. */
const silent = new Set([
  'ActivityImported',
  'SpotCheckMade',
  'DelayExplained',
  'ProgressRecorded',
  'MeasureRecorded',
  'ProposalOutcomeTold',
]);

const ofCalls: readonly ContactEventType[] = ['ReturnCallWarned', 'ReturnCallBreached', 'ReturnCallEscalated'];

type After = (before: TicketNotices | undefined, recorded: Recorded) => TicketNotices | undefined;

/** What there is to tell after an event, by what it is about. */
const afterOf: Readonly<Record<string, After>> = {
  ticket: ofTicket,
  contact: ofCall,
  digest: ofDigest,
  account: ofAbsence,
  proposal: ofProposal,
  probation: ofProbation,
  sample: ofSample,
  inspection: ofInspection,
  equipment: ofEquipment,
  announcement: ofAnnouncement,
  pursuit: ofPursuit,
  roster: ofRoster,
};

const labelled: ReadonlySet<string> = new Set([...eventsOfEquipment, ...eventsOfRosters]);
const announced: ReadonlySet<string> = new Set(eventsOfAnnouncements);

export const notices: Projection<TicketNotices> = {
  collection: noticesCollection,
  categories: Object.keys(afterOf),
  looksInside: [],
  events: [
    ...ticketEventDefinitions.map(({ type }) => type).filter((type) => !silent.has(type)),
    ...ofCalls,
    'DigestDelivered',
    ...absenceEvents,
    ...eventsOfProposals,
    ...eventsOfProbations,
    ...eventsOfQuality,
    ...eventsOfEquipment,
    ...eventsOfAnnouncements,
    ...eventsOfPursuits,
    ...eventsOfRosters,
  ],
  keys: ({ stream, type, data }) => {
    if (type === 'MessageAdded' && (data as { from: string }).from === 'staff') return [];
    // A label is a code, as that of a sample is, and so is the name of a roster: they are kept apart.
    if (labelled.has(type)) return [stream];
    return [announced.has(type) ? noticeId(stream, data as ToldAnnouncement) : idOf(stream)];
  },
  apply: (before, recorded) => afterOf[categoryOf(recorded.stream)]?.(before, recorded),
};

function ofTicket(before: TicketNotices | undefined, recorded: Recorded): TicketNotices | undefined {
  if (before === undefined && recorded.type !== 'TicketRegistered') return undefined;
  const ticket = evolveTicket(before?.ticket, withoutWords(recorded) as never) as MaybeTicket;
  if (ticket === undefined || ticket.status === 'archived') return undefined;
  const supervisors = supervisorsAfter(before?.supervisors ?? {}, recorded);
  const around = { before: before?.ticket, after: ticket, supervisors: before?.supervisors ?? {} };
  const isImported = recorded.meta.origin !== undefined;
  const drafted = isImported ? [] : noticesOf(recorded as unknown as TicketEvent, around);
  const made = everyAddressed(drafted, recorded);
  if (before?.ticket && made.length === 0 && supervisors === before.supervisors && isSame(before.ticket, ticket)) return before;
  return { ticket, supervisors, notices: keptWith(before, made) };
}

function ofCall(before: TicketNotices | undefined, recorded: Recorded): TicketNotices | undefined {
  const made = everyAddressed(noticesOfCall(recorded as unknown as ContactEvent), recorded);
  if (made.length === 0) return before;
  return { supervisors: {}, notices: keptWith(before, made) };
}

function ofAbsence(before: TicketNotices | undefined, recorded: Recorded): TicketNotices | undefined {
  const told = before?.notices ?? [];
  const notice = noticeOfAbsence(recorded, told);
  const made = notice === undefined ? [] : addressed(notice, recorded, 0);
  if (made.length === 0) return before;
  return { absent: idOf(recorded.stream), supervisors: {}, notices: keptWith(before, made) };
}

function ofProposal(before: TicketNotices | undefined, recorded: Recorded): TicketNotices | undefined {
  const event = recorded as unknown as Parameters<typeof noticesOfProposal>[0];
  const proposal = belongsTo(before?.proposal, event);
  if (proposal === undefined) return undefined;
  return { proposal, ...toldOf(before, noticesOfProposal(event, before?.proposal, proposal), recorded) };
}

function ofProbation(before: TicketNotices | undefined, recorded: Recorded): TicketNotices | undefined {
  const event = recorded as unknown as Parameters<typeof noticesOfProbation>[0];
  const probation = concerns(before?.probation, event);
  if (probation === undefined) return undefined;
  return { probation, ...toldOf(before, noticesOfProbation(event, probation), recorded) };
}

function ofInspection(before: TicketNotices | undefined, recorded: Recorded): TicketNotices | undefined {
  const event = recorded as unknown as Parameters<typeof noticesOfInspection>[0];
  const inspection = standsAfter(before?.inspection, event);
  if (inspection === undefined) return undefined;
  return { inspection, ...toldOf(before, noticesOfInspection(event, inspection), recorded) };
}

function ofSample(_before: TicketNotices | undefined, recorded: Recorded): TicketNotices {
  const drafted = noticesOfSample(recorded as unknown as Parameters<typeof noticesOfSample>[0]);
  const made = everyAddressed(drafted, recorded);
  return { sample: true, supervisors: {}, notices: made };
}

function ofEquipment(before: TicketNotices | undefined, recorded: Recorded): TicketNotices | undefined {
  const event = recorded as unknown as Parameters<typeof noticesOfEquipment>[0];
  const equipment = standsIn(before?.equipment, event, idOf(recorded.stream));
  if (equipment === undefined) return undefined;
  return { equipment, ...toldOf(before, noticesOfEquipment(event, before?.equipment ?? equipment), recorded) };
}

function ofAnnouncement(before: TicketNotices | undefined, recorded: Recorded): TicketNotices | undefined {
  const drafted = noticeOfAnnouncement(recorded as unknown as Parameters<typeof noticeOfAnnouncement>[0]);
  const made = drafted === undefined ? [] : addressed(drafted, recorded, 0);
  return made.length === 0 ? before : { announcement: idOf(recorded.stream), supervisors: {}, notices: made };
}

function ofPursuit(before: TicketNotices | undefined, recorded: Recorded): TicketNotices | undefined {
  const event = recorded as unknown as Parameters<typeof noticesOfPursuit>[0];
  const pursuit = pursuitAfter(before?.pursuit, event);
  if (pursuit === undefined) return undefined;
  return { pursuit, ...toldOf(before, noticesOfPursuit(event, pursuit), recorded) };
}

function ofRoster(before: TicketNotices | undefined, recorded: Recorded): TicketNotices | undefined {
  const event = recorded as unknown as Parameters<typeof noticesOfRoster>[0];
  const roster = rosterAfter(before?.roster, event, idOf(recorded.stream));
  if (roster === undefined) return undefined;
  return { roster, ...toldOf(before, noticesOfRoster(event, before?.roster ?? roster), recorded) };
}

/** Its reader's alone. */
function ofDigest(_before: TicketNotices | undefined, recorded: Recorded): TicketNotices | undefined {
  const event = recorded as unknown as DigestEvent;
  if (event.type !== 'DigestDelivered') return undefined;
  const { schedule, reader, content } = event.data;
  const department = content.department === undefined ? {} : { department: content.department };
  const notice: DraftedNotice = { kind: 'digest-delivered', to: [inboxOf.account(reader)], ...department };
  return {
    supervisors: {},
    digest: { schedule, period: content.period.name, ...department },
    notices: addressed(notice, recorded, 0),
  };
}

/** Of a thing without supervisors: what was told of it, and what has just come. */
function toldOf(before: TicketNotices | undefined, drafted: readonly DraftedNotice[], recorded: Recorded) {
  return { supervisors: {}, notices: keptWith(before, everyAddressed(drafted, recorded)) };
}

function keptWith(before: TicketNotices | undefined, made: readonly Notice[]): readonly Notice[] {
  return [...(before?.notices ?? []), ...made].slice(-mostKept);
}

function everyAddressed(drafted: readonly DraftedNotice[], recorded: Recorded): readonly Notice[] {
  return drafted.flatMap((notice, place) => addressed(notice, recorded, place));
}

/** Nobody is told of what they did themselves. */
function addressed(notice: DraftedNotice, { id, meta, data }: Recorded, place: number): readonly Notice[] {
  const { kind } = notice;
  const to = notice.to.filter((inbox) => inbox !== `account:${meta.actor.id}`);
  if (to.length === 0) return [];
  type Timed = { clock?: string; instance?: string; due?: string; dueBy?: string; lateBy?: number };
  const {
    clock,
    instance,
    dueBy,
    due = kind === 'proposal-overdue' || kind === 'pursuit-overdue' ? dueBy : undefined,
    lateBy,
  } = data as Timed;
  return [
    {
      ...notice,
      to,
      place: `${meta.at} ${id}${place === 0 ? '' : `-${place}`}`,
      at: meta.at,
      event: id,
      by: meta.actor.id,
      ...(clock === undefined ? {} : { clock }),
      ...(instance === undefined ? {} : { instance }),
      ...(due === undefined ? {} : { due }),
      ...(lateBy === undefined ? {} : { lateBy }),
    },
  ];
}

function supervisorsAfter(before: Readonly<Record<string, string>>, { type, data, meta }: Recorded) {
  if (type !== 'SupervisionOrdered') return before;
  return { ...before, [(data as { department: string }).department]: powerOf(meta) };
}

/** But for what every message changes. */
function isSame(before: Ticket, after: Ticket): boolean {
  const members = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof Ticket>;
  return [...members].every((name) => name === 'updatedAt' || name === 'messages' || before[name] === after[name]);
}
