/** Those who try every command: one for each relevant kind (requirements.md, "People"). */
export interface Person {
  readonly name: string;
  readonly kind: 'person' | 'caller' | 'system';
  readonly roles: readonly string[];
  readonly departments: readonly string[];
}

const person = (name: string, roles: readonly string[], ...departments: readonly string[]): Person => ({
  name,
  kind: 'person',
  roles,
  departments,
});

const everyRole = [
  'agent', 'team-leader', 'coordinator', 'inspector', 'editor', 'handler', 'manager', 'leader', 'chairman', 'auditor', 'administrator', 'personnel', 'office',
]; // prettier-ignore

/** `logistics` is the department that the ticket is about, so that it never has a part. */
export const departments = ['quality', 'after-sales', 'logistics'] as const;
export const [lead, other, stranger] = departments;

export const people = {
  agent: person('agent', ['agent'], 'call-centre'),
  teamLeader: person('team-leader', ['team-leader'], 'call-centre'),
  coordinator: person('coordinator', ['coordinator'], 'call-centre'),
  handler: person('quality.handler', ['handler'], lead),
  colleague: person('quality.colleague', ['handler'], lead),
  otherHandler: person('sales.handler', ['handler'], other),
  bothHandler: person('both.handler', ['handler'], lead, other),
  strangeHandler: person('logistics.handler', ['handler'], stranger),
  manager: person('quality.manager', ['manager'], lead),
  otherManager: person('sales.manager', ['manager'], other),
  insideAgent: person('quality.agent', ['agent'], lead),
  strangeAgent: person('logistics.agent', ['agent'], stranger),
  leader: person('leader', ['leader']),
  inspector: person('inspector', ['inspector'], 'call-centre'),
  auditor: person('auditor', ['auditor']),
  admin: person('everything', everyRole, '*'),
} as const;

/** By number and secret: of this ticket, or of another. */
export const caller: Person = { name: 'caller', kind: 'caller', roles: ['caller'], departments: [] };
export const otherCaller: Person = { ...caller, name: 'other-caller' };

/** What the product does by itself. */
export const system: Person = { name: 'process-manager', kind: 'system', roles: ['system'], departments: [] };

export const everybody: readonly Person[] = [...Object.values(people), caller, otherCaller, system];

export function worksIn({ departments: own }: Person, department: string): boolean {
  return own.includes('*') || own.includes(department);
}

/** The handlers that a manager may name, by department. */
export function handlesFor(username: string, department: string): boolean {
  const found = everybody.find(({ name }) => name === username);
  return (
    found !== undefined &&
    found.departments.includes(department) &&
    found.roles.some((role) => ['handler', 'manager'].includes(role))
  );
}
