import { documentOf } from '../documents-in-force.js';
import { dueInstant, durationOf, inForce, workingCalendar, type Calendar, type ScoreSheet } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { instantText } from '@ledgerline/kernel';

/** Up to when the score can be appealed against, by the sheet and its calendar as it is now; undefined beyond what the calendar knows. */
export async function appealBy(
  { appeal: { within, calendar } }: Pick<ScoreSheet, 'appeal'>,
  ledgerline: Pick<Ledgerline, 'commands' | 'clock'>,
): Promise<string | undefined> {
  const now = ledgerline.clock.now();
  const due = dueInstant(await timekeeperOf(calendar, instantText(now), ledgerline), now, durationOf(within));
  return due === undefined ? undefined : instantText(due);
}

async function timekeeperOf(code: string, now: string, ledgerline: Pick<Ledgerline, 'commands'>) {
  if (code === 'elapsed') return code;
  const body = inForce(await documentOf('calendar', code, ledgerline), now)?.body;
  if (body === undefined) throw new TypeError(`there is no calendar ${code}`);
  return workingCalendar(body as Calendar);
}
