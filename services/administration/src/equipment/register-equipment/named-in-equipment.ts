import { isOpenSite } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { rejected, type Rejection } from '@ledgerline/kernel';
import { accountAtWork } from '../../accounts/account-at-work.js';
import { calendarInForce } from '../../working-time/calendar-in-force.js';

interface Named {
  readonly site?: string;
  readonly calendar?: string;
  readonly responsible?: string;
}

/** What a body names has to be there. @returns the account of who is responsible, where one is named */
export async function namedInEquipment(
  { site, calendar, responsible }: Named,
  ledgerline: Ledgerline,
): Promise<{ readonly responsible?: string } | Rejection> {
  if (site !== undefined && !(await isOpenSite(site, ledgerline))) return rejected('unknown-site', { site });
  if (calendar !== undefined && (await calendarInForce(calendar, ledgerline)) === undefined)
    return rejected('unknown-calendar', { calendar });
  if (responsible === undefined) return {};
  const account = await accountAtWork(responsible, ledgerline);
  return account === undefined ? rejected('unknown-person', { person: responsible }) : { responsible: account };
}
