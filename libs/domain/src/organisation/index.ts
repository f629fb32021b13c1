import type { EventDefinition, Fold } from '@ledgerline/kernel';

export interface DepartmentEvents {
  DepartmentCreated: {
    readonly code: string;
    readonly name: string;
    readonly site: string;
    readonly manager?: string;
    readonly external: boolean;
  };
}
export type DepartmentEvent = { readonly type: 'DepartmentCreated'; readonly data: DepartmentEvents['DepartmentCreated'] };
export const departmentEventDefinitions: readonly EventDefinition[] = [{ type: 'DepartmentCreated', schema: 1 }];

export type Department = DepartmentEvents['DepartmentCreated'] | undefined;

export const departmentFold: Fold<Department> = {
  initial: undefined,
  evolve: (department, event) => (event.type === 'DepartmentCreated' ? (event.data as NonNullable<Department>) : department),
};
