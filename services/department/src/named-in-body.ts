import { departmentFold, isAtWork, ownerOfDepartment } from '@ledgerline/domain';
import { accountIdOf, type Ledgerline } from '@ledgerline/host';
import { rejected, streamName, type Rejection } from '@ledgerline/kernel';

/** The account of somebody who works in the department. */
export function ownerNamed(username: string, department: string, ledgerline: Ledgerline): Promise<string | Rejection> {
  return ownerOfDepartment(accountIdOf(username, ledgerline), department, ledgerline);
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
