import { rejected, streamName, type Rejection } from '@ledgerline/kernel';
import { accountFold } from '../account/index.js';
import type { Log } from '../policy/policy-in-force.js';
import { isAbout } from '../ticket/avoidance.js';
import { refusalToSurvey } from '../ticket/reply-rules.js';
import { concernsOneOf } from '../ticket/ticket-rules.js';
import type { MaybeTicket } from '../ticket/ticket.js';

/** Somebody who stands in for another, with the rights that they have themselves. */
export interface StandIn {
  readonly id: string;
  readonly own?: { readonly roles: readonly string[]; readonly departments: readonly string[] };
}

/**
 * What bars a person bars them in another's power too (R2.3, R8.1): no substitute decides on what is about themselves or their own department, nor
 * surveys what their department handled. Looked up only where somebody stands in.
 */
export async function barsOfSubstitute(
  command: string,
  { id, own }: StandIn,
  { commands }: Pick<Log, 'commands'>,
): Promise<(ticket: MaybeTicket) => Rejection | undefined> {
  const { state: account } = await commands.current(streamName('account', id), accountFold);
  const departments = own?.departments ?? [];
  const isSurvey = command === 'survey' || command === 'record-survey';
  return (ticket) => {
    if (ticket === undefined) return undefined;
    if (account !== undefined && isAbout(ticket, account)) return rejected('ticket-concerns-you');
    const concerned = concernsOneOf(ticket, departments);
    if (concerned !== undefined) return rejected('ticket-concerns-department', { department: concerned });
    return isSurvey ? refusalToSurvey(ticket, { actor: { kind: 'person', id, departments } }) : undefined;
  };
}
