import { useEffect } from 'react';
import { useTicketEvents } from '../api/ticket-queries.ts';
import type { TicketView } from '../api/views.ts';

/** What the system tells of times; it changes nothing about the matter, so nobody has to look at it before they go on. */
const reminders = ['DeadlineWarned', 'DeadlineBreached', 'DeadlineEscalated', 'ExecutivesAlerted'];

/** True where the ticket has moved on since `version` by what somebody did; reminders alone move the version along by themselves. */
export function useHasMovedOn(ticket: TicketView | undefined, version: number, onSeen: (version: number) => void): boolean {
  const isLater = ticket !== undefined && ticket.version > version;
  const { data: events = [] } = useTicketEvents(isLater ? ticket.id : undefined);
  const since = events.filter((event) => event.version > version);
  const knowsAll = isLater && since.at(-1)?.version === ticket.version;
  const areReminders = knowsAll && since.every(({ type }) => reminders.includes(type));
  const seen = areReminders ? ticket.version : undefined;
  useEffect(() => {
    if (seen !== undefined) onSeen(seen);
  }, [seen]);
  return isLater && !areReminders;
}
