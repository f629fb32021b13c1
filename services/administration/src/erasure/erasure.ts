import { problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import { personFold, type PersonEvent, type PersonRecord } from '@ledgerline/domain';
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
import { personOf, type Person, type Subject } from './person-named.js';
import { isRetentionOver } from './retention.js';
import { orderErasure, placeHold, recordCompleted, recordErased, releaseHold, type Grounded } from './erasure.decisions.js';

const may = (roles: readonly string[]) => roles.includes('administrator');

type Named = Grounded & { readonly of?: Subject['of'] };

/** `request.id` is a ticket's or a customer's; the command goes to the stream of the person whose it is. */
function onPersonNamed(decide: (person: Person) => Decide<Grounded, PersonRecord, PersonEvent>): AnswerCommand {
  return async (request: CommandRequest<never>, ledgerline) => {
    if (!may(request.principal.roles)) return problem('not-allowed');
    const { of = 'ticket' } = request.body as Named;
    const person = await personOf({ of, id: request.id }, ledgerline);
    return person ? onRecordOf(person, decide(person), { request, ledgerline }) : problem(`${of}-not-found`);
  };
}

interface Asked {
  readonly request: CommandRequest<never>;
  readonly ledgerline: Ledgerline;
}

async function onRecordOf(
  { person }: Person,
  decide: Decide<Grounded, PersonRecord, PersonEvent>,
  { request, ledgerline }: Asked,
) {
  const { of: _of, ...data } = request.body as Named;
  const command = { ...commandOf<Grounded>(request), data };
  const handled = await ledgerline.commands.handle<Grounded, PersonRecord, PersonEvent>(streamName('person', person), command, {
    fold: personFold,
    decide,
  });
  return replyOf(person, handled);
}

export const placeLegalHold = onPersonNamed(() => placeHold);
export const releaseLegalHold = onPersonNamed(() => releaseHold);

/** A hold on any ticket of the person stands in the way. By itself the system erases only those whom nothing was heard of for the time of retention. */
export const orderErasureOf: AnswerCommand = async (request: CommandRequest<never>, ledgerline) => {
  const { of = 'ticket', ground } = request.body as Named;
  const isRetention = request.principal.kind === 'system' && ground === 'retention-over';
  if (!may(request.principal.roles) && !isRetention) return problem('not-allowed');
  const person = await personOf({ of, id: request.id }, ledgerline);
  if (!person) return problem(`${of}-not-found`);
  for (const key of person.facts.keys) {
    const { state } = await ledgerline.commands.current(streamName('person', key), personFold);
    if (state.holds > 0) return problem('legal-hold');
  }
  if (isRetention && !(await isRetentionOver(person.tickets, ledgerline))) return problem('retention-not-over');
  return onRecordOf(person, orderErasure(person.facts), { request, ledgerline });
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

/** What is on record about a person. */
export async function erasureState(
  { body, principal }: QueryRequest<Subject>,
  ledgerline: Ledgerline,
): Promise<ErasureState | Problem> {
  if (!may(principal.roles) && !principal.roles.includes('auditor')) return problem('not-allowed');
  const person = await personOf(body, ledgerline);
  if (!person) return problem(`${body.of}-not-found`);
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
