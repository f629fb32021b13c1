import { isOpen, leadOf, stillShown, type Ticket } from '@ledgerline/domain';

/** How a ticket stood in lists from one moment on: what they are filtered by, and nothing that was typed. */
export interface Standing {
  /** Milliseconds since the epoch. */
  readonly since: number;
  readonly of: Stood;
}

export interface Stood {
  readonly status: string;
  readonly open: boolean;
  readonly level: string;
  readonly kind: string;
  readonly item: string;
  readonly site: string;
  readonly lead: string | undefined;
  readonly parts: readonly { readonly department: string; readonly part: string; readonly handler: string | undefined }[];
}

export function stoodAs(ticket: Ticket): Stood {
  const { status, level, kind, item, site } = ticket;
  const parts = ticket.parts
    .filter(stillShown)
    .map(({ department, part, handler }) => ({ department, part: part as string, handler }));
  return { status, open: isOpen(ticket), level, kind, item, site, lead: leadOf(ticket)?.department, parts };
}

/** Most events change nothing that lists are filtered by: told without looking at the parts, which are then the very same list. */
export function standsAsBefore(before: Ticket, now: Ticket): boolean {
  if (before.parts !== now.parts || before.status !== now.status || before.level !== now.level) return false;
  return before.kind === now.kind && before.item === now.item && before.site === now.site;
}

export function isSameStanding(one: Stood, other: Stood): boolean {
  const same = (['status', 'open', 'level', 'kind', 'item', 'site', 'lead'] as const).every((name) => one[name] === other[name]);
  return (
    same && one.parts.length === other.parts.length && one.parts.every((part, place) => isSamePart(part, other.parts[place]))
  );
}

function isSamePart(one: Stood['parts'][number], other: Stood['parts'][number] | undefined): boolean {
  return one.department === other?.department && one.part === other.part && one.handler === other.handler;
}
