import { accountFold } from '@ledgerline/domain';
import { accountIdOf, type Ledgerline } from '@ledgerline/host';
import { isErased, streamName } from '@ledgerline/kernel';

/** The id of an account that can sign in, by id or username; undefined where there is none. */
export async function accountAtWork(idOrUsername: string, ledgerline: Ledgerline): Promise<string | undefined> {
  const id = accountIdOf(idOrUsername, ledgerline);
  const { state } = await ledgerline.commands.current(streamName('account', id), accountFold);
  return state === undefined || state.deactivated === true || isErased(state.username) ? undefined : id;
}
