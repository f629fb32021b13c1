import type { Principal } from '@ledgerline/contracts';
import { readersFor, seesAllTickets } from '@ledgerline/domain';
import type { Condition } from '@ledgerline/kernel';

/** Rule 11: what rows of a department's part (or of tickets) the asker may see; `department` is the one asked about. */
export function visibleTo(
  principal: Principal,
  department: string | undefined,
): 'nothing' | { readonly department?: Condition; readonly reader?: Condition } {
  const everywhere = seesAllTickets(principal.roles);
  const readers = readersFor(principal, !everywhere || holds(principal, department));
  const reader = readers === undefined ? {} : { reader: readers.length === 1 ? String(readers[0]) : { in: readers } };
  if (everywhere) return reader;
  if (principal.departments.length === 0) return 'nothing';
  if (department !== undefined && !principal.departments.includes(department)) return 'nothing';
  const [only, ...others] = principal.departments;
  return { ...reader, department: department ?? (others.length === 0 ? (only as string) : { in: principal.departments }) };
}

/** A department's own list has its confidential tickets too. */
function holds({ departments }: Principal, department: string | undefined): boolean {
  return department !== undefined && departments.includes(department);
}
