import { tokenFold, type Token } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { streamName } from '@ledgerline/kernel';

/** Whose hand it is: of a token whoever issued it, so that nobody is two people by having one. */
export async function personBehind(id: string, { commands }: Pick<Ledgerline, 'commands'>): Promise<string> {
  return (await commands.current<Token>(streamName('token', id), tokenFold)).state?.issuedBy ?? id;
}
