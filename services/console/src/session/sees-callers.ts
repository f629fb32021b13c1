import type { UserView } from '../api/views.ts';
import { holdsOneOf } from './session.tsx';

/** Whoever the server tells who has called: pages about customers are offered to them. */
export function seesCallers(user: UserView): boolean {
  return holdsOneOf(user, 'agent', 'inspector', 'leader', 'auditor');
}
