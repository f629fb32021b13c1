import { problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import {
  attachmentFold,
  customerFold,
  isCustomer,
  personFold,
  recordedContactFold,
  ticketFold,
  type MaybeTicket,
  type PersonEvent,
  type PersonRecord,
} from '@ledgerline/domain';
import {
  commandOf,
  eraseBeside,
  replyOf,
  tellErased,
  type AnswerCommand,
  type CommandReply,
  type CommandRequest,
  type Ledgerline,
} from '@ledgerline/host';
import { streamName, type Decide, type ErasureFacts } from '@ledgerline/kernel';
import { setTimeout as delay } from 'node:timers/promises';
import { orderErasure, placeHold, recordCompleted, recordErased, releaseHold, type Grounded } from './erasure.decisions.js';

const may = (roles: readonly string[]) => roles.includes('administrator');

/** Of a ticket: whose it is, and everywhere their data stand. */
async function personOf(ticket: string, ledgerline: Ledgerline) {
  const { state } = await ledgerline.commands.current<MaybeTicket>(streamName('ticket', ticket), ticketFold);
  if (state === undefined) return undefined;
  const found = await ledgerline.ask<SubjectsOfPerson>('reporting', 'erasure-subjects', { body: { ticket } });
  const facts = await factsOf(found, ledgerline);
  return { person: state.person, facts };
}

/** Keys, streams and blobs behind the ids that lists know of. */
async function factsOf({ tickets, contacts, customers }: SubjectsOfPerson, { commands }: Ledgerline) {
  const keys = new Set<string>();
  const subjects = new Set([...tickets, ...contacts, ...customers]);
  const attachments = new Set<string>();
  const blobs: string[] = [];
  for (const id of tickets) {
    const { state } = await commands.current<MaybeTicket>(streamName('ticket', id), ticketFold);
    if (!state) continue;
    keys.add(state.person);
    subjects.add(state.contact);
    for (const attachment of state.attachments) attachments.add(attachment);
  }
  for (const id of customers) {
    const { state } = await commands.current(streamName('customer', id), customerFold);
    if (isCustomer(state)) keys.add(state.person);
  }
  for (const id of contacts) {
    const { state } = await commands.current(streamName('contact', id), recordedContactFold);
    if (state) keys.add(state.person);
  }
  for (const id of attachments) {
    const { state } = await commands.current(streamName('attachment', id), attachmentFold);
    if (!state) continue;
    keys.add(state.person);
    subjects.add(id);
    blobs.push(state.blob);
  }
  return { keys: [...keys], subjects: [...subjects], blobs };
}

interface SubjectsOfPerson {
  readonly tickets: readonly string[];
  readonly contacts: readonly string[];
  readonly customers: readonly string[];
}

type Person = NonNullable<Awaited<ReturnType<typeof personOf>>>;

/** `request.id` is a ticket's; the command goes to the stream of the person whose it is. */
function onPersonOfTicket(decide: (person: Person) => Decide<Grounded, PersonRecord, PersonEvent>): AnswerCommand {
  return async (request: CommandRequest<never>, ledgerline) => {
    if (!may(request.principal.roles)) return problem('not-allowed');
    const person = await personOf(request.id, ledgerline);
    if (!person) return problem('ticket-not-found');
    const stream = streamName('person', person.person);
    const handled = await ledgerline.commands.handle<Grounded, PersonRecord, PersonEvent>(stream, commandOf<Grounded>(request), {
      fold: personFold,
      decide: decide(person),
    });
    return replyOf(person.person, handled);
  };
}

export const placeLegalHold = onPersonOfTicket(() => placeHold);
export const releaseLegalHold = onPersonOfTicket(() => releaseHold);

/** A hold on any ticket of the person stands in the way. */
export const orderErasureOf: AnswerCommand = async (request: CommandRequest<never>, ledgerline) => {
  if (!may(request.principal.roles)) return problem('not-allowed');
  const person = await personOf(request.id, ledgerline);
  for (const key of person?.facts.keys ?? []) {
    const { state } = await ledgerline.commands.current(streamName('person', key), personFold);
    if (state.holds > 0) return problem('legal-hold');
  }
  return onPersonOfTicket(({ facts }) => orderErasure(facts))(request, ledgerline);
};

/** After an order: keys destroyed and forgotten everywhere, attachments removed, then put on record. May be repeated. */
export const carryOutErasure: AnswerCommand = async (request: CommandRequest<never>, ledgerline) => {
  const { state } = await ledgerline.commands.current(streamName('person', request.id), personFold);
  if (request.principal.kind !== 'system' || !state.ordered) return problem('not-allowed');
  const { keys, blobs } = state.ordered;
  await ledgerline.vault.destroy(keys);
  await eraseBeside(ledgerline.configuration, keys);
  tellErased(ledgerline, state.ordered);
  for (const blob of blobs) await ledgerline.blobs.delete(blob);
  return onPerson(request, recordErased, ledgerline);
};

/** Milliseconds to wait for the lists; after that the process manager asks again. */
const patience = 8_000;

/** Once every list has come past the erasure: what was overwritten is cleared out of the files too. */
export const purgeAfterErasure: AnswerCommand = async (request: CommandRequest<{ readonly position: string }>, ledgerline) => {
  if (request.principal.kind !== 'system') return problem('not-allowed');
  const end = await ledgerline.store.end();
  for (let waited = 0; !(await ledgerline.readModels.purge(end, ledgerline.store)); waited += 100) {
    if (waited >= patience) throw new Error('lists have not come past an erasure yet');
    await delay(100);
  }
  return onPerson(request as CommandRequest<never>, recordCompleted, ledgerline);
};

async function onPerson(
  request: CommandRequest<never>,
  decide: Decide<unknown, PersonRecord, PersonEvent>,
  ledgerline: Ledgerline,
): Promise<CommandReply> {
  const command = { ...commandOf(request), data: {} };
  return replyOf(
    request.id,
    await ledgerline.commands.handle<unknown, PersonRecord, PersonEvent>(streamName('person', request.id), command, {
      fold: personFold,
      decide,
    }),
  );
}

export interface ErasureState extends Pick<ErasureFacts, 'keys'> {
  readonly kind: 'erasure';
  readonly state: PersonRecord['erasure'];
  readonly holds: number;
  readonly ground: string | null;
  readonly reference: string | null;
  readonly orderedAt: string | null;
  readonly orderedBy: string | null;
}

/** What is on record about the person of a ticket. */
export async function erasureState(
  { body, principal }: QueryRequest<{ readonly ticket: string }>,
  ledgerline: Ledgerline,
): Promise<ErasureState | Problem> {
  if (!may(principal.roles) && !principal.roles.includes('auditor')) return problem('not-allowed');
  const person = await personOf(body.ticket, ledgerline);
  if (!person) return problem('ticket-not-found');
  const { state } = await ledgerline.commands.current(streamName('person', person.person), personFold);
  const { ground = null, reference = null, at: orderedAt = null, by: orderedBy = null } = state.ordered ?? {};
  return {
    kind: 'erasure',
    state: state.erasure,
    holds: state.holds,
    keys: person.facts.keys,
    ground,
    reference,
    orderedAt,
    orderedBy,
  };
}
