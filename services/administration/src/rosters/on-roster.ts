import {
  mayCommand,
  plansRoster,
  rosterFold,
  unseenRoster,
  type MaybeShiftRoster,
  type RosterEvent,
  type ShiftRoster,
} from '@ledgerline/domain';
import { commandsOn, type AnswerCommand, type Ledgerline } from '@ledgerline/host';
import { rejected, streamName, type ByWhom, type Decide, type Rejection } from '@ledgerline/kernel';
import { rosterBasis, type RosterBasis } from './roster-basis.js';

export type OnRoster<Body> = Decide<Body, MaybeShiftRoster, RosterEvent>;

const kind = { category: 'roster', fold: rosterFold, may: mayCommand, unseen: unseenRoster };

/** What anybody does about their own days. */
export const onRoster = commandsOn<MaybeShiftRoster, RosterEvent>(kind);

/** What whoever plans does. */
const byPlanner = commandsOn<MaybeShiftRoster, RosterEvent>({ ...kind, refuses: refusesToPlan });

function refusesToPlan(roster: MaybeShiftRoster, { actor }: ByWhom): Rejection | undefined {
  return roster === undefined || plansRoster(roster, actor) ? undefined : rejected('only-own-departments');
}

/** A decision on a roster that is there. */
export function onThere<Body>(decide: Decide<Body, ShiftRoster, RosterEvent>): OnRoster<Body> {
  return (body, roster, by) => (roster === undefined ? rejected('roster-not-found') : decide(body, roster, by));
}

interface Planning<Body> {
  readonly body: Body;
  readonly roster: ShiftRoster;
  readonly basis: RosterBasis;
}

/** A step of whoever plans, made with what rosters are judged by. */
export function planning<Body>(
  command: string,
  decision: (planning: Planning<Body>, ledgerline: Ledgerline) => Promise<OnRoster<Body>> | OnRoster<Body>,
): AnswerCommand {
  return byPlanner<Body>(command, {
    prepare: async ({ id, body }, ledgerline) => {
      const { state: roster } = await ledgerline.commands.current(streamName('roster', id), rosterFold);
      if (roster === undefined) return () => rejected('roster-not-found');
      return decision({ body, roster, basis: await rosterBasis(roster, ledgerline) }, ledgerline);
    },
  });
}

export function plannersStep<Body>(command: string, decide: OnRoster<Body>): AnswerCommand {
  return byPlanner<Body>(command, decide);
}
