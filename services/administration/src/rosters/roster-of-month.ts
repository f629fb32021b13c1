import { rosterFold, rosterId, type MaybeShiftRoster } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { streamName } from '@ledgerline/kernel';

/** A department's roster of a month, as it is now. */
export async function rosterOfMonth(department: string, month: string, { commands }: Ledgerline): Promise<MaybeShiftRoster> {
  return (await commands.current(streamName('roster', rosterId({ department, month })), rosterFold)).state;
}
