import {
  isActive,
  isStep,
  processPlace,
  processStep,
  ticketFold,
  type MaybeTicket,
  type Part,
  type Ticket,
  type TicketEvent,
} from '@ledgerline/domain';
import type { RecordedEvent } from '@ledgerline/kernel';
import { registrations, tries } from './tried-commands.js';

/** One step of one ticket: from which place to which. */
export interface Walked {
  readonly from: string;
  readonly step: string;
  readonly to: string;
}

/** Far more than there are: a search without end is an error of what is told apart. */
const mostSituations = 20_000;

/**
 * Where the commands lead, found by giving every command at every situation that others lead to. Situations that differ in nothing a rule
 * about order looks at are one; of the matters that run beside the course (a question, a hold, an extension …) at most one is open at a time,
 * as any of them can be open with any other and none leads anywhere.
 */
export function explore(): readonly Walked[] {
  const seen = new Set<string>();
  const walked = new Map<string, Walked>();
  let front = registrations.map((events) => step(undefined, events, walked)).filter(isTicket);
  while (front.length > 0) {
    if (seen.size > mostSituations) throw new Error(`more than ${mostSituations} situations`);
    const fresh = front.filter((ticket) => {
      const key = situation(ticket);
      return key !== undefined && !seen.has(key) && seen.add(key);
    });
    front = fresh.flatMap((ticket) => tries.map((decide) => decided(ticket, decide(ticket), walked)).filter(isTicket));
  }
  return [...walked.values()];
}

function decided(ticket: Ticket, outcome: ReturnType<(typeof tries)[number]>, walked: Map<string, Walked>): MaybeTicket {
  return 'rejection' in outcome || outcome.length === 0 ? undefined : step(ticket, outcome, walked);
}

function step(ticket: MaybeTicket, events: readonly TicketEvent[], walked: Map<string, Walked>): MaybeTicket {
  return events.reduce<MaybeTicket>((before, event) => {
    const recorded = recordedAs(event);
    const after = ticketFold.evolve(before, recorded);
    const name = processStep(recorded, before);
    const found: Walked = { from: processPlace(before), step: name ?? event.type, to: processPlace(after) };
    if (isStep(event.type, 'own')) walked.set(`${found.step} ${found.from} ${found.to}`, found);
    return after;
  }, ticket);
}

export function recordedAs(event: TicketEvent): RecordedEvent {
  const meta = { at: '2026-03-02T02:00:00.000Z', site: 'main', actor: { kind: 'person', id: 'somebody' } };
  return { ...event, meta, version: 1 } as unknown as RecordedEvent;
}

function isTicket(ticket: MaybeTicket): ticket is Ticket {
  return ticket !== undefined;
}

/** undefined: more than one matter is open beside the course. */
function situation(ticket: Ticket): string | undefined {
  const active = ticket.parts.filter(isActive);
  const beside = [...active.flatMap(besideOf), ...besideTicket(ticket)];
  if (beside.length > 1) return undefined;
  const { status, level, urgency, attachedTo, duplicateOf, result, survey } = ticket;
  const parts = active.map(({ part, status: of }) => `${part} ${of}`).sort();
  const last = active.length === 0 ? ticket.parts.findLast(({ part }) => part === 'lead')?.status : undefined;
  return JSON.stringify([
    status, level, urgency === undefined, attachedTo, duplicateOf, parts, last, result !== undefined, survey !== undefined, beside,
  ]); // prettier-ignore
}

function besideOf({ part, ...of }: Part): readonly string[] {
  const { returnRequested, hold, awaitsInformation, extension, urges, overdueReported, handler } = of;
  const asked = extension && `endorsed ${extension.endorsed}`;
  const open = { returnRequested, hold, awaitsInformation, asked, urged: urges > 0, overdueReported, handler };
  return Object.entries(open).flatMap(([name, value]) => (value ? [`${part} ${name} ${value}`] : []));
}

function besideTicket(ticket: Ticket): readonly string[] {
  const { hold, commitments, supervised, publication, attempts, designated, children, urgency, survey } = ticket;
  const caller = ticket.identityHidden && (ticket.revealedTo ? 'revealed' : ticket.revealRequests ? 'asked for' : 'hidden');
  const ratings = survey?.ratings && ((survey.dissatisfied?.length ?? 0) > 0 ? 'dissatisfied' : 'satisfied');
  const step = urgency?.step === 'raised' ? undefined : urgency?.step;
  const open = { hold, commitments, supervised, publication, attempts, designated, children, caller, ratings, step };
  return Object.entries(open).flatMap(([name, value]) => (value ? [`${name} ${typeof value === 'string' ? value : ''}`] : []));
}
