import { accountFold, departmentFold, isAtWork } from '@ledgerline/domain';
import { accountIdOf, type Ledgerline } from '@ledgerline/host';
import { isErased, rejected, streamName, type Rejection } from '@ledgerline/kernel';

/** The account of somebody who works in the department. */
export async function ownerNamed(username: string, department: string, ledgerline: Ledgerline): Promise<string | Rejection> {
  const id = accountIdOf(username, ledgerline);
  const { state } = await ledgerline.commands.current(streamName('account', id), accountFold);
  const isThere = state !== undefined && state.deactivated !== true && !isErased(state.username);
  const worksThere = isThere && (state.unrestricted || state.departments.includes(department));
  return worksThere ? id : rejected('owner-not-of-the-department', { department });
}

/** undefined where the department is at work. */
export async function refusalOfDepartment(code: string, ledgerline: Ledgerline): Promise<Rejection | undefined> {
  const { state } = await ledgerline.commands.current(streamName('department', code), departmentFold);
  return isAtWork(state) ? undefined : rejected('unknown-department', { department: code });
}

/** undefined where it stands in the item tree in force. */
export async function refusalOfItem(item: string, { ask }: Pick<Ledgerline, 'ask'>): Promise<Rejection | undefined> {
  const items = await ask<readonly string[]>('administration', 'items-in-force', {});
  return items.includes(item) ? undefined : rejected('unknown-item', { item });
}
