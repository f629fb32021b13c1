import { pursuitRemindsAt, remindersGiven, type MaybePursuit, type PursuitEvent } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** Of a date that has passed, and to whom it was told. */
export interface RemindOfPursuit {
  readonly dueBy: string;
  readonly repeat: number;
  readonly told: readonly string[];
}

/** Decided again on it as it stands: another step, or an end meanwhile, and nobody is told. */
export const remindOfPursuit: Decide<RemindOfPursuit, MaybePursuit, PursuitEvent> = (
  { dueBy, repeat, told },
  pursuit,
  { at },
) => {
  if (pursuit === undefined) return rejected('pursuit-not-found');
  const due = pursuitRemindsAt(pursuit);
  if (due === undefined || pursuit.dueBy !== dueBy || remindersGiven(pursuit) !== repeat || due > at)
    return rejected('step-no-longer-due');
  return [{ type: 'PursuitOverdue', data: { dueBy, repeat, told } }];
};
