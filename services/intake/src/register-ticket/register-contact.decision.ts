import type { RegisterTicket } from '@ledgerline/contracts';
import { withImplied, type Contact, type ContactEvent, type SiteForTickets } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** What the contact is given before it is registered: found once, kept by the first commit. */
export interface ContactFacts {
  readonly ticket: string;
  readonly number: string;
  /** Key id of the caller. */
  readonly person: string;
  /** Id of the caller's customer, where the caller gave a number or address and wants to be known. */
  readonly customer?: string;
}

/** What is looked up for the request and does not become part of the record. */
export interface ContactChecks {
  readonly itemIsKnown: boolean;
  /** Of the site that is named; where none is, it is this one. */
  readonly there?: SiteForTickets;
  /** Until when the caller is restricted. */
  readonly restrictedUntil?: string | undefined;
  /** Milliseconds after which what happened counts as entered late; never unless given. */
  readonly lateAfter?: number;
}

/** R1.1: the record keeps what arrived, word by word. A contact that is there already is never made twice (R1.5). */
export function registerContact(
  facts: ContactFacts,
  { itemIsKnown, there = 'open', restrictedUntil, lateAfter }: ContactChecks,
): Decide<RegisterTicket & { readonly enteredLate?: boolean }, Contact, ContactEvent> {
  return (body, contact, { at, actor, site: own }) => {
    if (contact) return rejected('contact-already-registered');
    if (body.occurredAt !== undefined && Temporal.Instant.compare(body.occurredAt, at) > 0)
      return rejected('occurred-in-the-future', { occurredAt: body.occurredAt, now: at });
    if (!itemIsKnown) return rejected('unknown-item', { item: body.item });
    if (there !== 'open') return rejected(there, { site: body.site });
    if (body.level === 'urgent' && actor.kind === 'caller') return rejected('urgent-needs-the-call-centre');
    if (restrictedUntil !== undefined && !passesRestriction(body, actor.roles ?? []))
      return rejected('caller-is-restricted', { until: restrictedUntil });
    const { anonymous = false, ...caller } = body.caller;
    const { district, ...place } = body.location ?? {};
    const {
      channel,
      kind,
      level,
      item,
      subject,
      description,
      confidential = false,
      parent = false,
      about,
      attachments = [],
    } = body;
    const required = { channel, kind, level, item, subject, description, confidential, parent, attachments, caller, anonymous };
    const { occurredAt, callId, externalId, product } = body;
    const { person: aboutPerson, ...aboutDepartment } = about ?? {};
    const optional = {
      about: Object.keys(aboutDepartment).length > 0 ? aboutDepartment : undefined,
      aboutPerson,
      occurredAt,
      callId,
      externalId,
      product,
      site: body.site === own ? undefined : body.site,
      district,
      enteredLate: body.enteredLate === true || isLate(occurredAt, at, lateAfter) ? (true as const) : undefined,
      location: Object.keys(place).length > 0 ? place : undefined,
    };
    const given = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined));
    return [{ type: 'ContactRegistered', data: { ...facts, ...required, ...given } }];
  };
}

/** R1.8: never for emergencies; and a coordinator, who approves restrictions, may take up what a restricted caller says. */
function passesRestriction({ level }: RegisterTicket, roles: readonly string[]): boolean {
  return level === 'urgent' || withImplied(roles).has('coordinator');
}

/** R1.1: from paper, or after an outage. */
function isLate(occurredAt: string | undefined, at: string, lateAfter: number | undefined): boolean {
  if (occurredAt === undefined || lateAfter === undefined) return false;
  return Temporal.Instant.from(at).epochMilliseconds - Temporal.Instant.from(occurredAt).epochMilliseconds > lateAfter;
}
