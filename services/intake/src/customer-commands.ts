import type { LiftRestriction, RestrictCustomer } from '@ledgerline/contracts';
import { customerFold, mayCommand, type CustomerEvent, type MaybeCustomer } from '@ledgerline/domain';
import { streamCommand, type AnswerCommand } from '@ledgerline/host';
import type { Decide } from '@ledgerline/kernel';
import { knowCaller, linkIdentityTo, registerCustomer } from './recognise-caller/recognise-caller.handler.js';
import { liftRestriction, restrictCustomer } from './restrict-customer/restrict-customer.decision.js';

/** R1.8: who the callers are, and who of them is restricted for a time. */
export const customerCommands: Readonly<Record<string, AnswerCommand>> = {
  'register-customer': registerCustomer as AnswerCommand,
  'know-caller': knowCaller as AnswerCommand,
  'link-identity': linkIdentityTo as AnswerCommand,
  'restrict-customer': onCustomer<RestrictCustomer>('restrict-customer', restrictCustomer),
  'lift-restriction': onCustomer<LiftRestriction>('lift-restriction', liftRestriction),
};

function onCustomer<Body>(command: string, decide: Decide<Body, MaybeCustomer, CustomerEvent>): AnswerCommand {
  return streamCommand({ category: 'customer', fold: customerFold, may: (roles) => mayCommand(roles, command), decide });
}
