import { mailboxRole } from '@ledgerline/domain';
import { idOfDigest, type CommandReply, type CommandRequest, type Ledgerline } from '@ledgerline/host';
import type { Principal } from '@ledgerline/contracts';

/** Who records what arrives by mail: it registers, adds to tickets, and sees nothing. */
export const postman: Principal = { kind: 'system', id: 'mail', roles: ['system', mailboxRole], departments: [] };

/** Id of a mail's stream, and of the contact that it may become: what makes it unique, keyed (R1.5). */
export function mailIdOf(mailbox: string, unique: string, ledgerline: Pick<Ledgerline, 'digest'>): string {
  return idOfDigest(ledgerline.digest('ids', `mail ${mailbox} ${unique}`));
}

interface Given<Body> {
  readonly id: string;
  readonly as: string;
  readonly body: Body;
  /** Who decides; intake unless given. */
  readonly service?: string;
}

/** Gives a command, under an id of its own: given again it changes nothing. */
export function give<Body>(
  command: string,
  { id, as, body, service = 'intake' }: Given<Body>,
  ledgerline: Ledgerline,
): Promise<CommandReply> {
  const request: CommandRequest<Body> = { id, command: as, body, principal: postman };
  return ledgerline.ask<CommandReply>(service, command, request);
}
