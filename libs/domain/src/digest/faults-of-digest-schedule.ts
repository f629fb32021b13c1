import { weekdays } from '../calendar/calendar.js';
import { Faults, type DocumentFault } from '../document/document-fault.js';
import { checkAccount, isTimeZone, isWallTime } from '../duty-rota/faults-of-duty-rota.js';
import { periodKinds } from './digest-period.js';
import { readerRoles } from './digest-schedule.js';

type Members = Readonly<Record<string, unknown>>;

const members = ['code', 'effectiveFrom', 'template', 'period', 'on', 'at', 'timeZone', 'calendar', 'readers'];

/** Every fault for which a digest's schedule could not be put in force. */
export function faultsOfDigestSchedule(body: unknown): readonly DocumentFault[] {
  const faults = new Faults();
  const schedule = faults.object('', body);
  faults.strangers('', schedule, members);
  for (const name of ['code', 'template']) faults.code(`/${name}`, schedule[name]);
  if (schedule['calendar'] !== undefined) faults.code('/calendar', schedule['calendar']);
  faults.instant('/effectiveFrom', schedule['effectiveFrom']);
  const { period, on, at, timeZone, readers } = schedule;
  if (!(periodKinds as readonly unknown[]).includes(period))
    faults.add('/period', `must be one of ${periodKinds.join(', ')}`, 'unknown-word');
  if (period === 'week' && !(weekdays as readonly unknown[]).includes(on))
    faults.add('/on', `must be one of ${weekdays.join(', ')}`, 'invalid-day');
  if (period === 'month' && !isDayOfMonth(on)) faults.add('/on', 'must be a day of the month from 1 to 28', 'invalid-day');
  if (!isWallTime(at)) faults.add('/at', 'must be a time of day, as "08:30"', 'invalid-time');
  if (!isTimeZone(timeZone)) faults.add('/timeZone', 'must be an IANA time zone', 'unknown-time-zone');
  for (const [place, reader] of faults.items('/readers', readers, 200))
    checkReader(`/readers/${place}`, faults.object(`/readers/${place}`, reader), faults);
  return faults.found;
}

function checkReader(at: string, reader: Members, faults: Faults): void {
  faults.strangers(at, reader, ['role', 'account', 'departments']);
  const { role, account, departments } = reader;
  if ((role === undefined) === (account === undefined))
    return faults.add(at, 'must have either a role or an account', 'role-or-account');
  if (account !== undefined) checkAccount(`${at}/account`, account, faults);
  else if (!(readerRoles as readonly unknown[]).includes(role))
    faults.add(`${at}/role`, `must be one of ${readerRoles.join(', ')}`, 'unknown-word');
  if (departments === undefined) return;
  for (const [place, code] of faults.items(`${at}/departments`, departments, 100))
    faults.code(`${at}/departments/${place}`, code);
}

function isDayOfMonth(day: unknown): boolean {
  return typeof day === 'number' && Number.isInteger(day) && day >= 1 && day <= 28;
}
