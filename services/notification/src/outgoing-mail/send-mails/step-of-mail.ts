import { outgoingMailFold, type OutgoingMail, type OutgoingMailEvent } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { streamName, type Actor, type Decide } from '@ledgerline/kernel';

const actor: Actor = { kind: 'system', id: 'send-mails', roles: ['system'] };

/** One step of a mail on its way out, each under a name of its own: taken again it changes nothing. */
export function stepOfMail(
  id: string,
  step: string,
  decide: Decide<unknown, OutgoingMail, OutgoingMailEvent>,
  { commands }: Pick<Ledgerline, 'commands'>,
) {
  return commands.handle<unknown, OutgoingMail, OutgoingMailEvent>(
    streamName('outgoing-mail', id),
    { id: `${id}~${step}`, data: {}, actor },
    { fold: outgoingMailFold, decide },
  );
}
