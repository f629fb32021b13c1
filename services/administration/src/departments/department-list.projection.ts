import { departmentFold, type Department } from '@ledgerline/domain';
import { idOf, type CollectionDefinition, type Projection } from '@ledgerline/kernel';

export type ListedDepartment = NonNullable<Department>;

export const departmentsCollection: CollectionDefinition<ListedDepartment> = {
  name: 'departments',
  version: 2,
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
