import { tokenFold, type Hands, type Token } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { streamName } from '@ledgerline/kernel';

/** The same of whoever did something, for somebody or not. */
export async function handsBehind({ by, ...power }: Hands, ledgerline: Pick<Ledgerline, 'commands'>): Promise<Hands> {
  return { by: await personBehind(by, ledgerline), ...power };
}

/** Whose hand it is: of a token whoever issued it, also by another token, so that nobody is two people by having one. */
export async function personBehind(id: string, { commands }: Pick<Ledgerline, 'commands'>): Promise<string> {
  // A token is issued by what was there before: this comes to an end.
  for (let person = id; ;) {
    const { state: token } = await commands.current<Token>(streamName('token', person), tokenFold);
    if (token === undefined) return person;
    person = token.issuedBy;
  }
}
