import type { RecordedEvent } from '@ledgerline/kernel';
import type { Calendar, Shift } from '../calendar/calendar.js';
import type { GovernedDocument } from '../document/governed-document.js';
import type { ClockRule, Policy } from '../policy/policy.js';
import type { TicketEvents, TicketEventType } from '../ticket/ticket-events.js';
import { clocksOfTicket, type TicketDeadlines } from './clocks-of-ticket.js';
import { rulebookOf, type Rulebook } from './rulebook.js';
import type { TicketClock } from './ticket-clock.js';

/** `03-02 09:00`: March 2026 in Shanghai, where the second is a Monday and no festival falls into the month. */
export type SpecTime = string;
export type SpecEvent = { [Type in TicketEventType]: readonly [SpecTime, Type, Partial<TicketEvents[Type]>?] }[TicketEventType];

const registration = {
  contact: 'c1', number: '20260302-1', channel: 'phone', kind: 'complaint', level: 'general', item: 'fault', subject: 's',
  description: 'd', caller: {}, anonymous: false, confidential: false, parent: false, attachments: [],
}; // prettier-ignore

export function specInstant(time: SpecTime): number {
  return Temporal.Instant.from(`2026-${time.replace(' ', 'T')}+08:00`).epochMilliseconds;
}

/** Events as the log would give them. */
export function historyOf(...steps: readonly SpecEvent[]): readonly RecordedEvent[] {
  return steps.map(([time, type, data = {}], place) => {
    const at = Temporal.Instant.fromEpochMilliseconds(specInstant(time)).toString({ fractionalSecondDigits: 3 });
    const body = { person: 'p', ...(type === 'TicketRegistered' ? registration : {}), ...data };
    const meta = { at, recordedAt: at, actor: { kind: 'person', id: 'somebody' }, site: 'main', correlation: 'spec' } as const;
    return { id: `spec.${place + 1}`, version: place + 1, type, schema: 1, data: body, meta };
  });
}

const shifts: readonly Shift[] = [
  ['09:00', '12:00'],
  ['13:30', '18:00'],
];
export const specCalendar: Calendar = {
  code: 'default',
  timeZone: 'Asia/Shanghai',
  week: { mon: shifts, tue: shifts, wed: shifts, thu: shifts, fri: shifts },
};

export function policyOf(clocks: readonly ClockRule[], change: Partial<Policy> = {}): Policy {
  return {
    code: 'company',
    effectiveFrom: '2026-01-01T00:00:00+08:00',
    clocks,
    extensions: { count: 1, most: 'P3D' },
    limits: { callerSilence: 'P5D' },
    repliesBy: 'call-centre',
    checkResults: true,
    ...change,
  };
}

/** A governed document of approved versions: each in force from its first time, approved at its second. */
export function documentOf(
  code: string,
  type: 'policy' | 'calendar',
  ...versions: readonly (readonly [string, string, unknown])[]
): GovernedDocument {
  return {
    type,
    code,
    versions: versions.map(([effectiveFrom, approvedAt, body], place) => ({
      draft: place + 1,
      status: 'approved',
      body,
      draftedBy: 'somebody',
      effectiveFrom,
      approvedAt,
    })),
  };
}

const [newYear, before] = ['2026-01-01T00:00:00Z', '2025-12-01T00:00:00Z'];

export function specRulebook(policy: Policy): Rulebook {
  const calendars = new Map([['default', documentOf('default', 'calendar', [newYear, before, specCalendar])]]);
  return rulebookOf([documentOf('company', 'policy', [newYear, before, policy])], calendars);
}

/** The clocks after a history, looked at at a time. */
export function clocksAt(time: SpecTime, policy: Policy, ...steps: readonly SpecEvent[]): TicketDeadlines {
  return clocksOfTicket(historyOf(...steps), specRulebook(policy), specInstant(time));
}

/** A clock in short: state, due in local time, verdict. */
export function short({ clocks }: TicketDeadlines, instance: string): string {
  const clock = clocks.find((one) => one.instance === instance);
  return clock === undefined ? 'none' : [clock.state, local(clock), words(clock)].filter((word) => word !== '').join(' ');
}

function local({ due, dueLocal }: TicketClock): string {
  if (due === null) return 'never';
  const text = dueLocal ?? Temporal.Instant.from(due).toString({ timeZone: 'Asia/Shanghai' });
  return text.slice(5, 16).replace('T', ' ');
}

function words({ verdict }: TicketClock): string {
  switch (verdict?.verdict) {
    case undefined:
      return '';
    case 'in-time':
      return 'in-time';
    case 'late':
    case 'breached':
      return `late ${verdict.by.workingSeconds / 60} min`;
    case 'cancelled':
      return [verdict.late === undefined ? '' : `late ${verdict.late.workingSeconds / 60} min`, verdict.chargedTo ?? '']
        .filter(Boolean)
        .join(' ');
  }
}

/** A story in steps, each a little further than the one before. */
export const registered: SpecEvent = ['03-02 09:30', 'TicketRegistered'];
export const [quality, sales] = [{ department: 'quality' }, { department: 'after-sales' }];
export const route = (time: string, lead: string, ...coHandling: string[]): SpecEvent => [
  time,
  'TicketRouted',
  { lead, coHandling, by: 'person' },
];
export const routed = [registered, route('03-02 10:00', 'quality')];
export const accepted: readonly SpecEvent[] = [...routed, ['03-02 11:00', 'PartAccepted', quality]];
export const submitted = (time: string): readonly SpecEvent[] => [
  ...accepted,
  [time, 'ResultSubmitted', { ...quality, publishable: true }],
];
export const approved: readonly SpecEvent[] = [...submitted('03-04 10:00'), ['03-04 14:00', 'PartApproved', quality]];
export const checked: readonly SpecEvent[] = [...approved, ['03-04 16:00', 'ResultAccepted']];
export const replied: readonly SpecEvent[] = [...checked, ['03-05 10:00', 'ReplyGiven', { channel: 'phone' }]];
export const two: readonly SpecEvent[] = [
  registered,
  route('03-02 10:00', 'quality', 'after-sales'),
  ['03-02 11:00', 'PartAccepted', quality],
  ['03-02 14:00', 'PartAccepted', sales],
];
