import type { DismissLikeness, LiftRestriction, MergeCustomer, RestrictCustomer, UnmergeCustomer } from '@ledgerline/contracts';
import {
  customerFold,
  familyOf,
  mayCommand,
  type CustomerEvent,
  type CustomerEvents,
  type MaybeCustomer,
} from '@ledgerline/domain';
import { streamCommand, type AnswerCommand, type StreamCommand } from '@ledgerline/host';
import type { Decide } from '@ledgerline/kernel';
import { profileCommands } from './customer-profile/profile-commands.js';
import { dismissLikeness, mergeCustomer, unmergeCustomer, type Families } from './merge-customers/merge-customers.decision.js';
import { noteMerge, releaseMerge, undoMerge } from './merge-customers/note-merge.decision.js';
import { knowCaller, linkIdentityTo, registerCustomer } from './recognise-caller/recognise-caller.handler.js';
import { segmentCommands } from './segments/segment-commands.js';
import { liftRestriction, restrictCustomer } from './restrict-customer/restrict-customer.decision.js';

/** R1.8, R10: who the callers are, who of them is one and the same, and who is restricted for a time. */
export const customerCommands: Readonly<Record<string, AnswerCommand>> = {
  'register-customer': registerCustomer as AnswerCommand,
  'know-caller': knowCaller as AnswerCommand,
  'link-identity': linkIdentityTo as AnswerCommand,
  'restrict-customer': onCustomer<RestrictCustomer>('restrict-customer', restrictCustomer),
  'lift-restriction': onCustomer<LiftRestriction>('lift-restriction', liftRestriction),
  ...profileCommands,
  ...segmentCommands,
  'merge-customer': onCustomer<MergeCustomer>('merge-customer', withOther(mergeCustomer, 'into')),
  'unmerge-customer': onCustomer<UnmergeCustomer>('unmerge-customer', unmergeCustomer),
  'dismiss-likeness': onCustomer<DismissLikeness>('dismiss-likeness', withOther(dismissLikeness, 'other')),
  'note-merge': bySystem<CustomerEvents['MergedCustomerNoted']>(noteMerge),
  'release-merge': bySystem<CustomerEvents['MergedCustomerReleased']>(releaseMerge),
  'undo-merge': bySystem<CustomerEvents['MergeUndone']>(undoMerge),
};

type OnCustomer<Body> = StreamCommand<Body, MaybeCustomer, CustomerEvent>['decide'];

function onCustomer<Body>(command: string, decide: OnCustomer<Body>): AnswerCommand {
  return streamCommand({ category: 'customer', fold: customerFold, may: (roles) => mayCommand(roles, command), decide });
}

function bySystem<Body>(decide: OnCustomer<Body>): AnswerCommand {
  return streamCommand({ category: 'customer', fold: customerFold, may: (roles) => roles.includes('system'), decide });
}

/** Another customer that the body names is read fresh, with everybody merged into them. */
function withOther<Name extends string, Body extends Readonly<Record<Name, string>>>(
  decide: (families: Families) => Decide<Body, MaybeCustomer, CustomerEvent>,
  member: Name,
): OnCustomer<Body> {
  return {
    prepare: async ({ id, body }, { commands }) =>
      decide({ own: await familyOf(id, commands), other: await familyOf(body[member], commands) }),
  };
}
