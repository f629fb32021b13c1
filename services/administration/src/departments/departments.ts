import type { CreateDepartment } from '@ledgerline/contracts';
import { departmentFold, isOpenSite, type Department, type DepartmentEvent } from '@ledgerline/domain';
import { commandOf, replyOf, type CommandReply, type CommandRequest, type Ledgerline } from '@ledgerline/host';
import { rejected, streamName, type Decide } from '@ledgerline/kernel';

/** `POST /departments`. The code is the stream. */
export async function createDepartment(request: CommandRequest<CreateDepartment>, ledgerline: Ledgerline): Promise<CommandReply> {
  if (!request.principal.roles.some((role) => role === 'administrator' || role === 'system'))
    return { kind: 'problem', code: 'not-allowed' };
  const { code, name, site = ledgerline.configuration.site, manager, external = false } = request.body;
  if (!(await isOpenSite(site, ledgerline))) return { kind: 'problem', code: 'unknown-site', facts: { site } };
  const data = { code, name, site, external, ...(manager === undefined ? {} : { manager }) };
  const handled = await ledgerline.commands.handle<unknown, Department, DepartmentEvent>(
    streamName('department', code),
    commandOf(request),
    {
      fold: departmentFold,
      decide: (_body, existing) => (existing ? rejected('department-exists', { code }) : [{ type: 'DepartmentCreated', data }]),
    },
  );
  return replyOf(code, handled);
}

type OnDepartment<Body> = (request: CommandRequest<Body>, ledgerline: Ledgerline) => Promise<CommandReply>;

/** A change of a department that is there, by an administrator. */
export function onDepartment<Body>(decide: Decide<Body, Department, DepartmentEvent>): OnDepartment<Body> {
  return async (request, ledgerline) => {
    if (!request.principal.roles.includes('administrator')) return { kind: 'problem', code: 'not-allowed' };
    const { site } = request.body as { readonly site?: string };
    if (site !== undefined && !(await isOpenSite(site, ledgerline)))
      return { kind: 'problem', code: 'unknown-site', facts: { site } };
    const stream = streamName('department', request.id);
    const handled = await ledgerline.commands.handle(stream, commandOf(request), { fold: departmentFold, decide });
    return replyOf(request.id, handled);
  };
}
