import {
  instantText,
  streamName,
  type Actor,
  type ByWhom,
  type Command,
  type Decide,
  type DomainEvent,
  type Fold,
  type Handled,
  type Rejection,
} from '@ledgerline/kernel';
import type { Ledgerline } from './ledgerline.js';
import type { AnswerCommand } from './service.js';
import type { TriableCommand, TryCommand } from './try-commands.js';
import type { CommandReply, CommandRequest } from './wire.js';

/** A use case on one stream: who may, how the stream folds, and the decision (made for the request where it needs facts). */
export interface StreamCommand<Body, State, Event extends DomainEvent> {
  readonly category: string;
  readonly fold: Fold<State>;
  readonly may: (roles: readonly string[]) => boolean;
  readonly decide: Decide<Body, State, Event> | { readonly prepare: Prepare<Body, State, Event> };
  /** Refuses, before the decision, whoever may not act on this state at all. */
  readonly refuses?: (state: State, by: ByWhom) => Rejection | undefined;
  /** Refuses whoever may not know of this state, before its version is told. */
  readonly hides?: (state: State, by: ByWhom) => Rejection | undefined;
  /** Made for whoever stands in for another: what they are barred from themselves, whoever's power they have. */
  readonly bars?: (principal: Principal, ledgerline: Ledgerline) => Promise<(state: State) => Rejection | undefined>;
}

type Prepare<Body, State, Event extends DomainEvent> = (
  request: CommandRequest<Body>,
  ledgerline: Ledgerline,
) => Promise<Decide<Body, State, Event>>;

/** The bus handler of a use case; it can be tried without being done. */
export function streamCommand<Body, State, Event extends DomainEvent>(
  useCase: StreamCommand<Body, State, Event>,
): TriableCommand {
  const answer: AnswerCommand = async (request: CommandRequest<never>, ledgerline) => {
    const { principal } = request;
    if (!useCase.may(principal.roles)) return { kind: 'problem', code: 'not-allowed' };
    // A caller is known by their ticket and has no other.
    if (principal.kind === 'caller' && principal.id !== request.id) return { kind: 'problem', code: 'ticket-not-found' };
    const decide = await decisionFor(useCase, request, ledgerline);
    const stream = streamName(useCase.category, request.id);
    const handled = await ledgerline.commands.handle<Body, State, Event>(stream, commandOf<Body>(request), {
      fold: useCase.fold,
      decide,
      hides: useCase.hides,
    });
    return replyOf(request.id, handled);
  };
  return Object.assign(answer, { trial: trialOf(useCase) });
}

/** The same rules on the stream as it stands; the events that they give are let go of. */
function trialOf<Body, State, Event extends DomainEvent>(useCase: StreamCommand<Body, State, Event>): TryCommand {
  return async (request: CommandRequest<never>, ledgerline) => {
    if (!useCase.may(request.principal.roles)) return { possible: false, code: 'not-allowed' };
    const stream = streamName(useCase.category, request.id);
    const { state, site } = await ledgerline.commands.current(stream, useCase.fold);
    const home = await ledgerline.homes.elsewhere(stream, site);
    if (home !== undefined) return { possible: false, code: 'at-home-elsewhere', facts: { home } };
    const decide = await decisionFor(useCase, request, ledgerline);
    const { data, actor, onBehalfOf } = commandOf<Body>(request);
    const at = instantText(ledgerline.clock.now());
    const inPower = onBehalfOf === undefined ? {} : { onBehalfOf };
    const decision = decide(data, state, { at, actor, site: ledgerline.configuration.site, ...inPower });
    if (!('rejection' in decision)) return { possible: true };
    const { rejection, ...facts } = decision;
    return { possible: false, code: rejection, facts };
  };
}

async function decisionFor<Body, State, Event extends DomainEvent>(
  { category, fold, decide: given, refuses, bars }: StreamCommand<Body, State, Event>,
  request: CommandRequest<never>,
  ledgerline: Ledgerline,
): Promise<Decide<Body, State, Event>> {
  if (typeof given !== 'function' && refuses !== undefined) {
    // Nothing is looked up for whoever may not act on it: not even the time that it takes is told.
    const { state } = await ledgerline.commands.current(streamName(category, request.id), fold);
    const refusal = refuses(state, commandOf(request));
    if (refusal !== undefined) return () => refusal;
  }
  const decision = typeof given === 'function' ? given : await given.prepare(request, ledgerline);
  if (refuses === undefined) return decision;
  const bar = request.principal.onBehalfOf === undefined ? undefined : await bars?.(request.principal, ledgerline);
  return (body, state, by) => refuses(state, by) ?? bar?.(state) ?? decision(body, state, by);
}

type Writable<Shape> = { -readonly [Name in keyof Shape]: Shape[Name] };

export function commandOf<Body>(request: CommandRequest<Body>): Command<Body> {
  const { principal, expectedVersion, correlation, causation, trace, at, origin } = request;
  const command: Writable<Command<Body>> = { id: request.command, data: request.body, actor: actorOf(principal) };
  if (expectedVersion !== undefined) command.expectedVersion = expectedVersion;
  if (correlation !== undefined) command.correlation = correlation;
  if (causation !== undefined) command.causation = causation;
  if (trace !== undefined) command.trace = trace;
  if (at !== undefined) command.at = at;
  if (origin !== undefined) command.origin = origin;
  if (principal.onBehalfOf !== undefined) command.onBehalfOf = principal.onBehalfOf;
  return command;
}

type Principal = CommandRequest['principal'];
const actors = new WeakMap<Principal, Actor>();

/** The gateway hands over the same principal for all requests of a session in a moment. */
function actorOf(principal: Principal): Actor {
  const before = actors.get(principal);
  if (before) return before;
  const { departments, id, kind, roles } = principal;
  const actor: Actor = { departments, id, kind, roles };
  actors.set(principal, actor);
  return actor;
}

export function replyOf(id: string, handled: Handled, facts?: Readonly<Record<string, unknown>>): CommandReply {
  switch (handled.kind) {
    case 'accepted': {
      const { version, position, events } = handled.outcome;
      const accepted = { kind: 'accepted', id, version, position, repeated: handled.repeated, events } as const;
      return facts === undefined ? accepted : { ...accepted, facts };
    }
    case 'rejected': {
      const { rejection, ...about } = handled.rejection;
      return { kind: 'problem', code: rejection, facts: about };
    }
    case 'key-reused':
      return { kind: 'problem', code: 'idempotency-key-reused' };
    case 'version-mismatch':
      return { kind: 'problem', code: 'version-mismatch', facts: { version: handled.version } };
  }
}
