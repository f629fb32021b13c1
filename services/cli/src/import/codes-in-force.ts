import { AdministrationModule } from '@ledgerline/administration';
import { departmentFold } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { streamName } from '@ledgerline/kernel';
import type { CaseEvent } from './case-event.js';
import type { BadRow } from './row.js';

/** Looks up whether the installation has the items and departments that rows name. */
export type CheckCodes = (event: CaseEvent) => Promise<BadRow | undefined>;

/** Reads the items once and each department once. */
export async function codesInForce(ledgerline: Ledgerline): Promise<CheckCodes> {
  const itemsInForce = AdministrationModule.service.queries?.['items-in-force'];
  const items = new Set((await itemsInForce?.({} as never, ledgerline)) as readonly string[]);
  const departments = new Map<string, boolean>();
  const isDepartment = async (code: string) => {
    const { state } = await ledgerline.commands.current(streamName('department', code), departmentFold);
    departments.set(code, state !== undefined);
    return state !== undefined;
  };
  return async ({ line, ticket: { item }, activity: { department } }) => {
    if (!items.has(item)) return { line, reason: 'unknown-item', detail: `no subject tree has ${item}` };
    if (department === undefined || (departments.get(department) ?? (await isDepartment(department)))) return undefined;
    return { line, reason: 'unknown-department', detail: `there is no department ${department}` };
  };
}
