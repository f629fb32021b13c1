import { identifier } from '@ledgerline/contracts';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CommandCalls } from './command-call.js';
import { Identity } from './identity.js';
import { PossibleCommands, type CommandNow } from './possible-commands.js';
import { ProblemError } from './problem.js';
import { QueryCalls } from './query-call.js';

type BodyClass = new () => object;
type Page = { readonly kind: 'page'; readonly items: readonly unknown[]; readonly next?: string };

/** Steps by their names in the API: the command on the bus, and its body. */
type Steps = Readonly<Record<string, { readonly call: string; readonly body: BodyClass }>>;

const service = 'department';

/** What the department service keeps beside tickets (proposals, problems, inspections): listed, made, and moved on by named steps. */
@Injectable()
export class DepartmentRecords {
  constructor(
    @Inject(CommandCalls) private readonly commands: CommandCalls,
    @Inject(QueryCalls) private readonly queries: QueryCalls,
    @Inject(PossibleCommands) private readonly possible: PossibleCommands,
    @Inject(Identity) private readonly identity: Identity,
  ) {}

  async page(request: FastifyRequest, call: string, body: object) {
    const { items, next = null } = await this.queries.ask<Page>(request, service, call, body);
    return { items, next };
  }

  one<Answer extends { readonly kind: string }>(request: FastifyRequest, call: string, id: string) {
    return this.queries.ask<Answer>(request, service, call, { id });
  }

  /** @param idOf of what is made, where that is not for the idempotency key to say */
  async made<Body extends object>(request: FastifyRequest, call: string, type: new () => Body, idOf?: (body: Body) => string) {
    const body = this.commands.parse(type, request.body);
    const sent = idOf === undefined ? { service, call, body } : { service, call, body, id: idOf(body) };
    const { id, version, position } = await this.commands.send(request, sent);
    return { id, version, position };
  }

  async step(request: FastifyRequest, steps: Steps, { id, step }: { readonly id: string; readonly step: string }) {
    const named = stepNamed(steps, step);
    const body = this.commands.parse(named.body, request.body);
    const { version, position, events } = await this.commands.send(request, { service, call: named.call, body, id });
    return { id, version, position, events };
  }

  /** What whoever asks can do with it now, and why not the rest: the decisions themselves are asked. */
  async possibleSteps(request: FastifyRequest, steps: Steps, id: string) {
    const calls = Object.values(steps).map(({ call, body }) => [call, { service, body } as const] as const);
    const names = new Map(Object.entries(steps).map(([step, { call }]) => [call, step]));
    const found = await this.possible.among(Object.fromEntries(calls), id, await this.identity.of(request));
    const items = found.map(({ command, ...rest }): CommandNow => ({ command: names.get(command) ?? command, ...rest }));
    return { items, next: null };
  }
}

/** @throws ProblemError not-found where there is no such step */
export function stepNamed(steps: Steps, step: string): Steps[string] {
  const named = Object.hasOwn(steps, step) ? steps[step] : undefined;
  if (named === undefined) throw new ProblemError({ code: 'not-found' });
  return named;
}

/** @param otherwise the code by which it is said that there is none */
export function idOf(text: string, otherwise: string): string {
  if (!identifier.test(text)) throw new ProblemError({ code: otherwise });
  return text;
}
