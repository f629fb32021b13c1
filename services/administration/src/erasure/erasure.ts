import { problem, type Problem } from '@ledgerline/contracts';
import { personFold, type PersonEvent, type PersonRecord } from '@ledgerline/domain';
import {
  commandOf,
  eraseBeside,
  replyOf,
  tellErased,
  type AnswerCommand,
  type CommandReply,
  type CommandRequest,
  type Configuration,
  type Ledgerline,
} from '@ledgerline/host';
import { streamName, type Decide } from '@ledgerline/kernel';
import { setTimeout as delay } from 'node:timers/promises';
import { personBehind } from '../tokens/person-behind.js';
import { confirmErasure, refuseErasure, requestErasure, type Hand } from './confirm-erasure.decisions.js';
import { personOf, type Person, type Subject } from './person-named.js';
import { isRetentionOver } from './retention.js';
import { orderErasure, placeHold, recordCompleted, recordErased, releaseHold, type Grounded } from './erasure.decisions.js';

const may = (roles: readonly string[]) => roles.includes('administrator');

type Named = Grounded & { readonly of?: Subject['of'] };

interface Asked {
  readonly request: CommandRequest<never>;
  readonly ledgerline: Ledgerline;
}

type OnPerson = Decide<never, PersonRecord, PersonEvent>;
/** What is decided about whom the command names, or why nothing is. */
type DecisionAbout = (person: Person, asked: Asked) => OnPerson | Problem | Promise<OnPerson | Problem>;

/** For administrators. */
function onPersonNamed(decisionAbout: DecisionAbout): AnswerCommand {
  return async (request: CommandRequest<never>, ledgerline) =>
    may(request.principal.roles) ? aboutPersonNamed({ request, ledgerline }, decisionAbout) : problem('not-allowed');
}

/** `request.id` is a ticket's or a customer's; the command goes to the stream of the person whose it is. */
async function aboutPersonNamed(asked: Asked, decisionAbout: DecisionAbout): Promise<CommandReply> {
  const { of = 'ticket' } = asked.request.body as Named;
  const person = await personOf({ of, id: asked.request.id }, asked.ledgerline);
  if (!person) return problem(`${of}-not-found`);
  // Only where they are at home somebody knows all that there is of them.
  const home = await asked.ledgerline.homes.homeOf(streamName(of, asked.request.id));
  if (home !== undefined) return problem('at-home-elsewhere', { home });
  const decision = await decisionAbout(person, asked);
  return typeof decision === 'function' ? onRecordOf(person, decision, asked) : decision;
}

async function onRecordOf({ person }: Person, decide: OnPerson, { request, ledgerline }: Asked): Promise<CommandReply> {
  const { of: _of, ...data } = request.body as Named;
  const command = { ...commandOf(request), data: data as never };
  const handled = await ledgerline.commands.handle<never, PersonRecord, PersonEvent>(streamName('person', person), command, {
    fold: personFold,
    decide,
  });
  const waits = handled.kind === 'accepted' && handled.state?.erasure === 'none' ? handled.state.requested : undefined;
  return replyOf(person, handled, waits === undefined ? {} : { state: 'requested', expiresAt: waits.expiresAt });
}

export const placeLegalHold = onPersonNamed(() => placeHold);
export const releaseLegalHold = onPersonNamed(() => releaseHold);

/**
 * A hold on any ticket of the person stands in the way. By itself the system erases only those whom nothing was heard of for the time of retention. Where the
 * installation wants two persons, the order of the first is a request (ADR 0036).
 */
export const orderErasureOf: AnswerCommand = async (request: CommandRequest<never>, ledgerline) => {
  const { of = 'ticket', ground } = request.body as Named;
  const { principal, id: subject } = request;
  const isRetention = principal.kind === 'system' && ground === 'retention-over';
  if (!may(principal.roles) && !isRetention) return problem('not-allowed');
  return aboutPersonNamed({ request, ledgerline }, async (person, asked) => {
    if (await isHeld(person, ledgerline)) return problem('legal-hold');
    if (isRetention && !(await isRetentionOver(person.tickets, ledgerline))) return problem('retention-not-over');
    if (isRetention || !isConfirmedByAnother(person, ledgerline.configuration)) return orderErasure(person.facts);
    return requestErasure({ of, subject, ...(await handOf(asked)) });
  });
};

/** The second person. What was found of the person since the request is erased with the rest. */
export const confirmErasureOf = onPersonNamed(async (person, asked) =>
  (await isHeld(person, asked.ledgerline)) ? problem('legal-hold') : confirmErasure(person.facts, await handOf(asked)),
);

export const refuseErasureOf = onPersonNamed(async (_person, asked) => refuseErasure(await handOf(asked)));

async function handOf({ request, ledgerline }: Asked): Promise<Hand> {
  return { hand: await personBehind(request.principal.id, ledgerline) };
}

async function isHeld({ facts }: Person, { commands }: Pick<Ledgerline, 'commands'>): Promise<boolean> {
  for (const key of facts.keys) {
    const { state } = await commands.current(streamName('person', key), personFold);
    if (state.holds > 0) return true;
  }
  return false;
}

/** `beyond-one-ticket`: more is theirs than the one ticket that anybody sees when it is named. */
function isConfirmedByAnother({ tickets }: Person, { erasureConfirmed }: Pick<Configuration, 'erasureConfirmed'>): boolean {
  return erasureConfirmed === 'always' || (erasureConfirmed === 'beyond-one-ticket' && tickets.length > 1);
}

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
