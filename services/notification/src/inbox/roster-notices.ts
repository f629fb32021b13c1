import type { PlannedPerson, RosterEvent, RosterEventType, ShiftRoster } from '@ledgerline/domain';
import { inboxOf, type DraftedNotice } from './notice.js';

/** What decides who is told of a roster, and who may see that. */
export interface ToldRoster extends Pick<ShiftRoster, 'department' | 'edition'> {
  readonly roster: string;
  readonly through?: string;
  /** Dates on which something is planned, by account. */
  readonly dates: Readonly<Record<string, readonly string[]>>;
  /** Who asked for a change, and whom, by its number. */
  readonly asked: Readonly<Record<number, readonly string[]>>;
}

export const eventsOfRosters = [
  'RosterOpened', 'RosterPlanned', 'RosterPublished', 'RosterAmended',
  'RosterChangeRequested', 'RosterChangeAgreed', 'RosterChangeDeclined', 'RosterChangeApproved', 'RosterChangeRefused', 'RosterChangeWithdrawn',
] as const satisfies readonly RosterEventType[]; // prettier-ignore

/** Whom it concerns after an event; undefined of what was never begun. */
export function rosterAfter(before: ToldRoster | undefined, event: RosterEvent, roster: string): ToldRoster | undefined {
  if (event.type === 'RosterOpened') return { roster, department: event.data.department, edition: 0, dates: {}, asked: {} };
  if (before === undefined) return undefined;
  switch (event.type) {
    case 'RosterPlanned':
      return { ...before, dates: datesAfter(before.dates, event.data.people) };
    case 'RosterPublished':
      return { ...before, edition: event.data.edition, through: event.data.through };
    case 'RosterAmended':
      return { ...before, edition: event.data.edition, dates: datesAfter(before.dates, event.data.people) };
    case 'RosterChangeRequested': {
      const { request, account, with: other } = event.data;
      return { ...before, asked: { ...before.asked, [request]: other === undefined ? [account] : [account, other] } };
    }
    default:
      return before;
  }
}

function datesAfter(dates: ToldRoster['dates'], people: readonly PlannedPerson[]): ToldRoster['dates'] {
  const changed = people.map(({ account, days }) => {
    const kept = (dates[account] ?? []).filter((date) => !(date in days));
    return [account, [...kept, ...Object.keys(days).filter((date) => days[date] !== null)]] as const;
  });
  return { ...dates, ...Object.fromEntries(changed) };
}

/**
 * Whoever has a day on it is told when that is published, or changed by whoever plans; the colleague that a swap is asked of them; whoever plans what waits to be decided;
 * those whom a change is about what became of it. @param before as it was
 */
export function noticesOfRoster(event: RosterEvent, before: ToldRoster): readonly DraftedNotice[] {
  const { department, dates, through: published = '' } = before;
  const one = (kind: DraftedNotice['kind'], to: DraftedNotice['to']): readonly DraftedNotice[] =>
    to.length === 0 ? [] : [{ kind, to, department }];
  const planners = [inboxOf.teamLeaders(department), inboxOf.managers(department)];
  const askedIn = (request: number) => (before.asked[request] ?? []).map(inboxOf.account);
  switch (event.type) {
    case 'RosterPublished': {
      const { through } = event.data;
      const isOn = (account: string) => dates[account]?.some((date) => published < date && date <= through);
      return one('roster-published', Object.keys(dates).filter(isOn).map(inboxOf.account)); // prettier-ignore
    }
    case 'RosterAmended':
      return one('roster-amended', event.data.people.map(({ account }) => inboxOf.account(account))); // prettier-ignore
    case 'RosterChangeRequested': {
      const { with: other } = event.data;
      return other === undefined ? one('roster-change-to-decide', planners) : one('swap-asked', [inboxOf.account(other)]);
    }
    case 'RosterChangeAgreed':
      return [...one('swap-agreed', askedIn(event.data.request).slice(0, 1)), ...one('roster-change-to-decide', planners)];
    case 'RosterChangeDeclined':
    case 'RosterChangeApproved':
    case 'RosterChangeRefused':
      return one('roster-change-decided', askedIn(event.data.request));
    case 'RosterChangeWithdrawn':
      return one('roster-change-withdrawn', askedIn(event.data.request).slice(1));
    default:
      return [];
  }
}
