import type { ByWhom, Rejection } from '@ledgerline/kernel';
import { withImplied } from '../authority/roles.js';
import type { Viewer } from '../authority/sight.js';
import { unseenBy } from '../authority/unseen.js';
import type { MaybeProbation, Probation } from './probation.js';

/** What somebody sees of a probation: R13 is about one person's wages, health and work. */
export interface ProbationSight {
  readonly pay: boolean;
  /** Papers, leave, and why: what is said of the person. */
  readonly person: boolean;
  /** Requests that are not decided, and the house's reasons. */
  readonly requests: boolean;
  readonly own?: true;
}

const whole: ProbationSight = { pay: true, person: true, requests: true };

/**
 * Personnel, executives and auditors see all; the department's managers all but the pay, unless the rule shows it to them; the office what it has to see to;
 * the employee their own, but not what the house has not decided about them. Nobody else sees that there is one.
 */
export function sightOfProbation(
  probation: Pick<Probation, 'department' | 'account' | 'payShownToManagers'>,
  viewer: Viewer,
): ProbationSight | undefined {
  const { roles = [], departments = [] } = viewer;
  const all = withImplied(roles);
  if (probation.account !== undefined && probation.account === (viewer.onBehalfOf ?? viewer.id))
    return { pay: true, person: true, requests: false, own: true };
  if (all.has('personnel') || all.has('leader') || all.has('auditor')) return whole;
  const isTheirs = departments.includes('*') || departments.includes(probation.department);
  if (all.has('manager') && isTheirs) return { ...whole, pay: probation.payShownToManagers };
  return all.has('office') ? { pay: false, person: false, requests: false } : undefined;
}

/** What does not show is not there. */
export function unseenProbation(probation: MaybeProbation, by: ByWhom): Rejection | undefined {
  const isSeen = (viewer: Viewer) => probation !== undefined && sightOfProbation(probation, viewer) !== undefined;
  return unseenBy(by, 'probation-not-found', isSeen);
}

/** Nobody decides about themselves, whatever they hold. */
export function isTheirOwn({ account }: Pick<Probation, 'account'>, { actor, onBehalfOf }: ByWhom): boolean {
  return account !== undefined && (account === actor.id || account === onBehalfOf);
}
