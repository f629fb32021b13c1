import {
  leadOf,
  nextDeadlines,
  partOf,
  type ClockBook,
  type ClockName,
  type Holder,
  type HoldReason,
  type OpenDeadline,
  type Rulebook,
  type Ticket,
} from '@ledgerline/domain';
import { instantText } from '@ledgerline/kernel';

/** A clock on the sheet. Times are RFC 3339 in UTC with milliseconds. */
export interface SheetClock {
  readonly clock: ClockName;
  readonly instance: string;
  readonly department?: string;
  readonly part?: 'lead' | 'co-handling';
  readonly assignment?: number;
  readonly handler?: string;
  readonly state: OpenDeadline['state'];
  readonly due?: string;
  /** From when on it is late; none while it stands still in time. */
  readonly lateAfter?: string;
}

/** Who has the ticket now: where it is held, whom it waits for. */
export interface SheetHolder {
  readonly who: Holder['who'];
  readonly department?: string;
  readonly handler?: string;
}

export interface TicketSheet {
  readonly id: string;
  /** Of the event that the book ends with. */
  readonly version: number;
  readonly clocks: readonly SheetClock[];
  readonly holder: SheetHolder;
  readonly held: boolean;
  /** When time alone next brings something about; none of an import that nobody has taken up. */
  readonly wakes?: string;
  /** Since when it is over and waits to be archived. */
  readonly over?: string;
}

/** @param of the ticket's id, and version and instant (milliseconds since the epoch) of the event that the book ends with */
export function sheetOf(
  book: ClockBook,
  rulebook: Rulebook,
  { id, version, asOf }: { readonly id: string; readonly version: number; readonly asOf: number },
): TicketSheet {
  const ticket = book.ticket as Ticket;
  const { clocks, next } = nextDeadlines(book, rulebook, asOf);
  return {
    id,
    version,
    clocks: clocks.map((clock) => clockOnSheet(clock, ticket)),
    holder: holderOf(book, ticket, clocks),
    held: reasonToWait(ticket) !== undefined || clocks.some(({ state }) => state === 'held'),
    ...(next === undefined ? {} : { wakes: instantText(next) }),
    ...(book.overSince === undefined || book.liveFrom === undefined ? {} : { over: instantText(book.overSince) }),
  };
}

/** @param ticket none of a contact's clock */
export function clockOnSheet({ run, due, state, lateAfter }: OpenDeadline, ticket?: Ticket): SheetClock {
  const { clock, instance, department, part, assignment } = run;
  const handler = department === undefined || ticket === undefined ? undefined : partOf(ticket, department)?.handler;
  return {
    clock,
    instance,
    ...(department === undefined ? {} : { department }),
    ...(part === undefined ? {} : { part }),
    ...(assignment === undefined ? {} : { assignment }),
    ...(handler === undefined ? {} : { handler }),
    state,
    ...(due === undefined ? {} : { due: instantText(due) }),
    ...(lateAfter === undefined ? {} : { lateAfter: instantText(lateAfter) }),
  };
}

function holderOf({ holders }: ClockBook, ticket: Ticket, clocks: readonly OpenDeadline[]): SheetHolder {
  const waited = waitsFor(ticket, clocks);
  if (waited !== undefined) return { who: waited === 'awaiting-caller' ? 'caller' : 'third-party' };
  const holder = holders.at(-1)?.holder ?? { who: 'call-centre' as const };
  const handler = holder.who === 'lead' ? leadOf(ticket)?.handler : undefined;
  return { ...holder, ...(handler === undefined ? {} : { handler }) };
}

/** As the time by holder is counted: whatever holds `resolve`. Where no such clock runs, what the lead or the ticket waits for. */
function waitsFor(ticket: Ticket, clocks: readonly OpenDeadline[]): HoldReason | undefined {
  const resolve = clocks.find(({ run }) => run.clock === 'resolve');
  return resolve === undefined ? reasonToWait(ticket) : resolve.hold;
}

/** A hold of the lead's part or of the ticket, or a question that the caller has not answered. */
function reasonToWait(ticket: Ticket): HoldReason | undefined {
  const lead = leadOf(ticket);
  return ticket.hold ?? lead?.hold ?? (lead?.awaitsInformation ? 'awaiting-caller' : undefined);
}
