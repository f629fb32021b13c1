import { isActive, isOpen, readerOf, type Part, type Ticket } from '@ledgerline/domain';
import type { Row } from '@ledgerline/kernel';
import type { CallSheet } from './call-sheet.js';
import type { DeadlineSheet, OfTicket } from './deadline-sheet.js';
import type { SheetClock, TicketSheet } from './ticket-sheet.js';

/** Stands where there is no instant: after every one that there is. */
export const never = '9999-12-31T23:59:59.999Z';

/** What a row of a ticket, or of a part of one, says of `since`: for lists in its order, in which clocks do not stand. */
export const anyTime = { from: '0' };

/**
 * `wakes`: on one row of a ticket or contact, the next thing that time brings about. `lateAfter`: `due` of a clock that runs,
 * else `never`. `version`: on that row, of the ticket or contact as its clocks last moved. `since`: when the ticket was registered, or the call came;
 * of one that is over, since when. `holder`: by whom lists are asked for. Nobody asks for clocks by these two, so their rows have neither, and stand in fewer
 * indexes: there are several of them to a ticket. They say whose it is in `with`. `clock`: of a clock's row alone, likewise; the others tell by `instance` what is due
 * next. The rest is what lists are filtered by.
 */
export const rowFields = {
  scope: 'string', wakes: 'string', due: 'string', lateAfter: 'string', clock: 'string', instance: 'string', state: 'string',
  department: 'string', part: 'string', handler: 'string', holder: 'string', with: 'string', who: 'string', held: 'boolean', open: 'boolean',
  status: 'string', level: 'string', kind: 'string', item: 'string', site: 'string', reader: 'string', number: 'string',
  since: 'string', version: 'number',
} as const; // prettier-ignore

/** The ticket's own row first; then its parts; then each clock. What has nothing open has none, or waits to be archived. */
export function rowsOfSheet(document: DeadlineSheet): readonly Row[] {
  return 'call' in document ? rowsOfCall(document) : rowsOfTicket(document);
}

function rowsOfTicket({ book, ...sheet }: OfTicket): readonly Row[] {
  const ticket = book.ticket as Ticket;
  const { clocks, version, over, wakes = never } = sheet;
  if (over === undefined && !isOpen(ticket) && clocks.length === 0) return [];
  const all = rowOf(ticket, sheet);
  const own = { ...all, holder: sheet.holder.department ?? sheet.holder.who, since: ticket.registeredAt };
  if (over !== undefined) return [{ ...own, scope: 'over', since: over, version }];
  const ofClock = { ...all, with: sheet.holder.department ?? '' };
  return [
    { ...own, scope: 'ticket', wakes, version, ...earliest(clocks) },
    ...ticket.parts.filter(isActive).map((part) => ({ ...own, ...partRow(part, clocks), reader: readerOf(ticket, part) })),
    ...clocks.map((clock) => ({ ...ofClock, ...clockRow(clock, ticket) })),
  ];
}

/** A contact's own row, then its clock: the call centre's, and no ticket's. */
function rowsOfCall({ call, site, since, version, wakes = never, clocks }: CallSheet): readonly Row[] {
  const row = { ...blank, who: 'call-centre', open: true, status: call, site };
  const timed = clocks.map(({ clock, instance, state, due = never, lateAfter = never }) => ({
    clock,
    instance,
    state,
    due,
    lateAfter,
  }));
  return [
    { ...row, scope: 'contact', holder: 'call-centre', since, wakes, version, ...timed[0], clock: '' },
    ...timed.map((clock) => ({ ...row, scope: 'clock', ...clock })),
  ];
}

const blank = {
  wakes: never, due: never, lateAfter: never, clock: '', instance: '', state: '', department: '', part: '', handler: '', holder: '', with: '',
  held: false, level: '', kind: '', item: '', reader: 'open', number: '', since: '', version: 0,
} as const; // prettier-ignore

/** What all rows of a ticket say. */
function rowOf(ticket: Ticket, { holder, held }: TicketSheet): Row {
  const { status, level, kind, item, site, number } = ticket;
  const reader = readerOf(ticket, undefined);
  return { ...blank, who: holder.who, held, open: isOpen(ticket), status, level, kind, item, site, reader, number };
}

function partRow(part: Part, clocks: readonly SheetClock[]): Partial<Row> {
  const own = clocks.filter(({ assignment }) => assignment === part.assignment);
  const held = part.hold !== undefined || part.awaitsInformation === true || own.some(({ state }) => state === 'held');
  const { department, part: kind, handler = '' } = part;
  return { scope: 'part', department, part: kind, handler, held, ...earliest(own) };
}

function clockRow(clock: SheetClock, ticket: Ticket): Partial<Row> {
  const { department = '', part = '', handler = '', instance, state, due = never, lateAfter = never } = clock;
  const of = ticket.parts.find(({ assignment }) => assignment === clock.assignment);
  const status = of?.status;
  const held = state === 'held';
  const active = status === undefined || ['routed', 'accepted', 'submitted', 'approved'].includes(status);
  return {
    scope: 'clock',
    clock: clock.clock,
    instance,
    state,
    department,
    part,
    handler: active ? handler : '',
    held,
    due,
    lateAfter,
    reader: readerOf(ticket, of),
  };
}

/** What is due next of several clocks: of those that run, else of those that stand still. */
function earliest(clocks: readonly SheetClock[]): Partial<Row> {
  const counted = clocks.filter(
    ({ clock, state, due }) => due !== undefined && state !== 'suspended' && clock !== 'return-request',
  );
  const running = counted.filter(({ state }) => state === 'running');
  const [next] = (running.length > 0 ? running : counted).toSorted((a, b) => (String(a.due) < String(b.due) ? -1 : 1));
  if (next === undefined) return {};
  const { instance, state, due = never, lateAfter = never } = next;
  return { instance, state, due, lateAfter };
}
