import { isErased, rejected, streamName, type CommandHandling, type Rejection } from '@ledgerline/kernel';
import { accountFold } from './account.js';

/** Somebody who is to see something through has to work in the department that it is in. @param account id @returns the same id */
export async function ownerOfDepartment(
  account: string,
  department: string,
  { commands }: { readonly commands: Pick<CommandHandling, 'current'> },
): Promise<string | Rejection> {
  const { state } = await commands.current(streamName('account', account), accountFold);
  const isThere = state !== undefined && state.deactivated !== true && !isErased(state.username);
  const worksThere = isThere && (state.unrestricted || state.departments.includes(department));
  return worksThere ? account : rejected('owner-not-of-the-department', { department });
}
