import { withImplied } from '../authority/roles.js';

/** Staff data: who sees whose states and figures. Everybody who takes calls sees their own, and numbers of queues. */
export type SeenAgents = 'all' | 'of-their-sites' | 'themselves' | 'none';

/** R12: team leaders and coordinators those of their sites, inspectors, executives and auditors all; agents themselves. */
export function seenAgents({
  roles,
  departments,
}: {
  readonly roles: readonly string[];
  readonly departments: readonly string[];
}): SeenAgents {
  const held = withImplied(roles);
  if (['inspector', 'leader', 'auditor'].some((role) => held.has(role))) return 'all';
  if (held.has('team-leader') || held.has('coordinator')) return departments.includes('*') ? 'all' : 'of-their-sites';
  return held.has('agent') ? 'themselves' : 'none';
}
