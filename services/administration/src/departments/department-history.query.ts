import { problem, type QueryRequest } from '@ledgerline/contracts';
import { departmentFold, type Department } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { streamName } from '@ledgerline/kernel';

/** `GET /departments/{code}`: one department, with who changed what of it, when and why. */
export async function departmentWithHistory({ body }: QueryRequest<{ readonly code: string }>, ledgerline: Ledgerline) {
  const stored = await ledgerline.store.load(streamName('department', body.code), { fresh: true });
  const events = (await ledgerline.codec.open(stored)).flatMap((commit) => commit.events);
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
