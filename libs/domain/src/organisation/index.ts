import { noRuleFor, streamName, type CommandHandling, type EventDefinition, type Fold, type EventOf } from '@ledgerline/kernel';

/** A department or external unit. Reasons are about the organisation, name nobody and stand in plain. */
export interface DepartmentEvents {
  DepartmentCreated: {
    readonly code: string;
    readonly name: string;
    readonly site: string;
    readonly manager?: string;
    readonly external: boolean;
  };
  /** Only what changed. `manager: null`: it has none any more. */
  DepartmentChanged: {
    readonly name?: string;
    readonly site?: string;
    readonly manager?: string | null;
    readonly external?: boolean;
    readonly reason: string;
  };
  /** It gets nothing new; what it holds stays until it is routed again. */
  DepartmentDeactivated: { readonly reason: string };
  DepartmentReactivated: { readonly reason: string };
}
export type DepartmentEventType = keyof DepartmentEvents;
export type DepartmentEvent = EventOf<DepartmentEvents>;

export const departmentEventDefinitions: readonly EventDefinition[] = (
  ['DepartmentCreated', 'DepartmentChanged', 'DepartmentDeactivated', 'DepartmentReactivated'] as const
).map((type) => ({ type, schema: 1 }));

export type Department = (DepartmentEvents['DepartmentCreated'] & { readonly deactivated?: boolean }) | undefined;

export const departmentFold: Fold<Department> = {
  initial: undefined,
  evolve(department, recorded) {
    const event = recorded as unknown as DepartmentEvent;
    if (event.type === 'DepartmentCreated') return event.data;
    if (department === undefined) return department;
    switch (event.type) {
      case 'DepartmentChanged': {
        const { reason: _reason, manager, ...changed } = event.data;
        const { manager: before, ...rest } = department;
        const now = manager === undefined ? before : (manager ?? undefined);
        return { ...rest, ...changed, ...(now === undefined ? {} : { manager: now }) };
      }
      case 'DepartmentDeactivated':
        return { ...department, deactivated: true };
      case 'DepartmentReactivated':
        return { ...department, deactivated: false };
      default:
        return noRuleFor(event);
    }
  },
};

/** Work can be given to it. */
export function isAtWork(department: Department): department is NonNullable<Department> {
  return department !== undefined && department.deactivated !== true;
}

/** Those of the codes that are no department, or none any more; `*` stands for all that there are. */
export async function unknownDepartments(
  codes: readonly string[],
  { commands }: { readonly commands: Pick<CommandHandling, 'current'> },
): Promise<readonly string[]> {
  const named = codes.filter((code) => code !== '*');
  const states = await Promise.all(named.map((code) => commands.current(streamName('department', code), departmentFold)));
  return named.filter((_code, place) => !isAtWork(states[place]?.state));
}
