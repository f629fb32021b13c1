import { documentFold, inForce, type Calendar } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { instantText, streamName } from '@ledgerline/kernel';

/** The calendar of a code in its version of now, fresh from the log; undefined where none is in force. */
export async function calendarInForce(code: string, { commands, clock }: Ledgerline): Promise<Calendar | undefined> {
  const { state } = await commands.current(streamName('document', `calendar-${code}`), documentFold);
  return inForce(state, instantText(clock.now()))?.body as Calendar | undefined;
}
