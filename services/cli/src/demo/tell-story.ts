import { ticketCalls } from '@ledgerline/contracts';
import { customerFold, isCustomer, ticketFold } from '@ledgerline/domain';
import { isErased, streamName } from '@ledgerline/kernel';
import type { Desk } from './desk.js';
import type { Scene } from './scene.js';
import type { Story, TimedStep } from './stories.js';

const system = (id: string) => ({ kind: 'system', id, roles: ['system'], departments: [] }) as const;

/** Gives a story's commands one after the other, each at its time. */
export async function register({ id, scene, registeredAt }: Story, desk: Desk): Promise<string> {
  desk.now = registeredAt;
  const contact = desk.idOf(`contact of ${id}`);
  const request = {
    id: contact,
    command: desk.idOf(`registration of ${id}`),
    body: bodyOf(scene),
    principal: desk.personOf(scene.agent),
  };
  const reply = await desk.give('intake', 'register', request);
  if (reply.kind !== 'accepted') throw new TypeError(`${id} was not registered`);
  await routeByTable(contact, reply.id, desk);
  await knowCaller(contact, reply.id, desk);
  return reply.id;
}

/** As `know-callers` and `link-identities` would: who has called is a customer, and is found by each of their identities. */
async function knowCaller(contact: string, ticket: string, desk: Desk): Promise<void> {
  const { commands } = desk.ledgerline;
  const { state } = await commands.current(streamName('ticket', ticket), ticketFold);
  const id = state?.customer;
  if (id === undefined || isErased(id) || isErased(state?.caller)) return;
  const command = `${contact}~register.1~know-callers.customer`;
  const request = { id, command, body: { caller: state?.caller }, principal: system('know-callers') };
  const reply = await desk.give('intake', 'know-caller', request, ['customer-already-known', 'identity-is-linked']);
  const { state: customer } = await commands.current(streamName('customer', id), customerFold);
  if (reply.kind !== 'accepted' || !isCustomer(customer) || isErased(customer.identities)) return;
  for (const [place, identity] of customer.identities.entries()) {
    const link = {
      id,
      command: `${command}.1~link-identities.link-${place}`,
      body: { identity },
      principal: system('link-identities'),
    };
    await desk.give('intake', 'link-identity', link, ['identity-is-own', 'identity-is-taken']);
  }
}

/** As `route-new-tickets` would, under the id that its command would have. */
async function routeByTable(contact: string, ticket: string, desk: Desk): Promise<void> {
  const command = `${contact}~register.1~route-new-tickets.route`;
  const refusals = ['routing-needs-a-person', 'already-dispatched', 'ticket-not-open'];
  await desk.give(
    'routing',
    'route-by-table',
    { id: ticket, command, body: {}, principal: system('route-new-tickets') },
    refusals,
  );
}

export async function take(
  { who, command, body, at }: TimedStep,
  of: { readonly ticket: string; readonly id: string },
  desk: Desk,
): Promise<void> {
  const service = ticketCalls[command]?.service;
  if (service === undefined) throw new TypeError(`${command} is no command`);
  desk.now = at;
  await desk.give(service, command, {
    id: of.ticket,
    command: desk.idOf(`${of.id} at ${at} ${command}`),
    body,
    principal: desk.personOf(who),
  });
}

/** The registration as it would have come in. */
export function bodyOf({ matter, channel, caller, address }: Scene) {
  const { kind, level, item, subject, description, about, confidential } = matter;
  return {
    channel, kind, level, item, subject, description, caller,
    location: { address },
    ...(about === undefined ? {} : { about: { department: about } }),
    ...(confidential === undefined ? {} : { confidential }),
  }; // prettier-ignore
}
