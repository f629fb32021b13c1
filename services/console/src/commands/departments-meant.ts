import type { TicketView, UserView } from '../api/views.ts';
import { holdsOneOf } from '../session/session.tsx';

const over = ['released', 'returned', 'ended'];
/** Commands whose department is anybody's: the desk and executives name it. */
const ofAnybody = [
  'grant-return', 'refuse-return', 'release-department', 'grant-extension', 'refuse-extension', 'rework', 'guide', 'inspect', 'urge',
  'supervise', 'grant-reveal',
]; // prettier-ignore

/** The departments that a command on this ticket can mean for this user. One alone need not be asked for. */
export function departmentsMeant(ticket: TicketView, command: string, user: UserView): readonly string[] {
  const active = ticket.parts.filter(({ status }) => !over.includes(status)).map(({ department }) => department);
  const anybodys = ofAnybody.includes(command) || user.departments.includes('*');
  const meant = anybodys || !holdsOneOf(user, 'handler') ? active : active.filter((one) => user.departments.includes(one));
  return [...new Set(meant)];
}
