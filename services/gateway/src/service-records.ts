import { identifier } from '@ledgerline/contracts';
import type { Provider } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CommandCalls } from './command-call.js';
import { Identity } from './identity.js';
import { PossibleCommands, type CommandNow } from './possible-commands.js';
import { ProblemError } from './problem.js';
import { QueryCalls } from './query-call.js';

type BodyClass = new () => object;
type Service = 'intake' | 'department' | 'administration' | 'outreach';
type Page = { readonly kind: 'page'; readonly items: readonly unknown[]; readonly next?: string };

/** Steps by their names in the API: the command on the bus, and its body. */
type Steps = Readonly<Record<string, { readonly call: string; readonly body: BodyClass }>>;

/** A step of one thing; `beside`: what the path says more. */
interface Taken {
  readonly id: string;
  readonly step: string;
  readonly beside?: object;
}

/** What a service keeps beside tickets (proposals, problems, inspections, probations, campaigns, leads): listed, made, and moved on by named steps. */
export class ServiceRecords {
  constructor(
    private readonly service: Service,
    private readonly commands: CommandCalls,
    private readonly queries: QueryCalls,
    private readonly possible: PossibleCommands,
    private readonly identity: Identity,
  ) {}

  async page(request: FastifyRequest, call: string, body: object) {
    const { items, next = null } = await this.queries.ask<Page>(request, this.service, call, body);
    return { items, next };
  }

  told<Answer extends { readonly kind: string }>(request: FastifyRequest, call: string, body: object) {
    return this.queries.ask<Answer>(request, this.service, call, body);
  }

  one<Answer extends { readonly kind: string }>(request: FastifyRequest, call: string, id: string) {
    return this.told<Answer>(request, call, { id });
  }

  /** @param idOf of what is made, where that is not for the idempotency key to say */
  async made<Body extends object>(request: FastifyRequest, call: string, type: new () => Body, idOf?: (body: Body) => string) {
    const body = this.commands.parse(type, request.body);
    const asked = { service: this.service, call, body };
    const { id, version, position } = await this.commands.send(
      request,
      idOf === undefined ? asked : { ...asked, id: idOf(body) },
    );
    return { id, version, position };
  }

  async step(request: FastifyRequest, steps: Steps, { id, step, beside = {} }: Taken) {
    const named = stepNamed(steps, step);
    const body = { ...this.commands.parse(named.body, request.body), ...beside };
    const { version, position, events } = await this.commands.send(request, {
      service: this.service,
      call: named.call,
      body,
      id,
    });
    return { id, version, position, events };
  }

  /** The whole answer of a query about one of them, without the word that tells answers apart. */
  answer(request: FastifyRequest, call: string, id: string) {
    return this.queries.answer(request, this.service, call, { id });
  }

  /** What whoever asks can do with it now, and why not the rest: the decisions themselves are asked. */
  async possibleSteps(request: FastifyRequest, steps: Steps, id: string) {
    const calls = Object.values(steps).map(({ call, body }) => [call, { service: this.service, body } as const] as const);
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

/** Injection tokens: the records of the service that keeps them. */
export const DepartmentRecords = Symbol('DepartmentRecords');
export type DepartmentRecords = ServiceRecords;
export const AdministrationRecords = Symbol('AdministrationRecords');
export type AdministrationRecords = ServiceRecords;
export const OutreachRecords = Symbol('OutreachRecords');
export type OutreachRecords = ServiceRecords;

export const IntakeRecords = Symbol('IntakeRecords');
export type IntakeRecords = ServiceRecords;

export const serviceRecords: readonly Provider[] = [
  recordsOf(IntakeRecords, 'intake'),
  recordsOf(DepartmentRecords, 'department'),
  recordsOf(AdministrationRecords, 'administration'),
  recordsOf(OutreachRecords, 'outreach'),
];

function recordsOf(provide: symbol, service: Service): Provider {
  return {
    provide,
    useFactory: (commands: CommandCalls, queries: QueryCalls, possible: PossibleCommands, identity: Identity) =>
      new ServiceRecords(service, commands, queries, possible, identity),
    inject: [CommandCalls, QueryCalls, PossibleCommands, Identity],
  };
}
