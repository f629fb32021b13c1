import type { CreateDepartment } from '@ledgerline/contracts';
import { departmentFold, type Department, type DepartmentEvent } from '@ledgerline/domain';
import { commandOf, replyOf, type CommandReply, type CommandRequest, type Ledgerline } from '@ledgerline/host';
import { idOf, rejected, streamName, type CollectionDefinition, type Projection } from '@ledgerline/kernel';

/** `POST /departments`. The code is the stream. */
export async function createDepartment(request: CommandRequest<CreateDepartment>, ledgerline: Ledgerline): Promise<CommandReply> {
  if (!request.principal.roles.some((role) => role === 'administrator' || role === 'system'))
    return { kind: 'problem', code: 'not-allowed' };
  const { code, name, site = ledgerline.configuration.site, manager, external = false } = request.body;
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

export type ListedDepartment = NonNullable<Department>;

export const departmentsCollection: CollectionDefinition<ListedDepartment> = {
  name: 'departments',
  version: 1,
  fields: { kind: 'string', code: 'string' },
  indexes: [['kind', 'code']],
  rows: ({ code }) => [{ kind: 'department', code }],
  personal: [],
};

export const departmentList: Projection<ListedDepartment> = {
  collection: departmentsCollection,
  categories: ['department'],
  keys: ({ stream }) => [idOf(stream)],
  apply: (department, recorded) => departmentFold.evolve(department, recorded),
};
