import { inspectionFold } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { streamName } from '@ledgerline/kernel';

/** The key that what is written of it is sealed with: its own, made when the first word is. */
export async function keyOfInspection(id: string, { commands, vault }: Pick<Ledgerline, 'commands' | 'vault'>): Promise<string> {
  const { state } = await commands.current(streamName('inspection', id), inspectionFold);
  return state?.person ?? vault.newPerson();
}
