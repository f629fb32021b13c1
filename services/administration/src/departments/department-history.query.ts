import { problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import { departmentFold, type Department, type DepartmentEventType } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { eventsOf, streamName } from '@ledgerline/kernel';
import type { ListedDepartment } from './department-list.projection.js';

/** One step of a department; which members there are, the type says. */
export interface DepartmentStep extends Partial<Omit<ListedDepartment, 'manager' | 'deactivated'>> {
  readonly version: number;
  readonly type: DepartmentEventType;
  readonly at: string;
  readonly by: string;
  /** null: it has none any more. */
  readonly manager?: string | null;
  readonly reason?: string;
}

/** One department, with who changed what of it. */
export type OneDepartment = ListedDepartment & { readonly history: readonly DepartmentStep[] };

/** `GET /departments/{code}`: one department, with who changed what of it, when and why. */
export async function departmentWithHistory(
  { body }: QueryRequest<{ readonly code: string }>,
  ledgerline: Ledgerline,
): Promise<{ readonly kind: 'department'; readonly department: OneDepartment } | Problem> {
  const events = await eventsOf(streamName('department', body.code), ledgerline);
  const department = events.reduce<Department>(departmentFold.evolve, undefined);
  if (department === undefined) return problem('department-not-found');
  const history = events.map(({ type, data, meta, version }): DepartmentStep => ({
    version,
    type: type as DepartmentEventType,
    at: meta.at,
    by: meta.actor.id,
    ...(data as object),
  }));
  return { kind: 'department', department: { ...department, history } };
}
