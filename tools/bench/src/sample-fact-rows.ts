import type { FactRow } from '@ledgerline/kernel';

/** The year over which the tickets are spread; questions are asked at its end. */
export const year = { from: Date.parse('2025-03-01T00:00:00Z'), to: Date.parse('2026-03-01T00:00:00Z') };
export const departments = named('department', 20);
const [hour, day] = [3_600_000, 86_400_000];
const [items, districts, products, handlers] = [named('item', 40), named('district', 12), named('product', 60), named('h', 400)];
const kinds = ['complaint', 'fault-repair', 'request', 'consultation', 'suggestion', 'praise'];
const levels = ['general', 'general', 'general', 'general', 'general', 'general', 'general', 'important', 'important', 'urgent'];
const channels = ['phone', 'phone', 'email', 'web', 'chat'];
const clocks = ['first-response', 'dispatch', 'accept', 'return-request', 'handle', 'interim-feedback', 'review', 'check', 'reply', 'survey', 'resolve', 'acknowledge-urge']; // prettier-ignore
const holders = ['call-centre', 'lead', 'manager', 'caller'];
const activities = ['TicketRegistered', 'TicketRouted', 'PartAccepted', 'ProgressRecorded', 'MessageAdded', 'ResultSubmitted', 'PartApproved', 'ResultAccepted', 'ReplyGiven', 'SurveyRecorded', 'TicketClosed']; // prettier-ignore
const stands = ['registered', 'dispatched', 'in-progress', 'in-review', 'to-reply', 'closed'];
const steps = 20;

export interface Writing {
  readonly tickets: number;
  readonly word: (text: string) => number;
  readonly add: (table: string, row: FactRow) => void;
}

/** One ticket of so many, the same for the same number. */
export function addTicket(ticket: number, { tickets, word, add }: Writing): void {
  const next = numbers(ticket);
  const one = (of: readonly string[]) => word(of[next(of.length)] as string);
  const registered = year.from + Math.floor(((year.to - year.from) * ticket) / tickets);
  const lasts = hour + next(9 * day);
  const isOpen = registered + lasts > year.to;
  const updated = Math.min(registered + lasts, year.to - 1);
  const [kind, level, item, channel, district, product] = [
    one(kinds),
    one(levels),
    one(items),
    one(channels),
    one(districts),
    one(products),
  ];
  const [site, lead, handler] = [word('main'), one(departments), one(handlers)];
  const status = word(isOpen ? (stands[1 + next(4)] as string) : 'closed');
  const isSecret = next(100) < 2;
  add('tickets', [
    ticket, `p0-${ticket.toString(36).padStart(26, '0')}`, `20250301-${ticket}`, steps, registered, updated, isOpen ? null : updated, status, isOpen,
    isSecret, false, false, kind, level, item, channel, site, district, product, lead, word(isOpen ? 'lead' : 'call-centre'), isOpen ? null : word('resolved'),
    0, next(9) === 0 ? 1 : 0, next(12) === 0 ? 1 : 0, 1, next(4), 1,
  ]); // prettier-ignore
  const parts = next(3) === 0 ? [lead, one(departments)] : [lead];
  const part = (place: number) => word(place === 0 ? 'lead' : 'co-handling');
  for (const [place, department] of parts.entries())
    add('assignments', [ticket, place + 1, department, part(place), place === 0 ? handler : null, registered + hour, word(isOpen ? 'accepted' : 'approved'), true]); // prettier-ignore
  const at = (share: number) => registered + Math.floor((updated - registered) * share);
  for (const [run, clock] of clocks.entries()) {
    const [started, ended] = [at(run / 20), at((run + 1 + next(5)) / 20)];
    const goesOn = isOpen && run > 6;
    const isLate = next(100) < 7;
    const outcome = goesOn ? (isLate ? 'breached' : 'running') : next(20) === 0 ? 'cancelled' : isLate ? 'late' : 'in-time';
    const elapsed = (ended - started) / 1_000;
    add(goesOn ? 'open_clocks' : 'ended_clocks', [
      ticket, run, word(clock), run < 2 ? null : lead, run < 2 ? null : word('lead'), run < 2 ? null : 1, started, goesOn ? null : ended,
      isLate ? ended - hour : ended + hour, word(outcome), elapsed / 3, elapsed, isLate ? 1_200 : null, isLate ? 3_600 : null, null, word('company'), 1,
    ]); // prettier-ignore
  }
  for (const [place, holder] of holders.entries()) {
    const seconds = (updated - registered) / 4_000 + next(1_000);
    add(isOpen ? 'open_holders' : 'ended_holders', [ticket, 10, registered, isOpen ? null : updated, word(holder), place === 1 || place === 2 ? lead : null, seconds / 3, seconds]); // prettier-ignore
  }
  for (let place = 0; place < stands.length - 1; place += 1) {
    const isLast = place === stands.length - 2;
    const to = isLast ? null : at((place + 1) / 6);
    add(isLast ? 'open_standings' : 'ended_standings', [ticket, at(place / 6), to, word(stands[place] as string), isOpen, level, kind, item, site, lead]); // prettier-ignore
    for (const [p, department] of parts.entries())
      add(isLast ? 'open_standing_parts' : 'ended_standing_parts', [ticket, at(place / 6), to, department, part(p), handler]); // prettier-ignore
  }
  for (let version = 1; version <= steps; version += 1) {
    const activity = word(activities[Math.min(activities.length - 1, Math.floor(version / 2))] as string);
    add('steps', [ticket, version, at(version / steps), activity, version < 3 ? null : lead, word('person'), handler, false]);
  }
  const whose = (version: number) => [ticket, version, at(version / steps)] as const;
  add('routings', [...whose(2), lead, '', word('table'), kind, item, level, site, district, product, null]);
  for (const version of [9, 12]) add('reviews', [...whose(version), lead, word(next(8) === 0 ? 'sent-back' : 'approved')]);
  if (!isOpen) add('replies', [...whose(16), channel, lead]);
  if (!isOpen && next(2) === 0) add('surveys', [...whose(18), lead, 1 + next(5), 1 + next(5), 1 + next(5), next(6) === 0]);
  if (next(12) === 0) add('rounds', [...whose(17), lead, word('rework'), false]);
  if (next(20) === 0) add('returns', [...whose(4), lead, word('requested')]);
  if (next(8) === 0) add('urges', [...whose(6), lead, word('urged')]);
}

/** Small numbers in no order, the same for the same seed: xorshift. */
function numbers(seed: number): (most: number) => number {
  let state = (seed + 1) * 2_654_435_761;
  return (most) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % most;
  };
}

function named(name: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, place) => `${name}-${place}`);
}
