import { problem, type QueryRequest } from '@ledgerline/contracts';
import { departmentFold, type Department } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { eventsOf, streamName } from '@ledgerline/kernel';

/** `GET /departments/{code}`: one department, with who changed what of it, when and why. */
export async function departmentWithHistory({ body }: QueryRequest<{ readonly code: string }>, ledgerline: Ledgerline) {
  const events = await eventsOf(streamName('department', body.code), ledgerline);
  const department = events.reduce<Department>(departmentFold.evolve, undefined);
  if (department === undefined) return problem('department-not-found');
  const history = events.map(({ type, data, meta, version }) => ({
    version,
    type,
    at: meta.at,
    by: meta.actor.id,
    ...(data as object),
  }));
  return { kind: 'department' as const, department: { ...department, history } };
}
