import { inUtc, type HandOverPursuit, type MovePursuit, type PlanNextStep, type RevisitCustomer } from '@ledgerline/contracts';
import { isStageOf, type MaybePursuit, type PursuitEvent } from '@ledgerline/domain';
import { rejected, type Decide, type Rejection } from '@ledgerline/kernel';
import { planned } from '../open-pursuit/open-pursuit.decision.js';
import { pursuedBy } from '../pursued-by.js';

type OnPursuit<Body> = Decide<Body, MaybePursuit, PursuitEvent>;

/** To another stage on its way: forwards, or back where it was taken for more than it is. */
export const movePursuit: OnPursuit<MovePursuit> = ({ stage }, state, by) => {
  const pursuit = pursuedBy(state, by);
  if ('rejection' in pursuit) return pursuit;
  if (!isStageOf(pursuit.kind, stage)) return rejected('not-a-stage-of-it', { stage });
  return pursuit.stage === stage ? rejected('nothing-to-change') : [{ type: 'PursuitMoved', data: { stage } }];
};

/** A date that a person names; the system keeps it, and tells when it has passed. */
export const planNextStep: OnPursuit<PlanNextStep> = ({ step, dueBy }, state, by) => {
  const pursuit = pursuedBy(state, by);
  if ('rejection' in pursuit) return pursuit;
  if (inUtc(dueBy) <= by.at) return rejected('due-date-has-passed', { dueBy: inUtc(dueBy) });
  return [planned(pursuit.person, { step, dueBy })];
};

/** A follow-up call (回访), reached or not: what was planned is done by it, and what comes next is said with it. */
export const revisitCustomer: OnPursuit<RevisitCustomer> = ({ channel, reached, text, next }, state, by) => {
  const pursuit = pursuedBy(state, by);
  if ('rejection' in pursuit) return pursuit;
  if (next !== undefined && inUtc(next.dueBy) <= by.at) return rejected('due-date-has-passed', { dueBy: inUtc(next.dueBy) });
  const { person, kind, stage } = pursuit;
  const isFirst = reached && stage === 'new' && isStageOf(kind, 'contacted');
  return [
    { type: 'CustomerRevisited', data: { person, channel, reached, text } },
    ...(isFirst ? [{ type: 'PursuitMoved', data: { stage: 'contacted' } } as const] : []),
    ...(next === undefined ? [] : [planned(person, next)]),
  ];
};

/** Somebody else sees it through. @param owner account of the person, or why it cannot be whoever is named */
export function handOverPursuit(owner: string | Rejection): OnPursuit<HandOverPursuit> {
  return ({ department, reason }, state, by) => {
    const pursuit = pursuedBy(state, by);
    if ('rejection' in pursuit) return pursuit;
    if (typeof owner !== 'string') return owner;
    if (pursuit.owner === owner && pursuit.department === department) return rejected('nothing-to-change');
    return [{ type: 'PursuitHandedOver', data: { person: pursuit.person, owner, department, reason } }];
  };
}
