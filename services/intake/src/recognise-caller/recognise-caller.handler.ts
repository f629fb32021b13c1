import { problem, type RegisterCustomer } from '@ledgerline/contracts';
import { customerFold, isCustomer, mayCommand, type CallerIdentity } from '@ledgerline/domain';
import { commandOf, replyOf, type CommandReply, type CommandRequest, type Ledgerline } from '@ledgerline/host';
import { streamName } from '@ledgerline/kernel';
import { customerIdOf, customerOf, identitiesOf, type CallerWords } from './caller-identities.js';
import { knowCustomer, linkIdentity } from './know-customer.decision.js';

/** `POST /customers`: known before they call. The id is that of the first identity, as from a call. */
export async function registerCustomer(request: CommandRequest<RegisterCustomer>, ledgerline: Ledgerline): Promise<CommandReply> {
  if (!mayCommand(request.principal.roles, 'register-customer')) return problem('not-allowed');
  const id = customerOf(request.body, ledgerline);
  return id === undefined ? problem('no-identity') : know({ ...request, id }, request.body, ledgerline);
}

/** For each contact whose caller gave a number or address, by the process manager: mostly there is nothing new. */
export async function knowCaller(
  request: CommandRequest<{ readonly caller: CallerWords }>,
  ledgerline: Ledgerline,
): Promise<CommandReply> {
  return request.principal.kind === 'system' ? know(request, request.body.caller, ledgerline) : problem('not-allowed');
}

async function know(request: CommandRequest, caller: CallerWords, ledgerline: Ledgerline): Promise<CommandReply> {
  const stream = streamName('customer', request.id);
  const { state } = await ledgerline.commands.current(stream, customerFold);
  const person = isCustomer(state) ? state.person : await ledgerline.vault.newPerson();
  const identities = identitiesOf(caller, ledgerline.configuration.country);
  const decide = knowCustomer({ person, identities, ...(caller.name === undefined ? {} : { name: caller.name }) });
  return replyOf(request.id, await ledgerline.commands.handle(stream, commandOf(request), { fold: customerFold, decide }));
}

/** The second command where a customer has several identities; the stream is that of the other one. */
export async function linkIdentityTo(
  request: CommandRequest<{ readonly identity: CallerIdentity }>,
  ledgerline: Ledgerline,
): Promise<CommandReply> {
  if (request.principal.kind !== 'system') return problem('not-allowed');
  const id = customerIdOf(request.body.identity, ledgerline);
  if (id === request.id) return problem('identity-is-own');
  const rules = { fold: customerFold, decide: linkIdentity(request.id) };
  return replyOf(id, await ledgerline.commands.handle(streamName('customer', id), commandOf(request), rules));
}
