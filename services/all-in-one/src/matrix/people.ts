/** Everybody who asks. Each kind of sight once, and the ways of asking without a right to anything. */
export interface Asker {
  readonly name: string;
  readonly kind: 'person' | 'token' | 'caller' | 'nobody';
  readonly roles: readonly string[];
  readonly departments: readonly string[];
  readonly scopes?: readonly string[];
  /** The ticket whose number and secret a caller has. */
  readonly own?: string;
  /** Whose substitute a person acts as: roles and departments are that person's, the account's own are an editor's. */
  readonly standsInFor?: string;
  /** Why a token that was once good is not: nobody then. */
  readonly over?: 'deactivated' | 'signed-out' | 'revoked' | 'expired';
}

const person = (name: string, roles: readonly string[], ...departments: readonly string[]): Asker => ({
  name,
  kind: 'person',
  roles,
  departments,
});
const token = (name: string, roles: readonly string[], departments: readonly string[], ...scopes: readonly string[]): Asker => ({
  name,
  kind: 'token',
  roles,
  departments,
  scopes,
});
const over = (name: string, why: NonNullable<Asker['over']>): Asker => ({
  ...person(name, ['coordinator'], 'call-centre'),
  kind: 'nobody',
  over: why,
});

export const everyRole = [
  'agent', 'team-leader', 'coordinator', 'inspector', 'editor', 'handler', 'manager', 'leader', 'chairman', 'auditor', 'administrator',
  'personnel', 'office',
]; // prettier-ignore

/** `quality` leads, `after-sales` handles along, `logistics` has other tickets, and is what one is about. */
export const departments = ['quality', 'after-sales', 'logistics'] as const;

export const askers: readonly Asker[] = [
  person('agent', ['agent'], 'call-centre'),
  person('agent-2', ['agent'], 'call-centre'),
  person('team-leader', ['team-leader'], 'call-centre'),
  person('coordinator', ['coordinator'], 'call-centre'),
  person('inspector', ['inspector'], 'call-centre'),
  person('editor', ['editor']),
  person('quality-handler', ['handler'], 'quality'),
  { ...person('substitute', ['handler'], 'quality'), standsInFor: 'quality-handler' },
  person('quality-colleague', ['handler'], 'quality'),
  person('quality-manager', ['manager'], 'quality'),
  person('quality-agent', ['agent'], 'quality'),
  person('sales-handler', ['handler'], 'after-sales'),
  person('sales-manager', ['manager'], 'after-sales'),
  person('both-handler', ['handler'], 'quality', 'after-sales'),
  person('logistics-handler', ['handler'], 'logistics'),
  person('logistics-manager', ['manager'], 'logistics'),
  person('leader', ['leader']),
  person('chairman', ['chairman']),
  person('auditor', ['auditor']),
  person('administrator', ['administrator']),
  person('personnel', ['personnel']),
  person('office', ['office']),
  person('everything', everyRole, '*'),
  token('token-without-roles', [], []),
  token('token-agent', ['agent'], ['call-centre']),
  token('token-auditor', ['auditor'], []),
  token('token-auditor-personal', ['auditor'], [], 'personal'),
  token('token-quality', ['handler'], ['quality'], 'personal'),
  { name: 'caller', kind: 'caller', roles: ['caller'], departments: [], own: 'plain' },
  { name: 'secret-caller', kind: 'caller', roles: ['caller'], departments: [], own: 'secret' },
  { name: 'nobody', kind: 'nobody', roles: [], departments: [] },
  over('deactivated', 'deactivated'),
  over('signed-out', 'signed-out'),
  over('revoked-token', 'revoked'),
  over('expired-token', 'expired'),
];

/** The same rights, narrowed: asked by `scopes-narrow.ts` alone. */
export const narrowed: readonly Asker[] = [
  token('token-everything', everyRole, [...departments]),
  token('token-read', everyRole, [...departments], 'read'),
  token('token-feed', everyRole, [...departments], 'feed'),
  token('token-write', everyRole, [...departments], 'write'),
];

export function askerNamed(name: string): Asker {
  const found = [...askers, ...narrowed].find((asker) => asker.name === name);
  if (found === undefined) throw new TypeError(`nobody is called ${name}`);
  return found;
}

/** interface.md: a team leader is an agent, a coordinator too, a manager a handler, a chairman an executive. */
const also: Readonly<Record<string, readonly string[]>> = {
  'team-leader': ['agent'],
  coordinator: ['agent'],
  manager: ['handler'],
  chairman: ['leader'],
};

export function holds({ roles }: Asker, ...wanted: readonly string[]): boolean {
  return roles.some((held) => wanted.includes(held) || also[held]?.some((role) => wanted.includes(role)));
}

/** Contacts and customers are theirs, whatever ticket came of them: who speaks with callers, and who watches over it (R1.7, R1.8). */
export function mayKnowCallers(asker: Asker): boolean {
  return holds(asker, 'agent', 'coordinator', 'inspector', 'leader', 'auditor');
}
