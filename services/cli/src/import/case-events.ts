import { longest } from '@ledgerline/contracts';
import type { CaseEvent, TicketFacts } from './case-event.js';
import type { EventMapping, Mapping, TicketMapping } from './mapping.js';
import type { Pick as Picked } from './pick.js';
import { isBad, type BadRow, type BadRowReason, type Row } from './row.js';
import type { Template } from './template.js';

/** Characters at most (UTF-16 units), as for what comes in over HTTP. */
const most = { case: longest.line, activity: longest.line, resource: longest.line, detail: longest.reason } as const;
const mailAddress = /^[^\s@]+@[^\s@]+$/;
const controls = /[\p{Cs}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/u;

/** A row that cannot be read as the mapping says. */
class Unreadable extends Error {
  constructor(
    readonly reason: BadRowReason,
    readonly detail: string,
  ) {
    super(detail);
  }
}

/** What a row tells of; one bad part makes the whole row bad. @param now RFC 3339, UTC: nothing can have happened after it */
export function caseEventsOf(row: Row, mapping: Mapping, now: string): readonly CaseEvent[] | BadRow {
  try {
    const id = text('the case', mapping.case.fill(row), most.case);
    if (id === '') throw new Unreadable('missing-case', 'no case id');
    const ticket = ticketFacts(row, mapping.ticket);
    const department = optionalCode(row, mapping.ticket.department, 'department');
    return mapping.events
      .filter(({ when }) => when === undefined || when.fill(row) !== '')
      .map((event): CaseEvent => {
        const activity = { ...activityOf(row, event, now), ...(department === undefined ? {} : { department }) };
        const meaning = mapping.activities.get(activity.activity);
        return {
          line: row.line,
          case: id,
          ...identityOf(row, event, activity.activity),
          activity: meaning === undefined ? activity : { ...activity, meaning },
          ticket,
        };
      });
  } catch (error) {
    if (error instanceof Unreadable) return { line: row.line, reason: error.reason, detail: error.detail };
    throw error;
  }
}

export function isBadRow(read: readonly CaseEvent[] | BadRow): read is BadRow {
  return isBad(read);
}

function activityOf(row: Row, event: EventMapping, now: string) {
  const activity = text('the activity', event.activity.fill(row), most.activity);
  if (activity === '') throw new Unreadable('missing-activity', 'no activity');
  const written = event.time.text.fill(row);
  const occurredAt = event.time.parse(written);
  if (occurredAt === undefined) throw new Unreadable('unparsable-time', shown(written));
  if (occurredAt > now) throw new Unreadable('time-in-the-future', shown(written));
  const resource = optionalText('the resource', event.resource, row, most.resource);
  const details: Record<string, string> = {};
  for (const column of event.details) {
    const value = text(column, row.value(column) ?? '', most.detail);
    if (value !== '') details[column] = value;
  }
  return { activity, occurredAt, ...(resource === undefined ? {} : { resource }), details };
}

function identityOf(row: Row, { identity }: EventMapping, activity: string): Pick<CaseEvent, 'identity' | 'repeatable'> {
  if (identity === undefined) return { identity: JSON.stringify([activity, ...row.values]), repeatable: true };
  const own = identity.fill(row);
  if (own === '') throw new Unreadable('missing-identity', 'what tells this activity apart is empty');
  return { identity: own, repeatable: false };
}

function ticketFacts(row: Row, ticket: TicketMapping): TicketFacts {
  const subject = text('the subject', ticket.subject.fill(row), longest.line);
  const description = text('the description', ticket.description.fill(row), longest.text);
  if (subject === '' || description === '') throw new Unreadable('missing-text', 'subject or description is empty');
  const caller: Record<string, string> = {};
  for (const [name, template] of Object.entries(ticket.caller)) {
    const value = optionalText(`the caller's ${name}`, template, row, name === 'phone' ? 40 : longest.line);
    if (name === 'email' && value !== undefined && !mailAddress.test(value))
      throw new Unreadable('not-a-value', `${shown(value)} is no mail address`);
    if (value !== undefined) caller[name] = value;
  }
  const product = optionalCode(row, ticket.product, 'product');
  const district = optionalCode(row, ticket.district, 'district');
  return {
    channel: word(row, ticket.channel, 'channel') as TicketFacts['channel'],
    kind: word(row, ticket.kind, 'kind'),
    level: word(row, ticket.level, 'level'),
    item: word(row, ticket.item, 'item'),
    subject,
    description,
    caller,
    ...(product === undefined ? {} : { product }),
    ...(district === undefined ? {} : { district }),
    confidential: ticket.confidential,
  };
}

function word(row: Row, pick: Picked, what: string): string {
  const { word: found, text: given } = pick.of(row);
  if (found === undefined) throw new Unreadable('not-a-value', `${shown(given)} is no ${what}`);
  return found;
}

function optionalCode(row: Row, pick: Picked | undefined, what: string): string | undefined {
  if (pick === undefined) return undefined;
  const { word: found, text: given } = pick.of(row);
  if (found === undefined && given !== '') throw new Unreadable('not-a-value', `${shown(given)} is no ${what}`);
  return found;
}

function optionalText(what: string, template: Template | undefined, row: Row, longestText: number): string | undefined {
  const value = template === undefined ? '' : text(what, template.fill(row), longestText);
  return value === '' ? undefined : value;
}

/** A text as it may stand in an event. */
function text(what: string, value: string, longestText: number): string {
  if (value.length > longestText)
    throw new Unreadable('text-too-long', `${what} has ${value.length} characters, more than ${longestText}`);
  if (controls.test(value)) throw new Unreadable('control-characters', `${what} has control characters`);
  return value;
}

function shown(value: string): string {
  return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
}
