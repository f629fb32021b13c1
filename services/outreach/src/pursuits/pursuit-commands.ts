import type {
  ConcludePursuit, HandOverPursuit, MovePursuit, PlanNextStep, ReopenPursuit, RevisitCustomer,
} from '@ledgerline/contracts'; // prettier-ignore
import {
  mayCommand,
  ownerOfDepartment,
  pursuitFold,
  unseenPursuit,
  type MaybePursuit,
  type PursuitEvent,
} from '@ledgerline/domain';
import { accountIdOf, commandsOn, streamCommand, type AnswerCommand } from '@ledgerline/host';
import { concludePursuit, reopenPursuit } from './conclude-pursuit/conclude-pursuit.decision.js';
import { openPursuitOf } from './open-pursuit/open-pursuit.handler.js';
import { remindOfPursuit, type RemindOfPursuit } from './remind-of-pursuit/remind-of-pursuit.decision.js';
import { handOverPursuit, movePursuit, planNextStep, revisitCustomer } from './work-on-pursuit/work-on-pursuit.decision.js';

const onPursuit = commandsOn<MaybePursuit, PursuitEvent>({
  category: 'pursuit',
  fold: pursuitFold,
  may: mayCommand,
  unseen: unseenPursuit,
});

/** R9: sales leads and at-risk customers, from who found them to how they ended. */
export const pursuitCommands: Readonly<Record<string, AnswerCommand>> = {
  'open-lead': openPursuitOf('lead'),
  'open-at-risk': openPursuitOf('at-risk'),
  'move-pursuit': onPursuit<MovePursuit>('move-pursuit', movePursuit),
  'plan-next-step': onPursuit<PlanNextStep>('plan-next-step', planNextStep),
  'revisit-customer': onPursuit<RevisitCustomer>('revisit-customer', revisitCustomer),
  'hand-over-pursuit': onPursuit<HandOverPursuit>('hand-over-pursuit', {
    prepare: async ({ body: { owner, department } }, ledgerline) =>
      handOverPursuit(await ownerOfDepartment(accountIdOf(owner, ledgerline), department, ledgerline)),
  }),
  'conclude-pursuit': onPursuit<ConcludePursuit>('conclude-pursuit', concludePursuit),
  'reopen-pursuit': onPursuit<ReopenPursuit>('reopen-pursuit', reopenPursuit),
  'remind-of-pursuit': streamCommand<RemindOfPursuit, MaybePursuit, PursuitEvent>({
    category: 'pursuit',
    fold: pursuitFold,
    may: (roles) => roles.includes('system'),
    decide: remindOfPursuit,
  }),
};
